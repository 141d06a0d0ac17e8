/** Treasury's door: captures, obligations, payouts and the gateways they go through. */
export { wechatPayLimits } from "./account.ts";
export type { AccountKeys, AccountSettings } from "./account.ts";
export { changeGatewayAccount, createGatewayAccount } from "./flow/accounts.ts";
export type { NewAccount } from "./flow/accounts.ts";
export type { TreasuryEvent } from "./flow/announce.ts";
export { registerCapture, registerCaptures } from "./flow/capture.ts";
export type { CapturedOrder, CapturedTender } from "./flow/capture.ts";
export { lockTenders, openObligations, takenOnForClaims } from "./flow/locks.ts";
export type { LockedOrder, TakenOnForClaim } from "./flow/locks.ts";
export { oblige } from "./flow/oblige.ts";
export type { OrderDues, ToOblige } from "./flow/oblige.ts";
export { selectAccount, selectUnknownAccounts } from "./store/accounts.ts";
export { openTreasury } from "./treasury.ts";
export type { Treasury, TreasuryOptions } from "./treasury.ts";
export { claimObligations, claimPayouts, orderMoney } from "./views.ts";
export { sumSettled } from "./store/payouts.ts";
export type { SettledSum } from "./store/payouts.ts";
