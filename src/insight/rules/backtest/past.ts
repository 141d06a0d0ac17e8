import type { CaseFacts, CompiledPolicy, Decision, OrderFacts } from "../../../core/index.ts";

/** A stored decision of one claim on one order. */
export interface PastDecision {
  readonly decisionId: string;
  readonly claimId: string;
  readonly corrects: string | null;
  /** Whether it counts in what the order is owed. */
  readonly accepted: boolean;
  readonly decision: Decision;
}

/** What the draft reads and nobody had to look at before: the order's own record, at filing. */
export interface UnreadFacts {
  readonly order: CaseFacts;
  line(lineId: string): CaseFacts;
  packet(packetId: string): CaseFacts;
}

/** A past decision with what binds its order once the draft has taken its place. */
export interface Rebound {
  readonly past: PastDecision;
  readonly facts: OrderFacts;
  /** Of the claim's kind; empty where the draft has left the kind without an answer. */
  readonly policies: readonly CompiledPolicy[];
  /** Facts that the policies of the time read: what was known of them then is all that counts. */
  readonly readThen: ReadonlySet<string>;
  readonly unread: UnreadFacts;
}
