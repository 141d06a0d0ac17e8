/** Proofs of policies and floors: what publication asks of a document, over all its cases. */
export { prove, type Proof, type ProofNote, type ProofOptions } from "./prove.ts";
export type { Property, PropertyKind } from "./property.ts";
export type { Finding, FindingKind } from "./finding.ts";
export type { ProofCase } from "./proof-case.ts";
export { replayCase, type Replayed } from "./replay-case.ts";
export { tellAssumption } from "./tell-case.ts";
export { tellFinding, tellNote, tellProof } from "./tell-finding.ts";
