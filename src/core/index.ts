export * from "./money/index.ts";
export * from "./calendar/index.ts";
export * from "./page/index.ts";
export * from "./policy/index.ts";
export * from "./settlement/index.ts";
export * from "./letter/index.ts";
