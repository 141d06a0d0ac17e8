/**
 * A second, slow, obvious settlement, for tests alone: every unit of every line by itself, bigint
 * rationals, units of money handed out one by one. Written from DESIGN's text; it imports types
 * and nothing else of the room.
 */
import type { AcceptedDecision, AcceptedHead, AcceptedItem, OrderFacts } from "../types.ts";
import {
  type Rational,
  ceiling,
  floor,
  greater,
  handOut,
  less,
  nothing,
  plus,
  product,
  rational,
  read,
  smaller,
  total,
  whole,
} from "./rational.ts";
import { settleTenders } from "./reference-tenders.ts";

type Answer = { readonly share: Rational; readonly decision: AcceptedDecision };
/** [line][unit] */
type Grid = (Rational | null)[][];

const kinds: Record<string, string[]> = {
  "order.prepaid": ["package", "service"],
  "order.shipping": ["shipping"],
  "campaign.fee": ["campaign_fee"],
};
const refundBases = ["campaign.fee", "line.paid", "order.prepaid", "order.shipping", "packet.face"];

export function referenceOwed(order: OrderFacts, given: readonly AcceptedDecision[]) {
  const decisions = [...new Map(given.map((decision) => [decision.decisionId, decision])).values()];
  const grids = refundBases
    .map((base) => gridOf(order, decisions, base))
    .filter((grid) => grid.some((units) => units.some((unit) => unit !== null)));
  const exact = grids.map((grid) => exactByLine(order, grid));
  const refund = roundedLines(order, grids, exact);
  const shares = order.lines.map((line, at) => mergedUnits(line.quantity, grids, at));
  reprice(order, shares, refund);
  const shortfalls = [
    ...takeGifts(order, decisions, refund),
    ...takeOthers(order, decisions, refund),
  ];
  const undone = undoneByLine(order, grids, exact);
  const reclaims = reclaim(order, decisions, undone, refund);
  for (const { id, shortfallMinor } of reclaims) {
    if (shortfallMinor === 0) continue;
    const unit = `packet:${id}`;
    shortfalls.push({ reason: "packet", reference: id, unit, amount: shortfallMinor });
  }
  const settled = settleTenders(order, refund);
  return {
    lines: settled.lines,
    tenders: settled.tenders,
    totalMinor: settled.lines.reduce((sum, line) => sum + line.refundMinor, 0),
    reclaims,
    shortfalls: [...shortfalls, ...settled.shortfalls],
    restores: order.coupons
      .filter((coupon) => isFree(order, coupon, undone))
      .map(({ couponId }) => ({ couponId })),
    freightMinor: ceiling(largestCarried(decisions, "pay", "return.freight")),
    voucherMinor: ceiling(largestCarried(decisions, "grant", "order.prepaid")),
  };
}

/** What each decision that decides on a unit gives, the corrected ones left out, the largest. */
function standing(
  answers: readonly Answer[],
  decisions: readonly AcceptedDecision[],
): Rational | null {
  const left = answers.filter(
    (answer) => !answers.some((other) => corrects(decisions, other.decision, answer.decision)),
  );
  return left.length === 0 ? null : left.map((answer) => answer.share).reduce(greater);
}

function corrects(
  decisions: readonly AcceptedDecision[],
  later: AcceptedDecision,
  earlier: AcceptedDecision,
): boolean {
  const chain = (from: AcceptedDecision): string[] => {
    const ids: string[] = [];
    let at: AcceptedDecision | undefined = from;
    for (let step = 0; step < decisions.length && at !== undefined; step += 1) {
      const { corrects: id }: AcceptedDecision = at;
      if (id !== null) ids.push(id);
      at = decisions.find((decision) => decision.decisionId === id);
    }
    return ids;
  };
  return chain(later).includes(earlier.decisionId) && !chain(earlier).includes(later.decisionId);
}

function within(text: string): Rational {
  return greater(nothing, smaller(whole, read(text)));
}

function headsOf(decision: AcceptedDecision, direction: string, base: string): AcceptedHead[] {
  return decision.heads.filter((head) => head.direction === direction && head.base === base);
}

function names(
  order: OrderFacts,
  base: string,
  item: AcceptedItem,
  line: number,
  unit: number,
): boolean {
  const bought = order.lines[line]!;
  if (base === "line.paid" || base === "line.gift_price") {
    return bought.lineId === item.lineId && item.from <= unit && unit < item.to;
  }
  if (base === "packet.face") return bought.kind === "packet" && bought.packetId === item.packetId;
  return kinds[base]!.includes(bought.kind);
}

