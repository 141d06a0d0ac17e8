/** What both web applications need, whichever library draws their pages. */
export * from "./addresses.ts";
export * from "./asker.ts";
export * from "./failure.ts";
export * from "./format.ts";
export * from "./hooks.ts";
export * from "./language.ts";
export * from "./letters.ts";
export * from "./said.ts";
export * from "./texts/index.ts";
export * from "./words.ts";
