import type { CompiledPolicy } from "../core/index.ts";
import type { Deadline } from "../contract/index.ts";
import { entryOf } from "./compiled.ts";

/** A deadline as a document states it, and which document that is. */
export interface BoundDeadline extends Pick<Deadline, "name" | "duty" | "from" | "to" | "within"> {
  /** Such as `order-refund@2`. */
  readonly source: string;
  /** A law demands it, rather than the merchant's own word. */
  readonly statutory: boolean;
}

/**
 * The deadlines under which these policies and floors put a claim of the kind, each document's
 * once, however many orders it binds.
 */
export function deadlinesOf(
  policies: readonly CompiledPolicy[],
  claimKind: string,
): BoundDeadline[] {
  const found = new Map<string, BoundDeadline>();
  for (const policy of policies) {
    const { id, version, kind, answers } = policy.document;
    if (!answers.includes(claimKind)) continue;
    const source = `${id}@${version}`;
    for (const { kinds, citations: _citations, ...stated } of entryOf(policy).carried.deadlines) {
      if (kinds !== null && !kinds.includes(claimKind)) continue;
      found.set(`${source} ${stated.name}`, { ...stated, source, statutory: kind === "floor" });
    }
  }
  return [...found.values()];
}
