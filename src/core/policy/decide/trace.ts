import { type Fraction, compare, fractionText, zero } from "../../money/index.ts";
import { rawAnswer } from "./answer.ts";
import { has } from "../compile/bits.ts";
import { cellOf, isYes, ratioOf, unknownCell } from "./cell.ts";
import type { CaseHead, CaseResult, CompiledHead } from "../compile/compiled.ts";
import type { CompiledPolicy, Slot } from "../compile/compiled.ts";
import { constantOf } from "../compile/compile-slot.ts";
import type { Answered, Arithmetic, NeededValue, SeenCondition } from "./decision.ts";
import type { CaseFacts, FactInput, FactValue } from "../facts.ts";
import type { Clause, Condition } from "../model.ts";
import { own } from "../own.ts";

/** What one document answers to one head, and how it came to that. */
export type HeadTrace = Answered & { readonly policy: string };

/** What is left of a rate by a share that nobody knows. */
const unknownRaw = "unknown";

/** The trace in full of one head of `decideCase`: until asked for, facts and rows are enough. */
export function expandTrace(result: CaseResult, index: number): HeadTrace {
  const head = result.policy.heads[index];
  if (head === undefined) throw new RangeError(`no head ${index}`);
  const { clause, answer } = result.heads[index] as CaseHead;
  return traceOf({ policy: result.policy, head }, clause, answer, result.facts, result.rows);
}

/** `answer`: the share that holds; `matched`: the rows that hold, of whatever heads. */
export function traceOf(
  { policy, head }: { readonly policy: CompiledPolicy; readonly head: CompiledHead },
  row: number,
  answer: Fraction,
  facts: CaseFacts,
  matched: readonly number[],
): HeadTrace {
  const { document, reference } = policy;
  const clause = document.clauses[row];
  const arithmetic = arithmeticOf(head, row, facts);
  return {
    policy: reference,
    head: head.head.name,
    clause: clause?.name ?? null,
    overridden: document.clauses.flatMap(({ name }, each) =>
      each !== row && has(matched, each) && has(head.rows, each) ? [name] : [],
    ),
    conditions: (clause?.when ?? []).map((condition) => seenCondition(policy, condition, facts)),
    arithmetic,
    why: isNothing(arithmetic, answer) ? whyNothing(head, clause, arithmetic) : null,
  };
}

function isNothing({ raw }: Arithmetic, answer: Fraction): boolean {
  if (raw === unknownRaw) return compare(answer, zero) === 0;
  return raw === "0/1" || raw.startsWith("-");
}

/** A pay that computes to nothing has a reason even where its clause names none. */
function whyNothing(
  { head }: CompiledHead,
  clause: Clause | undefined,
  { form }: Arithmetic,
): string | null {
  if (clause === undefined) return null;
  const computed = head.direction === "pay" && form !== "plain";
  return clause.why ?? (computed ? "nothing_left" : null);
}

function arithmeticOf(head: CompiledHead, row: number, facts: CaseFacts): Arithmetic {
  const amount = head.amounts[row];
  const max = fractionText(head.head.max);
  if (amount === undefined) {
    return { form: "none", rate: "0/1", fact: null, share: null, raw: "0/1", max };
  }
  const { form, fact } = amount;
  const rate = fractionText(amount.rate);
  if (fact === null) return { form, rate, fact, share: null, raw: rate, max };
  const input = own(facts, fact);
  // Unknown, it cannot move the answer, or it would have been asked for; what it leaves of the
  // rate is unknown all the same, unless the rate is nothing.
  if (input === undefined || !("value" in input)) {
    const nothing = form !== "less" && compare(amount.rate, zero) === 0;
    return { form, rate, fact, share: null, raw: nothing ? "0/1" : unknownRaw, max };
  }
  const share = ratioOf(input.value);
  const raw = fractionText(rawAnswer(amount, share));
  return { form, rate, fact, share: fractionText(share), raw, max };
}

/** A condition with what the case has and whether that meets it; null while it is unknown. */
export function seenCondition(
  policy: CompiledPolicy,
  condition: Condition,
  facts: CaseFacts,
): SeenCondition {
  // Every fact of a condition has its slot, which the compiler makes of the conditions.
  const slots = policy.slots.filter(({ name }) => name === condition.fact);
  const input = own(facts, condition.fact);
  return {
    fact: condition.fact,
    seen: seenValue(slots[0] as Slot, input),
    ...(input !== undefined && "elapsed" in input ? { elapsed: input.elapsed } : {}),
    needed: neededValue(policy, condition),
    met: isMet(policy, slots, condition, input),
  };
}

export function neededValue({ constants }: CompiledPolicy, condition: Condition): NeededValue {
  if (condition.kind === "options") {
    const unproven = condition.unproven ? ["unproven"] : [];
    const unbegun = condition.beforeStart === true ? ["before_start"] : [];
    return { options: [...condition.options, ...unproven, ...unbegun] };
  }
  const bounds = condition.bounds.map((bound) => ({
    operator: bound.operator,
    constant: constantOf(bound, constants).text,
  }));
  return { bounds };
}

/** Flags as `yes` and `no`, an unsaid wish as its default; null while unknown. */
function seenValue(slot: Slot, input: FactInput | undefined): FactValue | null {
  if (input === undefined || input.state === "unknown") {
    return [...slot.options.keys()][slot.unsaid] ?? null;
  }
  if (!("value" in input)) return input.state;
  if (slot.fact.type === "flag") return isYes(input.value) ? "yes" : "no";
  return input.value;
}

function isMet(
  policy: CompiledPolicy,
  slots: readonly Slot[],
  condition: Condition,
  input: FactInput | undefined,
): boolean | null {
  const row = rowOf(policy, condition);
  for (const slot of slots) {
    const cell = cellOf(slot, input);
    if (cell === unknownCell) return null;
    if (!has(slot.masks, cell * policy.words * 32 + row)) return false;
  }
  return true;
}

/** The row to which a condition of the document belongs. */
function rowOf({ document }: CompiledPolicy, condition: Condition): number {
  return document.clauses.findIndex(({ when }) => when.includes(condition));
}
