import { calendarOf } from "../../core/index.ts";
import type { CaseFacts, CompiledPolicy, OrderFacts, Scope } from "../../core/index.ts";
import { knownFacts } from "../../orders/index.ts";
import { unsaidOf } from "../../promises/index.ts";
import type { PastOrder, PastPart } from "../past-pages.ts";
import type { UnreadFacts } from "../rules/backtest/past.ts";

const none: CaseFacts = {};
export const nothingUnread: UnreadFacts = { order: none, line: () => none, packet: () => none };

/**
 * What the order's record says of a claim at the instant at which it came, by the function that
 * filing uses: the draft may read of it what nobody read then. A fact that customers allege and
 * nobody had reason to allege counts as unsaid, as it does in production.
 */
export function unreadFacts(
  { order, parts }: PastOrder,
  facts: OrderFacts,
  part: PastPart,
  policies: readonly CompiledPolicy[],
): UnreadFacts {
  const said = new Map(part.decision.facts.items.map((item) => [item.lineId, item.facts] as const));
  const known = knownFacts(
    { facts, record: order.record },
    {
      policies,
      items: namedUntil(parts, part),
      claimed: part.decision.facts.items,
      filedAt: part.row.received_at,
      endsAt: part.row.ends_at,
      calendar: calendarOf(order),
      said: (fact, lineId) => said.get(lineId)?.[fact],
    },
  );
  const unsaid = (scope: Scope): CaseFacts => unsaidAt(scope, policies);
  return {
    order: { ...unsaid("order"), ...known.orderFacts },
    line: (lineId) => ({ ...unsaid("line"), ...known.lineFacts(lineId) }),
    packet: (packetId) => ({ ...unsaid("packet"), ...known.packetFacts(packetId) }),
  };
}

function unsaidAt(scope: Scope, policies: readonly CompiledPolicy[]): CaseFacts {
  const said = Object.entries(unsaidOf(policies)).filter(([name]) =>
    policies.some(({ document }) => document.facts[name]?.scope === scope),
  );
  return Object.fromEntries(said.map(([name, value]) => [name, { state: "event", value }]));
}

/** All units given back so far: of this claim, and of earlier ones that were not refused. */
function namedUntil(parts: readonly PastPart[], part: PastPart) {
  return parts
    .filter((other) => other === part || (!other.row.refused && other.decisionId < part.decisionId))
    .flatMap(({ decision }) => decision.facts.items);
}
