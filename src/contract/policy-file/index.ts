export { type CatalogueFile, type FileReading, type PolicyFile } from "./read-policy.ts";
export { type PolicyProblem, faultCount, problemLine } from "./read-policy.ts";
export { readCatalogueFile, readPolicyFile } from "./read-policy.ts";
export type { Carried, Citation, Deadline, DeadlineFrom, DeadlineTo } from "./carried.ts";
export type { Duty, Source, Unsaid } from "./carried.ts";
export { withUnsaid } from "./take-unsaid.ts";
export { findingPlace } from "./finding-place.ts";
export { readTree } from "./read-tree.ts";
