/** The policy language: documents, their check, and what they decide. */
export type * from "./syntax.ts";
export * from "./texts.ts";
export type * from "./model.ts";
export type * from "./facts.ts";
export type * from "./compiled.ts";
export type * from "./decision.ts";
export type * from "./reading.ts";
