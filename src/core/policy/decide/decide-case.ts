import { type Fraction, zero } from "../../money/index.ts";
import { answerOf } from "./answer.ts";
import { has, lowestBit } from "../compile/bits.ts";
import { ratioOf } from "./cell.ts";
import type { CaseHead, CaseResult, CompiledHead, CompiledPolicy } from "../compile/compiled.ts";
import type { CaseFacts } from "../facts.ts";
import { PolicyFault } from "../fault.ts";
import { type Match, matchRows } from "./match.ts";

/**
 * What one document answers to one case, per head: the hot path, for facts that were checked and
 * settled by their states. An unknown fact that matters is the caller's fault.
 * @throws PolicyFault for a gap or an overlap, which the proof of the document excludes.
 */
export function decideCase(policy: CompiledPolicy, facts: CaseFacts): CaseResult {
  const match = matchRows(policy, facts);
  const heads: CaseHead[] = [];
  for (let index = 0; index < policy.heads.length; index += 1) {
    const head = policy.heads[index] as CompiledHead;
    if (!isDetermined(match, head)) throw unknownFacts(policy, head);
    const clause = winnerOf(policy, head, match.certain);
    heads.push({ clause, answer: answerBy(policy, head, clause, facts) });
  }
  return { policy, facts, rows: match.certain, heads };
}

function unknownFacts(policy: CompiledPolicy, { head }: CompiledHead): PolicyFault {
  const names = policy.slots.map(({ name }) => name);
  return new PolicyFault("unknown_fact", policy.reference, head.name, names);
}

/** Whether the unknown facts leave open which clauses of a head hold. */
export function isDetermined({ certain, possible }: Match, { rows }: CompiledHead): boolean {
  if (certain === possible) return true;
  return certain.every(
    (word, index) => ((word ^ (possible[index] ?? 0)) & (rows[index] ?? 0)) === 0,
  );
}

/** The one clause of a head that holds and is not overridden; −1 where the head may be silent. */
export function winnerOf(
  policy: CompiledPolicy,
  head: CompiledHead,
  matched: readonly number[],
): number {
  const { rows } = head;
  let winner = -1;
  for (let word = 0; word < matched.length; word += 1) {
    let bits = (matched[word] ?? 0) & (rows[word] ?? 0);
    for (; bits !== 0; bits &= bits - 1) {
      const row = word * 32 + lowestBit(bits);
      if (isOverridden(policy, head, row, matched)) continue;
      if (winner >= 0) throw fault("overlap", policy, head, matched);
      winner = row;
    }
  }
  if (winner < 0 && head.head.otherwise === "error") throw fault("gap", policy, head, matched);
  return winner;
}

/** Overrides hold per head: only a clause that gives to the head takes it from another. */
function isOverridden(
  { overriders }: CompiledPolicy,
  { rows }: CompiledHead,
  row: number,
  matched: readonly number[],
): boolean {
  const by = overriders[row];
  if (!by) return false;
  for (let word = 0; word < by.length; word += 1) {
    if (((by[word] ?? 0) & (matched[word] ?? 0) & (rows[word] ?? 0)) !== 0) return true;
  }
  return false;
}

function answerBy(
  { reference }: CompiledPolicy,
  head: CompiledHead,
  clause: number,
  facts: CaseFacts,
): Fraction {
  const amount = head.amounts[clause];
  if (amount === undefined) return zero;
  // The document's check holds plain rates within [0, max].
  if (amount.fact === null) return amount.rate;
  const input = facts[amount.fact];
  if (input === undefined || !("value" in input)) {
    throw new PolicyFault("unknown_fact", reference, head.head.name, [amount.fact]);
  }
  return answerOf(amount, ratioOf(input.value), head.head.max);
}

function fault(
  code: "gap" | "overlap",
  { document, reference }: CompiledPolicy,
  { head, rows }: CompiledHead,
  matched: readonly number[],
): PolicyFault {
  const names = document.clauses
    .filter((_, row) => has(matched, row) && has(rows, row))
    .map(({ name }) => name);
  return new PolicyFault(code, reference, head.name, names);
}
