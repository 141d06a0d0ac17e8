import type { Binding } from "./binding.ts";
import type { Interval, ShareOf } from "./candidate.ts";
import { ratioOf } from "./cell.ts";
import { shareOfConstant } from "../constant.ts";
import { own } from "../own.ts";

const nothingNarrowed: ReadonlyMap<string, Interval> = new Map();

/**
 * What shares can be: the narrowed cell, whose value in the case stands for all in it; else the
 * value that the case has; else the whole range.
 */
export function sharesIn(binding: Binding, narrowed = nothingNarrowed): ShareOf {
  return (name, facts) => {
    const input = own(facts, name);
    const value = input !== undefined && "value" in input ? ratioOf(input.value) : null;
    const known = value === null ? rangeOf(name, binding) : { lowest: value, highest: value };
    return narrowed.get(name) ?? known;
  };
}

/**
 * All that a share can be while nothing is known of it.
 * @throws RangeError for a fact that is no share, which the reader of documents excludes.
 */
function rangeOf(name: string, { facts }: Binding): Interval {
  const fact = facts.get(name)?.fact;
  if (fact?.type !== "ratio") throw new RangeError(`\`${name}\` is no share`);
  const { from, to } = fact.range;
  return { lowest: shareOfConstant(from), highest: shareOfConstant(to) };
}
