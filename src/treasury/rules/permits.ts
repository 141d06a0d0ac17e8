/** Calls that all processes together have taken of one account in one second. */
export type PermitState = { readonly second: number; readonly taken: number };

/** Grants as many of the wanted calls as the second still holds; a null rate has no bound. */
export function takePermits(
  state: PermitState | null,
  wanted: number,
  ratePerSecond: number | null,
  nowMs: number,
): { readonly granted: number; readonly state: PermitState } {
  const second = Math.floor(nowMs / 1000);
  const taken = state !== null && state.second === second ? state.taken : 0;
  const left = ratePerSecond === null ? wanted : Math.max(0, ratePerSecond - taken);
  const granted = Math.min(wanted, left);
  return { granted, state: { second, taken: taken + granted } };
}
