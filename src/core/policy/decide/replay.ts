import { canonicalJson } from "./canonical.ts";
import type { CompiledPolicy } from "../compile/compiled.ts";
import { decide } from "./decide.ts";
import type { BaseOf, Decision, ItemPlace, PartsOf } from "./decision.ts";

/** Whether a stored decision comes out again, byte for byte, and what comes out otherwise. */
export type Replay =
  | { readonly same: true }
  | { readonly same: false; readonly expected: string; readonly found: string };

/**
 * Decides again from what the decision itself holds, under the given documents: those that it
 * names, compiled with its parameters. Amounts of bases are the stored ones.
 */
export function replay(decision: Decision, policies: readonly CompiledPolicy[]): Replay {
  const result = decide({
    policies,
    currency: decision.currency,
    calendarVersion: decision.calendar,
    orderFacts: decision.facts.order,
    items: decision.facts.items,
    baseOf: storedBase(decision),
    partsOf: storedParts(decision),
    final: decision.final,
  });
  const expected = canonicalJson(decision);
  const found = canonicalJson(result.status === "decided" ? result.decision : result);
  return expected === found ? { same: true } : { same: false, expected, found };
}

function storedBase({ heads }: Decision): BaseOf {
  return (base, place) => {
    const items = heads.filter((head) => head.base === base).flatMap((head) => head.items);
    // An item without an answer had nothing to share out, or the replay differs, as it should.
    return items.find((item) => isSamePlace(item, place))?.baseMinor ?? 0;
  };
}

/** The parts for which a stored decision answered its order bases; null: for the whole order. */
export function storedParts({ heads }: Decision): PartsOf {
  return (base, items) => {
    const stored = heads.filter((head) => head.base === base).flatMap((head) => head.items);
    if (stored.some(({ lineId }) => lineId === null)) return null;
    return items.filter((place) => stored.some((item) => isSamePlace(item, place)));
  };
}

function isSamePlace(one: ItemPlace, other: ItemPlace): boolean {
  return (
    one.lineId === other.lineId &&
    one.packetId === other.packetId &&
    one.from === other.from &&
    one.to === other.to
  );
}
