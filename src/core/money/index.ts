/** Exact amounts, currencies, fractions, rounding and apportionment. */
export * from "./at.ts";
export * from "./grouped.ts";
export * from "./refusal.ts";
export * from "./currency.ts";
export * from "./amount.ts";
export * from "./decimal.ts";
export * from "./fraction.ts";
export * from "./fraction-text.ts";
export * from "./rounding.ts";
export * from "./apportion.ts";
export * from "./units.ts";
export * from "./largest-remainder.ts";
