import type { WireWechatPaySettings } from "../contract/index.ts";
import { openWechatPay } from "./wechatpay/adapter.ts";
import type { Gateway } from "./gateway.ts";
import type { RefundLimits } from "./rules/admission.ts";

/** As stored: nothing secret, and the same as on the wire. */
export type AccountSettings = WireWechatPaySettings;

/** As sealed in the vault. */
export type AccountKeys = { readonly privateKey: string; readonly apiV3Key: string };

export function callbackUrlOf(settings: AccountSettings, callbackId: string): string | null {
  const base = settings.callbackBaseUrl;
  return base === null ? null : `${base.replace(/\/$/, "")}/callbacks/wechatpay/${callbackId}`;
}

export function refundLimitsOf({ limits }: AccountSettings): RefundLimits {
  return {
    ageMaxMs: limits.refundAgeMaxMs,
    countMax: limits.refundCountMax,
    spacingMs: limits.refundSpacingMs,
  };
}

/** The published limits of WeChat Pay (GATEWAYS 1.1). */
export const wechatPayLimits: AccountSettings["limits"] = {
  refundAgeMaxMs: 365 * 24 * 3_600_000,
  refundCountMax: 50,
  refundSpacingMs: 60_000,
  ratePerSecond: 150,
};

export function openGateway(
  settings: AccountSettings,
  keys: AccountKeys,
  callbackId: string,
): Gateway {
  return openWechatPay({
    mchid: settings.mchid,
    serial: settings.serial,
    platformKeys: settings.platformKeys,
    baseUrl: settings.baseUrl,
    notifyUrl: callbackUrlOf(settings, callbackId),
    callTimeoutMs: settings.callTimeoutMs,
    connectionsMax: settings.callsAtOnce,
    ...keys,
  });
}
