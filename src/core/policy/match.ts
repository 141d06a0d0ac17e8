import { cellOf, unknownCell } from "./cell.ts";
import type { CompiledPolicy } from "./compiled.ts";
import type { CaseFacts } from "./facts.ts";

/**
 * The rows that hold whatever the unknown facts are, and those that may hold. Without an unknown
 * fact they are one and the same array.
 */
export type Match = { readonly certain: readonly number[]; readonly possible: readonly number[] };

export function matchRows(policy: CompiledPolicy, facts: CaseFacts): Match {
  const { words, alive, slots } = policy;
  const certain = [...alive];
  let possible = certain;
  for (const slot of slots) {
    const cell = cellOf(slot, facts[slot.fact.name]);
    if (cell === unknownCell) {
      if (possible === certain) possible = [...certain];
      keep(certain, slot.every, 0);
      keep(possible, slot.some, 0);
    } else {
      keep(certain, slot.masks, cell * words);
      if (possible !== certain) keep(possible, slot.masks, cell * words);
    }
  }
  return { certain, possible };
}

function keep(rows: number[], mask: Int32Array, offset: number): void {
  for (let word = 0; word < rows.length; word += 1) {
    rows[word] = (rows[word] ?? 0) & (mask[offset + word] ?? 0);
  }
}
