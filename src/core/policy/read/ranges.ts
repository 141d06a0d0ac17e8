import { compareConstants } from "../constant.ts";
import type { Constant, OrderedFact } from "../model.ts";
import type { Problems } from "./reading.ts";
import type { Position } from "../syntax.ts";

/** Whether a constant lies within the fact's range, which is reported when it does not. */
export function checkInRange(
  constant: Constant,
  fact: OrderedFact,
  at: Position,
  problems: Problems,
): boolean {
  const { from, to } = fact.range;
  if (within(constant, fact.range)) return true;
  const values = { found: constant.text, fact: fact.name, from: from.text, to: to.text };
  problems.add("out_of_range", at, values);
  return false;
}

/** Both ends count; a constant that cannot be told apart from an end is not within. */
export function within(constant: Constant, range: OrderedFact["range"]): boolean {
  const low = compareConstants(range.from, constant);
  const high = compareConstants(constant, range.to);
  return low !== null && high !== null && low <= 0 && high <= 0;
}
