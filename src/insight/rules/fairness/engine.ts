import { canonicalJson } from "../../../core/index.ts";
import type { CaseFacts, CompiledPolicy, Decision, HeadDecision } from "../../../core/index.ts";

/** One answer to one head: what it may depend on, and what it is. */
export interface Answered {
  /** Equal for cases that the engine must answer alike. */
  readonly caseText: string;
  readonly answer: string;
}

/**
 * The answers of a decision, each with everything that may decide it: evaluator, calendar, the
 * policies with their hashes and parameters, the head, whether time had lapsed, and the facts that
 * clauses read.
 */
export function answersIn(decision: Decision, policies: readonly CompiledPolicy[]): Answered[] {
  const read = new Set(policies.flatMap(({ slots }) => slots.map(({ name }) => name)));
  const { evaluator, calendar, currency, final, facts } = decision;
  const documents = decision.policies.map(({ id, hash, params }) => ({ id, hash, params }));
  const common = { evaluator, calendar, currency, final, documents };
  return decision.heads.flatMap((head) =>
    head.items.map((item) => {
      const own = facts.items.find(
        ({ lineId, packetId, from, to }) =>
          lineId === item.lineId &&
          packetId === item.packetId &&
          from === item.from &&
          to === item.to,
      );
      const seen = { ...facts.order, ...own?.facts };
      const caseText = canonicalJson({ ...common, head: nameOf(head), facts: only(seen, read) });
      return { caseText, answer: item.fraction };
    }),
  );
}

const nameOf = ({ direction, base, grant }: HeadDecision): string =>
  `${direction} ${base} ${grant ?? ""}`;

function only(facts: CaseFacts, names: ReadonlySet<string>): CaseFacts {
  return Object.fromEntries(Object.entries(facts).filter(([name]) => names.has(name)));
}
