import { cellOf, unknownCell } from "./cell.ts";
import type { CompiledPolicy, Slot } from "../compile/compiled.ts";
import type { CaseFacts } from "../facts.ts";

/**
 * The rows that hold whatever the unknown facts are, and those that may hold. Without an unknown
 * fact they are one and the same array.
 */
export type Match = { readonly certain: readonly number[]; readonly possible: readonly number[] };

export function matchRows(policy: CompiledPolicy, facts: CaseFacts): Match {
  const { words, alive, slots } = policy;
  return words === 1 ? matchWord(alive[0] ?? 0, slots, facts) : matchWords(policy, facts);
}

/** Up to 32 rows, as most documents have, are one integer on the way of every decision. */
function matchWord(alive: number, slots: readonly Slot[], facts: CaseFacts): Match {
  let certain = alive;
  let possible = alive;
  for (let index = 0; index < slots.length; index += 1) {
    const slot = slots[index] as Slot;
    const cell = cellOf(slot, facts[slot.name]);
    if (cell === unknownCell) {
      certain &= slot.every[0] ?? 0;
      possible &= slot.some[0] ?? 0;
    } else {
      const mask = slot.masks[cell] ?? 0;
      certain &= mask;
      possible &= mask;
    }
  }
  const rows = [certain];
  return { certain: rows, possible: possible === certain ? rows : [possible] };
}

function matchWords({ words, alive, slots }: CompiledPolicy, facts: CaseFacts): Match {
  const certain = [...alive];
  let possible = certain;
  for (const slot of slots) {
    const cell = cellOf(slot, facts[slot.name]);
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

function keep(rows: number[], mask: readonly number[], offset: number): void {
  for (let word = 0; word < rows.length; word += 1) {
    rows[word] = (rows[word] ?? 0) & (mask[offset + word] ?? 0);
  }
}
