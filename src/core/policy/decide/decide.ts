import { isSaidIn, sumIn } from "../fixed-sum.ts";
import { compare, fractionText, zero } from "../../money/index.ts";
import { assumptionOf } from "./assumption.ts";
import { type Binding, type JoinedHead, bindPolicies } from "./binding.ts";
import { checkFacts } from "./check-facts.ts";
import { decidedTrace } from "./decided-trace.ts";
import type { DecideRequest, DecideResult, Decision, HeadDecision } from "./decision.ts";
import type { ItemPlace, ItemTrace, NeededFact } from "./decision.ts";
import { explore } from "./explore.ts";
import type { CaseFacts } from "../facts.ts";
import { settleFacts } from "./settle-facts.ts";

/** Names what a stored decision was made by; changes when equal facts may get other answers. */
export const evaluator = "makegood-policy/1";

/** A place with the facts that its heads may read, as they stand under the burden of proof. */
type Case = { readonly place: ItemPlace; readonly facts: CaseFacts };

const wholeOrder: ItemPlace = { lineId: null, packetId: null, from: 0, to: 1 };

/**
 * The answer of all policies and floors that bind a claim: per head and item the exact share of the
 * base with its trace, or the facts that can still change an amount, or why the case is impossible.
 * @throws PolicyFault when a document has a gap or an overlap, which its proof excludes.
 */
export function decide(request: DecideRequest): DecideResult {
  const binding = bindPolicies(request.policies);
  const cases = casesOf(request, binding);
  const impossible = cases
    .map((each) => impossibleCase(each, binding))
    .find((each) => each !== null);
  if (impossible) return impossible;
  const needed: NeededFact[] = [];
  const heads = binding.heads.map((head) =>
    decideHead(head, casesAt(head, cases, request), request, binding, needed),
  );
  if (needed.length > 0) return { status: "needed", needed: eachOnce(needed) };
  return { status: "decided", decision: decisionOf(request, heads) };
}

function casesOf(request: DecideRequest, binding: Binding): Case[] {
  const order = settleFacts(request.orderFacts, binding, request.final);
  const items = request.items.map(({ lineId, packetId, from, to, facts }) => ({
    place: { lineId, packetId, from, to },
    facts: settleFacts({ ...request.orderFacts, ...facts }, binding, request.final),
  }));
  return [{ place: wholeOrder, facts: order }, ...items];
}

function impossibleCase({ place, facts }: Case, binding: Binding): DecideResult | null {
  const at = { status: "impossible", lineId: place.lineId, packetId: place.packetId } as const;
  const fault = checkFacts(facts, binding);
  if (fault !== null) return { ...at, ...fault };
  for (const policy of binding.policies) {
    const assumption = assumptionOf(policy, facts);
    if (assumption === null) continue;
    const names = assumption.never.map(({ fact }) => fact);
    return { ...at, assumption: assumption.name, policy: policy.reference, facts: names };
  }
  return null;
}

/**
 * The cases in which a head is answered: the order once or in parts, or each line or packet. One on
 * a fixed sum that the order's currency does not have is answered nowhere.
 */
function casesAt(
  { base }: JoinedHead,
  cases: readonly Case[],
  { partsOf, currency }: DecideRequest,
): readonly Case[] {
  if (!isSaidIn(base, currency)) return [];
  switch (base.scope) {
    case "order": {
      const [order, ...items] = cases;
      const places = items.map(({ place }) => place);
      const parts = partsOf?.(base.name, places) ?? null;
      if (parts === null) return order === undefined ? [] : [order];
      return items.filter(({ place }) => parts.includes(place));
    }
    case "line":
      return cases.filter(({ place }) => place.lineId !== null);
    case "packet":
      return cases.filter(({ place }) => place.packetId !== null);
  }
}

function decideHead(
  head: JoinedHead,
  cases: readonly Case[],
  request: DecideRequest,
  binding: Binding,
  needed: NeededFact[],
): HeadDecision {
  const items: HeadDecision["items"][number][] = [];
  const trace: ItemTrace[] = [];
  for (const { place, facts } of cases) {
    const baseMinor = sumIn(head.base, request.currency) ?? request.baseOf(head.base.name, place);
    const explored = explore(head, facts, binding);
    if (explored.status === "open") {
      // Whatever the share of nothing is, no fact can change the amount.
      if (baseMinor !== 0) needed.push(...neededFacts(explored.facts, place, binding));
      continue;
    }
    const { composed } = explored;
    if (composed.winner === null) continue;
    const { lowest } = composed.winner;
    if (baseMinor === null && asksForSum(head, request) && compare(lowest, zero) > 0) {
      needed.push(sumOf(head.base.name));
    }
    const fraction = fractionText(lowest);
    items.push({ ...place, baseMinor: baseMinor ?? 0, fraction });
    trace.push(decidedTrace(head, composed.winner, composed, facts, binding));
  }
  const { direction, grant, base } = head;
  const settles = direction === "grant" ? "grant" : base.settles;
  return { direction, base: base.name, grant, settles, items, trace };
}

/**
 * A sum that only the merchant can state is asked for before money goes out. What the customer
 * would have to show (a freight receipt) does not hold back the rest: it is paid once it is stated.
 */
function asksForSum({ direction, base }: JoinedHead, { final }: DecideRequest): boolean {
  if (final || direction === "grant") return false;
  return direction === "take" || isOwnBase(base);
}

/** Bases of one document carry its id in their name. */
const isOwnBase = ({ name }: JoinedHead["base"]): boolean => name.includes("/");

function sumOf(base: string): NeededFact {
  return { fact: `base.${base}`, lineId: null, packetId: null, by: "reviewer", proof: [] };
}

function neededFacts(names: ReadonlySet<string>, place: ItemPlace, binding: Binding): NeededFact[] {
  return [...names].flatMap((name) => {
    const fact = binding.facts.get(name)?.fact;
    if (fact === undefined) return [];
    const { lineId, packetId } = fact.scope === "order" ? wholeOrder : place;
    return [{ fact: name, lineId, packetId, by: fact.by, proof: fact.proof }];
  });
}

function eachOnce(needed: readonly NeededFact[]): NeededFact[] {
  const keyOf = ({ fact, lineId, packetId }: NeededFact) =>
    JSON.stringify([fact, lineId, packetId]);
  return [...new Map(needed.map((each) => [keyOf(each), each])).values()];
}

function decisionOf(request: DecideRequest, heads: readonly HeadDecision[]): Decision {
  return {
    evaluator,
    calendar: request.calendarVersion,
    currency: request.currency,
    final: request.final,
    policies: request.policies.map(({ document, params }) => ({
      id: document.id,
      version: document.version,
      hash: document.hash,
      params,
    })),
    facts: { order: request.orderFacts, items: request.items },
    heads,
  };
}