function gridOf(
  order: OrderFacts,
  decisions: readonly AcceptedDecision[],
  base: string,
  direction = "pay",
): Grid {
  return order.lines.map((line, at) =>
    Array.from({ length: line.quantity }, (_, unit) => {
      const answers = decisions.flatMap((decision) =>
        headsOf(decision, direction, base)
          .flatMap((head) => head.items)
          .filter((item) => names(order, base, item, at, unit))
          .map((item) => ({ share: within(item.fraction), decision })),
      );
      return standing(answers, decisions);
    }),
  );
}

function unitPrices(totalMinor: number, quantity: number): number[] {
  const each = Math.floor(totalMinor / quantity);
  const prices = Array.from({ length: quantity }, () => each);
  for (let unit = 0; unit < totalMinor - each * quantity; unit += 1) prices[unit]! += 1;
  return prices;
}

/** Sum of shares × price per unit, and for tax lines the fraction of the line that they tax. */
function exactByLine(order: OrderFacts, grid: Grid): Rational[] {
  const own = order.lines.map((line, at) => {
    const prices = unitPrices(line.paidMinor, line.quantity);
    return total(
      grid[at]!.map((share, unit) => product(share ?? nothing, rational(prices[unit]!))),
    );
  });
  return order.lines.map((line, at) => {
    const parent = order.lines.findIndex((other) => other.lineId === line.taxOf);
    if (parent < 0) return own[at]!;
    const part = fractionOf(order, parent, grid[parent]!, own[parent]!);
    return greater(own[at]!, product(part, rational(line.paidMinor)));
  });
}

function fractionOf(
  order: OrderFacts,
  line: number,
  units: Grid[number],
  exact: Rational,
): Rational {
  const { paidMinor, quantity } = order.lines[line]!;
  if (paidMinor > 0) return product(exact, rational(1, paidMinor));
  return total(units.map((share) => product(share ?? nothing, rational(1, quantity))));
}

function mergedUnits(quantity: number, grids: readonly Grid[], line: number): Rational[] {
  return Array.from({ length: quantity }, (_, unit) =>
    smaller(whole, total(grids.map((grid) => grid[line]![unit] ?? nothing))),
  );
}

/** Lines that a head touches: decided units, and the taxes of such lines. */
function touched(order: OrderFacts, grid: Grid): boolean[] {
  const own = grid.map((units) => units.some((unit) => unit !== null));
  return order.lines.map((line, at) => {
    const parent = order.lines.findIndex((other) => other.lineId === line.taxOf);
    return own[at]! || (parent >= 0 && own[parent]!);
  });
}

function roundedLines(
  order: OrderFacts,
  grids: readonly Grid[],
  exact: readonly Rational[][],
): number[] {
  const refund = order.lines.map(() => 0);
  const touches = grids.map((grid) => touched(order, grid));
  const left = new Set(grids.keys());
  while (left.size > 0) {
    const group = [Math.min(...left)];
    for (const head of group) {
      left.delete(head);
      for (const other of left) {
        const meets = touches[head]!.some((is, line) => is && touches[other]![line]!);
        if (meets && !group.includes(other)) group.push(other);
      }
    }
    roundGroup(
      order,
      group.sort((a, b) => a - b),
      grids,
      exact,
      refund,
    );
  }
  return refund;
}

function roundGroup(
  order: OrderFacts,
  group: readonly number[],
  grids: readonly Grid[],
  exact: readonly Rational[][],
  refund: number[],
): void {
  const merged = order.lines.map((line, at) => {
    const sum = total(group.map((head) => exact[head]![at]!));
    if (line.taxOf !== null) return smaller(sum, rational(line.paidMinor));
    const prices = unitPrices(line.paidMinor, line.quantity);
    const units = mergedUnits(
      line.quantity,
      group.map((head) => grids[head]!),
      at,
    );
    return total(units.map((share, unit) => product(share, rational(prices[unit]!))));
  });
  const room = order.lines.map((_, at) =>
    coveredPrice(
      order,
      group.map((head) => grids[head]!),
      at,
    ),
  );
  const apart = group.reduce((sum, head) => sum + ceiling(total(exact[head]!)), 0);
  const joint = ceiling(total(merged)) + group.length - 1;
  const sum = Math.min(
    apart,
    joint,
    room.reduce((a, b) => a + b, 0),
  );
  const parts = merged.map(floor);
  const rests = merged.map((value, at) => plus(value, rational(-parts[at]!)));
  const ranked = [...parts.keys()].sort((a, b) =>
    less(rests[b]!, rests[a]!) ? -1 : less(rests[a]!, rests[b]!) ? 1 : a - b,
  );
  for (let rest = sum - parts.reduce((a, b) => a + b, 0); rest > 0;) {
    for (const at of ranked) {
      if (rest > 0 && parts[at]! < room[at]!) [parts[at], rest] = [parts[at]! + 1, rest - 1];
    }
  }
  for (const [at, part] of parts.entries()) refund[at]! += part;
}

