import type { AttestationAudit } from "./attestations.ts";
import type { Compared } from "./compare-groups.ts";
import type { TraitReport } from "./outcomes.ts";

/** A stored decision that does not come out again, or that like cases contradict. */
export interface EngineFault {
  readonly claimId: string;
  readonly number: string;
  readonly fault: "not_replayed" | "unlike";
}

export interface EngineAudit {
  readonly decisions: number;
  /** Answers whose case had come before. */
  readonly likeAnswers: number;
  /** There must be none. */
  readonly faults: number;
  /** The first of them. */
  readonly shown: readonly EngineFault[];
}

export interface FairnessReport {
  readonly from: string | null;
  readonly to: string | null;
  readonly decisions: number;
  readonly traits: readonly TraitReport[];
  readonly compared: Compared;
  readonly engine: EngineAudit;
  readonly attestations: AttestationAudit;
}
