/** The policy language: documents, their check, and what they decide. */
export type * from "./syntax.ts";
export * from "./texts.ts";
export type * from "./model.ts";
export type * from "./facts.ts";
export type * from "./compiled.ts";
export type * from "./decision.ts";
export { problemSentence, type Problem, type Reading } from "./reading.ts";
export { readCatalogue } from "./read-catalogue.ts";
export { readDocument } from "./read-document.ts";
export { PolicyFault } from "./fault.ts";
export { compile } from "./compile.ts";
export { decideCase } from "./decide-case.ts";
export { decide, evaluator } from "./decide.ts";
export { replay, type Replay } from "./replay.ts";
export { canonicalJson } from "./canonical.ts";
export { expandTrace, type HeadTrace } from "./trace.ts";
