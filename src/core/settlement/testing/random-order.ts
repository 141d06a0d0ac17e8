import { accepted, largestRemainder, sumMinor } from "../../money/index.ts";
import { type AdjustedPrices, adjustedPrices } from "../freeze-adjustments.ts";
import { freezeOrder } from "../freeze-order.ts";
import type {
  Adjustment,
  DraftGrant,
  DraftLine,
  DraftTender,
  Off,
  OrderDraft,
  OrderFacts,
} from "../types.ts";
import { type Random } from "./random.ts";

type OrderOptions = {
  readonly largestPriceMinor: number;
  /** Percent of orders with chargebacks, outside debits and spent packets. */
  readonly trouble: number;
};

const ordinary: OrderOptions = { largestPriceMinor: 300, trouble: 30 };

/** A frozen order of up to seven lines and five tenders with discounts of every kind. */
export function randomOrder(random: Random, options: OrderOptions = ordinary): OrderFacts {
  const frozen = accepted<OrderFacts>(freezeOrder(randomDraft(random, options)));
  return random.chance(options.trouble) ? troubled(random, frozen) : frozen;
}

/** What `randomOrder` freezes. */
export function randomDraft(random: Random, options: OrderOptions = ordinary): OrderDraft {
  const lines = randomLines(random, options.largestPriceMinor);
  const draft: OrderDraft = {
    currency: "CNY",
    zone: "Asia/Shanghai",
    lines,
    adjustments: randomAdjustments(random, lines),
    granted: randomGrants(random, lines),
    tenders: [],
    thresholdRule: random.pick(["keep", "reprice"]),
  };
  const { paidMinor } = accepted<AdjustedPrices>(adjustedPrices(draft));
  return { ...draft, tenders: randomTenders(random, lines, paidMinor) };
}

function randomLines(random: Random, priceMinor: number): DraftLine[] {
  const lines: DraftLine[] = [];
  const add = (
    kind: DraftLine["kind"],
    quantity: number,
    more: Partial<DraftLine> = {},
  ): string => {
    const lineId = `${kind}${lines.length}`;
    lines.push({ lineId, kind, quantity, unitPriceMinor: random.below(priceMinor), ...more });
    return lineId;
  };
  for (let count = 1 + random.below(3); count > 0; count -= 1) {
    const lineId = add(random.pick(["goods", "goods", "service", "package"]), 1 + random.below(4));
    if (random.chance(25)) add("tax", 1, { taxOf: lineId });
    if (random.chance(20)) {
      const giftPriceMinor = random.below(priceMinor);
      add("gift", 1 + random.below(2), { unitPriceMinor: 0, giftOf: lineId, giftPriceMinor });
    }
  }
  if (random.chance(40)) {
    const shipping = add("shipping", 1);
    if (random.chance(50)) add("tax", 1, { taxOf: random.chance(50) ? shipping : null });
  }
  if (random.chance(10)) add("packet", 1, { packetId: "sold" });
  if (random.chance(10)) add("campaign_fee", 1);
  return lines;
}

function randomOff(random: Random): Off {
  return random.chance(50) ? { minor: random.below(120) } : { percent: `${random.below(101)}%` };
}

function randomAdjustments(random: Random, lines: readonly DraftLine[]): Adjustment[] {
  const all: Adjustment[] = [];
  if (random.chance(25)) {
    all.push({ kind: "item_discount", lineId: random.pick(lines).lineId, off: randomOff(random) });
  }
  if (random.chance(50)) {
    const from = 50 + random.below(300);
    const tiers = [
      { fromMinor: from, off: { minor: random.below(50) } },
      { fromMinor: from + 1 + random.below(300), off: { percent: `${random.below(60)}%` } },
    ];
    all.push({ kind: "threshold", tiers });
  }
  if (random.chance(25)) all.push({ kind: "order_discount", off: randomOff(random) });
  if (random.chance(40)) {
    all.push({
      kind: "coupon",
      couponId: "c",
      off: randomOff(random),
      lineIds: someLines(random, lines),
    });
  }
  return all;
}

