import { wechatPayLimits } from "../../treasury/index.ts";
import type { SimulatedAccount } from "../gateway/account.ts";

/** The demo merchant's account, with the published limits. */
export const demoAccount: SimulatedAccount = {
  account: "demo-wechat",
  mchid: "1900000001",
  serial: "DEMO0000000000000000000000000000000001",
  currency: "CNY",
  limits: wechatPayLimits,
  callsAtOnce: 10,
  simulator: {},
};