/** The price of the units that get anything. */
function coveredPrice(order: OrderFacts, grids: readonly Grid[], line: number): number {
  const gets = (grid: Grid, at: number): Rational[] =>
    grid[at]!.map((share) => (share !== null && less(nothing, share) ? whole : nothing));
  const { taxOf, paidMinor, quantity } = order.lines[line]!;
  const own = (grid: Grid, at: number): Rational => {
    const prices = unitPrices(order.lines[at]!.paidMinor, order.lines[at]!.quantity);
    return total(gets(grid, at).map((share, unit) => product(share, rational(prices[unit]!))));
  };
  const parent = order.lines.findIndex((other) => other.lineId === taxOf);
  if (parent < 0) {
    const any = grids
      .map((grid) => gets(grid, line))
      .reduce((a, b) => a.map((x, at) => greater(x, b[at]!)));
    const prices = unitPrices(paidMinor, quantity);
    return floor(total(any.map((share, unit) => product(share, rational(prices[unit]!)))));
  }
  const following = grids.map((grid) => {
    const part = fractionOf(order, parent, gets(grid, parent), own(grid, parent));
    return Math.max(floor(own(grid, line)), ceiling(product(part, rational(paidMinor))));
  });
  return Math.min(
    paidMinor,
    following.reduce((a, b) => a + b, 0),
  );
}

function isWholeUnit(share: Rational): boolean {
  return !less(share, whole);
}

function tierOff(threshold: OrderFacts["thresholds"][number], minor: number): number {
  const reached = threshold.tiers.filter((tier) => tier.fromMinor <= minor).at(-1);
  if (reached === undefined) return 0;
  if ("minor" in reached.off) return Math.min(reached.off.minor, minor);
  const percent = rational(Number(reached.off.percent.replace("%", "")), 100);
  return floor(plus(product(percent, rational(minor)), rational(1, 2)));
}

function reprice(order: OrderFacts, shares: readonly Rational[][], refund: number[]): void {
  if (order.thresholdRule === "keep") return;
  for (const threshold of order.thresholds) {
    const lines = threshold.lines.map(({ lineId }) =>
      order.lines.findIndex((line) => line.lineId === lineId),
    );
    let [staysMinor, staysOff, goes] = [0, 0, false];
    for (const [at, line] of lines.entries()) {
      const { quantity } = order.lines[line]!;
      const priced = unitPrices(threshold.lines[at]!.pricedMinor, quantity);
      const off = unitPrices(threshold.lines[at]!.offMinor, quantity);
      for (let unit = 0; unit < quantity; unit += 1) {
        if (isWholeUnit(shares[line]![unit]!)) goes = true;
        else [staysMinor, staysOff] = [staysMinor + priced[unit]!, staysOff + off[unit]!];
      }
    }
    if (!goes) continue;
    const lost = staysOff - tierOff(threshold, staysMinor);
    const weights = lines.map((line) =>
      lost > 0 ? refund[line]! : order.lines[line]!.paidMinor - refund[line]!,
    );
    const parts = handOut(
      Math.min(
        Math.abs(lost),
        weights.reduce((a, b) => a + b, 0),
      ),
      weights,
    );
    for (const [at, line] of lines.entries()) refund[line]! += lost > 0 ? -parts[at]! : parts[at]!;
  }
}

type Lack = { reason: string; reference: string; unit: string; amount: number };

function takeOff(refund: number[], amount: number): number {
  const taken = Math.min(
    amount,
    refund.reduce((a, b) => a + b, 0),
  );
  const parts = handOut(taken, refund);
  for (const [at, part] of parts.entries()) refund[at]! -= part;
  return taken;
}

function giftPrice(order: OrderFacts, line: number): number {
  const { lineId, kind, giftPriceMinor } = order.lines[line]!;
  const children = order.lines.filter((other) => other.giftOf === lineId);
  const own = kind === "gift" ? (giftPriceMinor ?? 0) : 0;
  return children.reduce((sum, gift) => sum + (gift.giftPriceMinor ?? 0), own);
}