function someLines(random: Random, lines: readonly DraftLine[]): string[] | null {
  if (random.chance(40)) return null;
  return lines.filter(() => random.chance(60)).map((line) => line.lineId);
}

function randomGrants(random: Random, lines: readonly DraftLine[]): DraftGrant[] {
  const all: DraftGrant[] = [];
  const amount = random.below(200);
  if (random.chance(30)) all.push({ kind: "packet", id: "p1", amount });
  if (random.chance(20))
    all.push({ kind: "packet", id: "p2", amount: 30, lineIds: someLines(random, lines) });
  if (random.chance(30)) all.push({ kind: "points", id: "earned", amount });
  for (const gift of lines.filter((line) => line.kind === "gift")) {
    all.push({ kind: "gift", id: gift.lineId, amount: gift.quantity, lineIds: [gift.giftOf!] });
  }
  return all;
}

/** Splits what is to be paid over several means; the restricted one pays at most its lines. */
function randomTenders(
  random: Random,
  lines: readonly DraftLine[],
  paidMinor: readonly number[],
): DraftTender[] {
  const total = sumMinor(paidMinor);
  const allowed = lines.filter((_, at) => paidMinor[at]! > 0 && random.chance(50));
  const limit = lines.reduce(
    (sum, line, at) => sum + (allowed.includes(line) ? paidMinor[at]! : 0),
    0,
  );
  const packet = random.chance(40) ? random.below(limit + 1) : 0;
  const weights = [1 + random.below(9), random.below(9), random.below(4), random.below(4)];
  const [card = 0, wallet = 0, points = 0, giftCard = 0] = largestRemainder(
    total - packet,
    weights,
  );
  const tenders: DraftTender[] = [
    {
      tenderId: "packet",
      kind: "packet",
      unit: "packet:x",
      units: packet,
      lineIds: allowed.map((line) => line.lineId),
    },
    { tenderId: "card", kind: "money", unit: "CNY", units: card },
    { tenderId: "wallet", kind: "wallet", unit: "CNY", units: wallet },
    {
      tenderId: "points",
      kind: "points",
      unit: "points",
      units: 1 + random.below(2 * points + 1),
      value: { minor: points },
    },
    {
      tenderId: "gift card",
      kind: "gift_card",
      unit: "gift_card:g",
      units: random.pick([1, giftCard]),
      value: { minor: giftCard },
    },
  ];
  return tenders.filter((tender) => tender.units > 0 && worth(tender) > 0);
}

function worth({ value, units }: DraftTender): number {
  return value !== undefined && "minor" in value ? value.minor : units;
}

/** Chargebacks, debits seen outside and packets that were spent. */
function troubled(random: Random, order: OrderFacts): OrderFacts {
  const granted = order.granted.map((one) => {
    if (one.packet === null) return one;
    const spentMinor = random.below(one.amount + 1);
    return { ...one, packet: { spentMinor, returnedMinor: random.below(spentMinor + 1) } };
  });
  const { tenders, lines } = order;
  if (tenders.length === 0) return { ...order, granted };
  const disputes = (["open", "lost", "won", "lost"] as const)
    .map((state, at) => ({ state, disputeId: `${state}${at}` }))
    .filter(() => random.chance(35))
    .map((dispute) => {
      const tender = random.pick(tenders);
      return {
        ...dispute,
        tenderId: tender.tenderId,
        allocations: lines
          .filter(() => random.chance(50))
          .map((line) => ({ lineId: line.lineId, amountMinor: random.below(line.paidMinor + 20) })),
        units: random.chance(50) ? random.below(tender.units + 20) : null,
      };
    });
  const outsideDebits = tenders
    .filter(() => random.chance(20))
    .map((tender) => ({
      debitId: tender.tenderId,
      tenderId: tender.tenderId,
      units: 1 + random.below(tender.units),
    }));
  return { ...order, granted, disputes, outsideDebits };
}
