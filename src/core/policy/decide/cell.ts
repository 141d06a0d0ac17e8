import { type Fraction, compare, isRefusal, parseFraction } from "../../money/index.ts";
import type { Slot } from "../compile/compiled.ts";
import { shareOfConstant } from "../constant.ts";
import { PolicyFault } from "../fault.ts";
import type { FactInput, FactValue } from "../facts.ts";

/** The cell of an unknown value. */
export const unknownCell = -1;

type Known = Extract<FactInput, { value: unknown }>;

/** The cell of a slot in which a value lies. Values were checked by `checkFacts`. */
export function cellOf(slot: Slot, input: FactInput | undefined): number {
  if (input === undefined || input.state === "unknown") {
    return slot.unsaid;
  }
  if (input.state === "unproven") return slot.unproven;
  if (input.state === "before_start") return slot.beforeStart;
  const { value } = input;
  switch (slot.fact.type) {
    case "duration":
    case "count":
    case "days":
      return cellOfWhole(slot.marked ? firstsOf(slot, input) : slot.firsts, value as number);
    case "ratio":
      return cellOfRatio(slot, ratioOf(value));
    case "choice":
      return slot.options.get(value as string) ?? unknownCell;
    case "flag":
      return isYes(value) ? 1 : 0;
  }
}

export function isYes(value: FactValue): boolean {
  return value === true || value === "yes";
}

/** How many cuts a value passes. */
function cellOfWhole(firsts: readonly number[], value: number): number {
  let low = 0;
  let high = firsts.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (value >= (firsts[middle] ?? Infinity)) low = middle + 1;
    else high = middle;
  }
  return low;
}

function cellOfRatio({ cuts }: Slot, value: Fraction): number {
  let cell = 0;
  for (const { constant, above } of cuts) {
    const order = compare(value, shareOfConstant(constant));
    if (order < 0 || (order === 0 && above)) break;
    cell += 1;
  }
  return cell;
}

/** The cuts of a day count whose months last as long as the case's marks say. */
function firstsOf(slot: Slot, { marks }: Known): number[] {
  return slot.cuts.map(({ constant, above }, index) => {
    if (constant.kind !== "period") return slot.firsts[index] ?? Infinity;
    const days = marks?.[constant.text];
    if (days === undefined) {
      throw new PolicyFault("missing_mark", constant.text, slot.fact.name, [constant.text]);
    }
    return days + Number(above);
  });
}

/** A share as a fraction; texts such as `1/3` and `33%` are read. */
export function ratioOf(value: FactValue): Fraction {
  if (typeof value === "object") return value;
  const read = parseFraction(String(value));
  if (isRefusal(read)) throw new RangeError(read.sentence);
  return read;
}
