/**
 * A document broke what its proof promises (exactly one answer per head, within the base), or a
 * caller left out what the evaluator needs. Both are bugs, so they are thrown and never paid.
 */
export class PolicyFault extends Error {
  readonly code: "gap" | "overlap" | "unknown_fact" | "missing_mark" | "conflict" | "above_base";
  readonly policy: string;
  readonly head: string;
  /** The clauses that clash, or the facts that are concerned. */
  readonly names: readonly string[];

  constructor(code: PolicyFault["code"], policy: string, head: string, names: readonly string[]) {
    super(`${code} in policy \`${policy}\`, \`${head}\`: ${names.join(", ")}`);
    this.name = "PolicyFault";
    this.code = code;
    this.policy = policy;
    this.head = head;
    this.names = names;
  }
}
