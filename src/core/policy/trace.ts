import { type Fraction, fractionText, zero } from "../money/index.ts";
import { rawAnswer } from "./answer.ts";
import { has } from "./bits.ts";
import { cellOf, isYes, ratioOf, unknownCell } from "./cell.ts";
import type { CaseResult, CompiledHead, CompiledPolicy } from "./compiled.ts";
import { constantOf } from "./compile-slot.ts";
import type { Arithmetic, NeededValue, SeenCondition } from "./decision.ts";
import type { CaseFacts, FactValue } from "./facts.ts";
import type { Clause, Condition } from "./model.ts";
import { own } from "./own.ts";

/** What one document answers to one head, and how it came to that. */
export type HeadTrace = {
  readonly policy: string;
  readonly head: string;
  readonly clause: string | null;
  /** Clauses that hold as well and give way. */
  readonly overridden: readonly string[];
  readonly conditions: readonly SeenCondition[];
  readonly arithmetic: Arithmetic;
  readonly why: string | null;
};

/** The trace in full of one head of `decideCase`: until asked for, facts and rows are enough. */
export function expandTrace(result: CaseResult, index: number): HeadTrace {
  const head = result.policy.heads[index];
  const answer = result.heads[index];
  if (head === undefined || answer === undefined) throw new RangeError(`no head ${index}`);
  const rows = result.rows.map((word, at) => word & (head.rows[at] ?? 0));
  return traceOf(result.policy, head, answer.clause, result.facts, (row) => has(rows, row));
}

export function traceOf(
  policy: CompiledPolicy,
  head: CompiledHead,
  row: number,
  facts: CaseFacts,
  holds: (row: number) => boolean,
): HeadTrace {
  const { document, reference } = policy;
  const clause = document.clauses[row];
  const arithmetic = arithmeticOf(head, row, facts);
  return {
    policy: reference,
    head: head.head.name,
    clause: clause?.name ?? null,
    overridden: document.clauses.flatMap(({ name }, each) =>
      each !== row && holds(each) ? [name] : [],
    ),
    conditions: (clause?.when ?? []).map((condition) => seenCondition(policy, condition, facts)),
    arithmetic,
    why: whyNothing(head, clause, arithmetic),
  };
}

/** A pay that computes to nothing has a reason even where its clause names none. */
function whyNothing(
  { head }: CompiledHead,
  clause: Clause | undefined,
  { form, raw }: Arithmetic,
): string | null {
  if (clause === undefined || (raw !== "0/1" && !raw.startsWith("-"))) return null;
  const computed = head.direction === "pay" && form !== "plain";
  return clause.why ?? (computed ? "nothing_left" : null);
}

function arithmeticOf(head: CompiledHead, row: number, facts: CaseFacts): Arithmetic {
  const amount = head.amounts[row];
  const max = fractionText(head.head.max);
  if (amount === undefined) {
    return { form: "none", rate: "0/1", fact: null, share: null, raw: "0/1", max };
  }
  const input = amount.fact === null ? undefined : own(facts, amount.fact);
  const share = input !== undefined && "value" in input ? ratioOf(input.value) : null;
  const needsShare = amount.form !== "plain";
  const raw: Fraction = needsShare && share === null ? zero : rawAnswer(amount, share ?? zero);
  return {
    form: amount.form,
    rate: fractionText(amount.rate),
    fact: amount.fact,
    share: share === null ? null : fractionText(share),
    raw: fractionText(raw),
    max,
  };
}

/** A condition with what the case has and whether that meets it; null while it is unknown. */
export function seenCondition(
  policy: CompiledPolicy,
  condition: Condition,
  facts: CaseFacts,
): SeenCondition {
  return {
    fact: condition.fact,
    seen: seenValue(policy, condition.fact, facts),
    needed: neededValue(policy, condition),
    met: isMet(policy, condition, facts),
  };
}

export function neededValue({ constants }: CompiledPolicy, condition: Condition): NeededValue {
  if (condition.kind === "options") {
    const unproven = condition.unproven ? ["unproven"] : [];
    return { options: [...condition.options, ...unproven] };
  }
  const bounds = condition.bounds.map((bound) => ({
    operator: bound.operator,
    constant: constantOf(bound, constants).text,
  }));
  return { bounds };
}

/** Flags as `yes` and `no`, an unsaid wish as its default; null while unknown. */
function seenValue(policy: CompiledPolicy, name: string, facts: CaseFacts): FactValue | null {
  const slot = policy.slots.find((each) => each.name === name);
  const input = own(facts, name);
  if (slot !== undefined && (input === undefined || input.state === "unknown")) {
    return [...slot.options.keys()][slot.unsaid] ?? null;
  }
  if (input === undefined || input.state === "unknown") return null;
  if (input.state === "unproven") return "unproven";
  if (slot?.fact.type === "flag") return isYes(input.value) ? "yes" : "no";
  return input.value;
}

function isMet(policy: CompiledPolicy, condition: Condition, facts: CaseFacts): boolean | null {
  const slot = policy.slots.find((each) => each.name === condition.fact);
  if (slot === undefined) return null;
  const cell = cellOf(slot, own(facts, condition.fact));
  if (cell === unknownCell) return null;
  const row = rowOf(policy, condition);
  return has(slot.masks.slice(cell * policy.words, (cell + 1) * policy.words), row);
}

/** The row to which a condition of the document belongs. */
function rowOf({ document }: CompiledPolicy, condition: Condition): number {
  return document.clauses.findIndex(({ when }) => when.includes(condition));
}
