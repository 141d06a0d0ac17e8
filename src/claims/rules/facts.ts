import { grouped, once } from "../../core/index.ts";
import type { CaseFacts, FactInput, FactValue } from "../../core/index.ts";

/** Something said or attested about a claim, in the order in which it came. */
export type SaidFact = FactPlace & { readonly fact: string } & (
    | { readonly state: "claimed" | "attested"; readonly value: FactValue }
    // A reviewer found that it is not proven.
    | { readonly state: "unproven"; readonly value: null }
  );

export interface FactPlace {
  readonly orderId: string;
  readonly lineId: string | null;
  readonly packetId: string | null;
}

/**
 * What is known at a place: the order's own events, then what was said there. An attestation holds
 * against events and claims, since it is how a late or wrong record is put right; a claim never
 * holds against an event, nor against a reviewer who found that something is not proven.
 */
export function factsAt(place: FactPlace, events: CaseFacts, said: readonly SaidFact[]): CaseFacts {
  const known: Record<string, FactInput> = { ...events };
  for (const one of byPlace(said).get(keyOf(place)) ?? []) {
    const { fact, state } = one;
    const before = known[fact]?.state ?? "unknown";
    const holds = state !== "claimed" || before === "claimed" || before === "unknown";
    if (holds) known[fact] = one.state === "unproven" ? { state: "unproven" } : inputOf(one);
  }
  return known;
}

const inputOf = ({ state, value }: Exclude<SaidFact, { state: "unproven" }>): FactInput => ({
  state,
  value,
});

const keyOf = ({ orderId, lineId, packetId }: FactPlace): string =>
  JSON.stringify([orderId, lineId, packetId]);

const byPlace = once((said: readonly SaidFact[]) => grouped(said, keyOf));

export function samePlace(left: FactPlace, right: FactPlace): boolean {
  return (
    left.orderId === right.orderId &&
    left.lineId === right.lineId &&
    left.packetId === right.packetId
  );
}

const basePrefix = "base.";

/** The base that a said fact states the sum of; null for a fact of the catalogue. */
export const statedBase = (fact: string): string | null =>
  fact.startsWith(basePrefix) ? fact.slice(basePrefix.length) : null;

/** The sums that reviewers have read off receipts, by base; the last one holds. */
export function statedSums(orderId: string, said: readonly SaidFact[]): Record<string, number> {
  const sums: Record<string, number> = {};
  for (const { fact, value, state, ...where } of said) {
    const base = statedBase(fact);
    const counts = state === "attested" && where.orderId === orderId && typeof value === "number";
    if (base !== null && counts) sums[base] = value;
  }
  return sums;
}
