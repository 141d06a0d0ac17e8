import type { AcceptedDecision, AcceptedHead, AcceptedItem, OrderFacts } from "../types.ts";
import type { Random } from "./random.ts";

export type DecisionOptions = {
  readonly takes: boolean;
  readonly corrections: boolean;
};

const everything: DecisionOptions = { takes: true, corrections: true };
const shares = [
  "0/1",
  "1/1",
  "1/1",
  "1/1",
  "1/2",
  "1/3",
  "2/7",
  "1/2000",
  "9/10",
  "99/100",
  "17/23",
];

/** Up to four accepted decisions on any units of the order. */
export function randomDecisions(
  random: Random,
  order: OrderFacts,
  options: DecisionOptions = everything,
): AcceptedDecision[] {
  const decisions: AcceptedDecision[] = [];
  for (let count = random.below(5); count > 0; count -= 1) {
    const earlier = decisions.map((decision) => decision.decisionId);
    const corrects = options.corrections && earlier.length > 0 && random.chance(30);
    decisions.push({
      decisionId: `d${decisions.length}`,
      claimId: `claim${decisions.length}`,
      corrects: corrects ? random.pick(earlier) : null,
      heads: randomHeads(random, order, options),
    });
  }
  return decisions;
}

function randomHeads(random: Random, order: OrderFacts, options: DecisionOptions): AcceptedHead[] {
  const heads: AcceptedHead[] = [lineHead(random, order, "pay", "line.paid")];
  for (const base of ["order.prepaid", "order.shipping", "campaign.fee"]) {
    if (!random.chance(25)) continue;
    const inParts = base !== "order.shipping" && random.chance(50);
    heads.push(
      inParts ? lineHead(random, order, "pay", base) : orderHead(random, "pay", base, "refund"),
    );
  }
  if (random.chance(20)) heads.push(packetHead(random, "pay", "packet.face", "sold"));
  if (random.chance(20)) heads.push(orderHead(random, "pay", "return.freight", "cash"));
  if (random.chance(20)) {
    const whole = orderHead(random, "grant", "order.prepaid", "grant");
    const { items } = random.chance(50) ? lineHead(random, order, "pay", "order.prepaid") : whole;
    heads.push({ ...whole, items, grant: "voucher" });
  }
  if (!options.takes) return heads;
  if (random.chance(30)) heads.push(lineHead(random, order, "take", "line.gift_price"));
  if (random.chance(20))
    heads.push(packetHead(random, "take", "packet.credited", random.pick(["a", "b"])));
  return heads;
}

function lineHead(
  random: Random,
  order: OrderFacts,
  direction: "pay" | "take",
  base: string,
): AcceptedHead {
  const items: AcceptedItem[] = [];
  for (const line of order.lines) {
    if (random.chance(40)) continue;
    const from = random.below(line.quantity);
    const to = from + 1 + random.below(line.quantity - from);
    items.push({
      lineId: line.lineId,
      packetId: null,
      from,
      to,
      baseMinor: 0,
      fraction: random.pick(shares),
    });
  }
  return { direction, base, grant: null, settles: "refund", items };
}

function orderHead(
  random: Random,
  direction: "pay" | "grant",
  base: string,
  settles: "refund" | "cash" | "grant",
): AcceptedHead {
  const item = { lineId: null, packetId: null, from: 0, to: 1 };
  const items = [{ ...item, baseMinor: random.below(500), fraction: random.pick(shares) }];
  return { direction, base, grant: null, settles, items };
}

function packetHead(
  random: Random,
  direction: "pay" | "take",
  base: string,
  packetId: string,
): AcceptedHead {
  const item = { lineId: null, packetId, from: 0, to: 1 };
  const items = [{ ...item, baseMinor: random.below(200), fraction: random.pick(shares) }];
  return { direction, base, grant: null, settles: "refund", items };
}