function takeGifts(
  order: OrderFacts,
  decisions: readonly AcceptedDecision[],
  refund: number[],
): Lack[] {
  const grid = gridOf(order, decisions, "line.gift_price", "take");
  const exact = grid.map((units, at) => {
    const prices = unitPrices(giftPrice(order, at), units.length);
    return total(units.map((share, unit) => product(share ?? nothing, rational(prices[unit]!))));
  });
  const sum = floor(total(exact));
  const parts = exact.map(floor);
  const rests = exact.map((value, at) => plus(value, rational(-parts[at]!)));
  const ranked = [...parts.keys()].sort((a, b) =>
    less(rests[b]!, rests[a]!) ? -1 : less(rests[a]!, rests[b]!) ? 1 : a - b,
  );
  let rest = sum - parts.reduce((a, b) => a + b, 0);
  for (const at of ranked) if (rest > 0) [parts[at], rest] = [parts[at]! + 1, rest - 1];
  let left = 0;
  for (const [at, part] of parts.entries()) {
    const { giftOf } = order.lines[at]!;
    const line = giftOf === null ? at : order.lines.findIndex((other) => other.lineId === giftOf);
    const taken = Math.min(part, refund[line]!);
    refund[line]! -= taken;
    left += part - taken;
  }
  left -= takeOff(refund, left);
  return lack("take", "line.gift_price", order.currency, left);
}

function lack(reason: string, reference: string, unit: string, amount: number): Lack[] {
  return amount > 0 ? [{ reason, reference, unit, amount }] : [];
}

function takeOthers(
  order: OrderFacts,
  decisions: readonly AcceptedDecision[],
  refund: number[],
): Lack[] {
  const sum = floor(largestCarried(decisions, "take", "packet.credited"));
  return lack("take", "packet.credited", order.currency, sum - takeOff(refund, sum));
}

/** For bases that the order does not know: the largest amount of each packet, [0, 1) units. */
function largestCarried(
  decisions: readonly AcceptedDecision[],
  direction: string,
  base: string,
): Rational {
  const packets = new Map<string | null, Answer[]>();
  for (const decision of decisions) {
    for (const item of headsOf(decision, direction, base).flatMap((head) => head.items)) {
      const share = direction === "grant" ? read(item.fraction) : within(item.fraction);
      const answers = packets.get(item.packetId) ?? [];
      packets.set(item.packetId, answers);
      answers.push({ share: product(share, rational(item.baseMinor)), decision });
    }
  }
  return total([...packets.values()].map((answers) => standing(answers, decisions) ?? nothing));
}

function undoneByLine(
  order: OrderFacts,
  grids: readonly Grid[],
  exact: readonly Rational[][],
): Rational[] {
  return order.lines.map((line, at) => {
    const units = mergedUnits(line.quantity, grids, at);
    const prices = unitPrices(line.paidMinor, line.quantity);
    const sum =
      line.taxOf === null
        ? total(units.map((share, unit) => product(share, rational(prices[unit]!))))
        : smaller(rational(line.paidMinor), total(exact.map((head) => head[at]!)));
    const decided = fractionOf(order, at, units, sum);
    const lost = order.disputes
      .filter((dispute) => dispute.state === "lost")
      .flatMap((dispute) => dispute.allocations)
      .filter((allocation) => allocation.lineId === line.lineId)
      .reduce((a, b) => a + b.amountMinor, 0);
    if (line.paidMinor === 0) return decided;
    return greater(decided, smaller(whole, rational(lost, line.paidMinor)));
  });
}

function reclaim(
  order: OrderFacts,
  decisions: readonly AcceptedDecision[],
  undone: readonly Rational[],
  refund: number[],
) {
  const takes = gridOf(order, decisions, "line.gift_price", "take");
  const paidFor = (lineId: string): boolean =>
    order.lines.some((line, at) => {
      const own = takes[at]!.every((share) => share !== null && isWholeUnit(share));
      const gift = order.lines.find((other) => other.lineId === lineId);
      return own && (line.lineId === lineId || gift?.giftOf === line.lineId);
    });
  return order.granted.flatMap(({ kind, id, amount: all, allocations, packet }) => {
    if (kind === "gift" && allocations.every(({ lineId }) => paidFor(lineId))) return [];
    const parts = allocations.map(({ lineId, amount }) => {
      const at = order.lines.findIndex((line) => line.lineId === lineId);
      return product(undone[at]!, rational(amount));
    });
    const amount = floor(total(parts));
    if (amount === 0) return [];
    const voidAmount = Math.min(amount, all - (packet?.spentMinor ?? 0));
    const offsetMinor = takeOff(refund, amount - voidAmount);
    const left = amount - voidAmount - offsetMinor;
    const clearedMinor = Math.min(left, packet?.returnedMinor ?? 0);
    return [
      {
        kind,
        id,
        amount,
        voidAmount,
        offsetMinor,
        clearedMinor,
        shortfallMinor: left - clearedMinor,
      },
    ];
  });
}

function isFree(
  order: OrderFacts,
  coupon: OrderFacts["coupons"][number],
  undone: readonly Rational[],
): boolean {
  const used = coupon.allocations.filter((allocation) => allocation.offMinor > 0);
  const lines = used.map(({ lineId }) => order.lines.findIndex((line) => line.lineId === lineId));
  return used.length > 0 && lines.every((at) => isWholeUnit(undone[at]!));
}
