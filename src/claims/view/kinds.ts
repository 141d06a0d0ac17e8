import { ClaimKind } from "../../contract/index.ts";
import type { Language, WireKindOnOffer } from "../../contract/index.ts";
import { baseAmount } from "../../core/index.ts";
import type { CompiledPolicy, Fact, OrderFacts, Scope } from "../../core/index.ts";
import type { ReadTx } from "../../platform/index.ts";
import { unsaidOf } from "../../promises/index.ts";
import { readOrders } from "../flow/load.ts";
import type { LoadedOrder } from "../flow/load.ts";
import { linesOfWhole } from "../rules/plan.ts";
import { canBring, factsThatMatter } from "../rules/preview.ts";
import type { AskedItem } from "../rules/units.ts";
import { gaps } from "../rules/units.ts";
import { optionsOf } from "./needed.ts";

/**
 * What the customer of these orders can apply for, and what can be said with it: only what can
 * bring something as the order stands, and nothing twice while a claim on it is open.
 */
export async function kindsOnOffer(
  tx: ReadTx,
  orderIds: readonly string[],
  language: Language,
): Promise<WireKindOnOffer[]> {
  const items: WireKindOnOffer[] = [];
  for (const kind of ClaimKind.enum) {
    for (const order of await readOrders(tx, orderIds, kind)) {
      const offered = onOffer(order, kind, tx.now, language);
      if (offered !== null) items.push(offered);
    }
  }
  return items;
}

function onOffer(
  order: LoadedOrder,
  kind: WireKindOnOffer["kind"],
  receivedAt: number,
  language: Language,
): WireKindOnOffer | null {
  const { orderId, policies, facts } = order;
  if (facts === null) return null;
  const of = placesOf(policies);
  const about = policies.filter((policy) => isAbout(facts, policy));
  const asked = itemsLeft(order, of).filter((item) => {
    const given = { facts: [], mayAttest: false, isCustomer: true };
    const claim = { claimId: "preview", kind, items: [item], given, receivedAt };
    return canBring({ ...claim, endsAt: null, final: false, now: receivedAt }, [order]);
  });
  if (about.length === 0 || asked.length === 0) return null;
  const matter = factsThatMatter(order, asked, receivedAt);
  const own = about.filter(({ document }) => document.kind === "policy");
  const named = own.length === 0 ? about : own;
  const promises = named.flatMap(({ document }) => document.title?.[language] ?? []);
  const sayable = sayableFacts(policies, language).filter(({ fact }) => matter.has(fact));
  const lineIds = asked.flatMap(({ lineId }) => lineId ?? []);
  const packetIds = asked.flatMap(({ packetId }) => packetId ?? []);
  return { orderId, kind, promises, of, lineIds, packetIds, facts: sayable };
}

// What comes along with goods is settled with them and is nothing that can be sent back.
const accessories = new Set(["shipping", "tax", "fee"]);

/** What no claim has named yet: whole lines with units left, packets, or the order as a whole. */
function itemsLeft(known: LoadedOrder, of: WireKindOnOffer["of"]): AskedItem[] {
  const { orderId, facts, order, named } = known;
  if (of === "order") return isAwaited(known) ? [] : [{ orderId }];
  if (of === "lines") {
    return (facts?.lines ?? []).flatMap(({ lineId, quantity, kind }) => {
      const ofLine = named.filter((place) => place.lineId === lineId);
      const isFree = gaps(ofLine, quantity).length > 0;
      return isFree && !accessories.has(kind) ? [{ orderId, lineId }] : [];
    });
  }
  const sold = order.facts?.lines.flatMap(({ packetId }) => packetId ?? []) ?? [];
  const granted = (facts?.granted ?? []).flatMap(({ id, packet }) => (packet === null ? [] : [id]));
  return [...new Set([...sold, ...granted])]
    .filter((packetId) => !named.some((place) => place.packetId === packetId))
    .map((packetId) => ({ orderId, packetId }));
}

/** Whether claims wait for all that the order as a whole means. */
function isAwaited(known: LoadedOrder): boolean {
  const { facts, named, accepted } = known;
  const waiting = named.filter(({ claimId }) => !accepted.some((one) => one.claimId === claimId));
  if (waiting.some(({ lineId, packetId }) => lineId === null && packetId === null)) return true;
  const means = new Set(linesOfWhole(known));
  const lines = facts?.lines.filter(({ lineId }) => means.has(lineId)) ?? [];
  const isGone = ({ lineId, quantity }: (typeof lines)[number]): boolean =>
    gaps(
      waiting.filter((place) => place.lineId === lineId),
      quantity,
    ).length === 0;
  return lines.length > 0 && lines.every(isGone);
}

/** Whether a document has something to pay here: a package's promise says nothing about a cup. */
function isAbout(facts: OrderFacts, { document }: CompiledPolicy): boolean {
  return document.heads
    .filter(({ direction }) => direction === "pay")
    .some(({ base }) => paidPlaces(facts, document.bases[base]?.scope ?? "order", base));
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
