import { ClaimKind } from "../../contract/index.ts";
import type { Language, WireKindOnOffer } from "../../contract/index.ts";
import { baseAmount } from "../../core/index.ts";
import type { CompiledPolicy, Fact, OrderFacts, Scope } from "../../core/index.ts";
import { loadFactsForClaims } from "../../orders/index.ts";
import type { OrderForClaim } from "../../orders/index.ts";
import type { ReadTx } from "../../platform/index.ts";
import { loadBound, unsaidOf } from "../../promises/index.ts";
import { optionsOf } from "./needed.ts";

/** What the customer of these orders can apply for, and what can be said with it. */
export async function kindsOnOffer(
  tx: ReadTx,
  orderIds: readonly string[],
  language: Language,
): Promise<WireKindOnOffer[]> {
  const orders = await loadFactsForClaims(tx, orderIds);
  const items: WireKindOnOffer[] = [];
  for (const order of orders) {
    const { orderId, pins } = order;
    for (const kind of ClaimKind.enum) {
      const bound = await loadBound(tx, pins, kind);
      if (bound.length === 0) continue;
      const promises = bound.flatMap(({ document }) => document.title?.[language] ?? []);
      const facts = sayableFacts(bound, language);
      const likely = isLikely(order, bound);
      items.push({ orderId, kind, promises, likely, of: placesOf(bound), facts });
    }
  }
  return items;
}

/** Whether a policy has something to pay here: a package's promise says nothing about a cup. */
function isLikely({ facts }: OrderForClaim, bound: readonly CompiledPolicy[]): boolean {
  if (facts === null) return false;
  return bound.some(({ document }) =>
    document.heads
      .filter(({ direction }) => direction === "pay")
      .some(({ base }) => paidPlaces(facts, document.bases[base]?.scope ?? "order", base)),
  );
}

function paidPlaces(facts: OrderFacts, scope: Scope, base: string): boolean {
  const whole = { lineId: null, packetId: null, from: 0, to: 1 };
  if (scope === "order") return (baseAmount(facts, base, whole, {}) ?? 0) > 0;
  return facts.lines.some(({ lineId, packetId, quantity: to }) => {
    const place = scope === "line" ? { ...whole, lineId, to } : { ...whole, packetId };
    return (baseAmount(facts, base, place, {}) ?? 0) > 0;
  });
}

/** The finest thing that the policies pay for decides what the customer has to name. */
function placesOf(bound: readonly CompiledPolicy[]): WireKindOnOffer["of"] {
  const scopes = new Set(
    bound.flatMap(({ document }) =>
      document.heads.map(({ base }) => document.bases[base]?.scope ?? "order"),
    ),
  );
  if (scopes.has("line")) return "lines";
  return scopes.has("packet") ? "packets" : "order";
}

/**
 * The customer's own facts, and those of a reviewer that stay unsaid until somebody alleges them:
 * what a reviewer measures in any case is not the customer's to say.
 */
function sayableFacts(
  bound: readonly CompiledPolicy[],
  language: Language,
): WireKindOnOffer["facts"] {
  const unsaid = unsaidOf(bound);
  const facts = new Map<string, Fact>();
  for (const { document } of bound) {
    for (const fact of Object.values(document.facts)) {
      if (isSayable(fact, unsaid)) facts.set(fact.name, fact);
    }
  }
  return [...facts.values()].map((fact) => ({
    fact: fact.name,
    name: fact.asked[language],
    type: fact.type,
    options: optionsOf(fact, language, "asked"),
    scope: fact.scope,
    wish: wishOf(fact) !== null,
    unsaid: wishOf(fact) ?? unsaid[fact.name] ?? null,
  }));
}

function isSayable(fact: Fact, unsaid: Readonly<Record<string, unknown>>): boolean {
  if (fact.derived !== null || fact.clock !== null || fact.attribute) return false;
  return fact.by === "customer" || (fact.by === "reviewer" && unsaid[fact.name] !== undefined);
}

const wishOf = (fact: Fact): string | null => ("unsaid" in fact ? fact.unsaid : null);
