import { type Fraction, fraction, multiply, one, zero } from "../money/index.ts";
import type { AcceptedDecision, AcceptedHead, AcceptedItem } from "./accepted.ts";
import type { UnitClaim } from "./coverage.ts";
import { isOrderBase, isPaidBase, lineIndex, paidUnits, scaleOf } from "./frozen-bases.ts";
import { at, kept, sortedValues } from "./lookup.ts";
import type { OrderFacts } from "./order-facts.ts";
import { shareAbove, shareWithin } from "./share.ts";

/** A head over all decisions, its claims by line. */
export type LineHead = { readonly base: string; readonly lines: Map<number, UnitClaim[]> };

/** A head beside the refunds, by place. */
export type CarriedHead = {
  readonly direction: AcceptedHead["direction"];
  readonly base: string;
  readonly grant: AcceptedHead["grant"];
  readonly places: Map<string, CarriedPlace>;
};
/** Shares are of the price of the line's units; without a line they are money per unit. */
export type CarriedPlace = {
  readonly packetId: string | null;
  readonly line: number | null;
  /** What one of the line's price stands for: 1 but where the line bears what is not its own. */
  readonly scale: Fraction;
  readonly claims: UnitClaim[];
};

export type Collected = {
  /** Pay heads on money of this order. */
  readonly refunds: readonly LineHead[];
  /** The take head on stated prices of gifts, by the line that was returned. */
  readonly gifts: LineHead | null;
  readonly carried: readonly CarriedHead[];
};

/** Brings the heads of all decisions together by identity: direction, base and kind of grant. */
export function collect(order: OrderFacts, decisions: readonly AcceptedDecision[]): Collected {
  const refunds = new Map<string, LineHead>();
  const gifts = new Map<string, LineHead>();
  const carried = new Map<string, CarriedHead>();
  for (const [decision, { heads }] of decisions.entries()) {
    for (const head of heads) {
      if (isRefund(head)) addRefund(order, refunds, head, decision);
      else if (isGiftTake(head)) addGiftTake(order, gifts, head, decision);
      else addCarried(order, carried, head, decision);
    }
  }
  return {
    refunds: sortedValues(refunds),
    gifts: gifts.get("line.gift_price") ?? null,
    carried: sortedValues(carried),
  };
}

function isRefund(head: AcceptedHead): boolean {
  return head.direction === "pay" && head.settles === "refund" && isPaidBase(head.base);
}

function isGiftTake(head: AcceptedHead): boolean {
  return head.direction === "take" && head.base === "line.gift_price";
}

function addRefund(
  order: OrderFacts,
  heads: Map<string, LineHead>,
  head: AcceptedHead,
  decision: number,
): void {
  const lines = linesOf(heads, head.base);
  for (const item of head.items) {
    const share = shareWithin(item.fraction);
    for (const { line, from, to } of paidUnits(order, head.base, item)) {
      claimsOf(lines, line).push(checked(order, line, { from, to, share, decision }));
    }
  }
}

function addGiftTake(
  order: OrderFacts,
  heads: Map<string, LineHead>,
  head: AcceptedHead,
  decision: number,
): void {
  const lines = linesOf(heads, head.base);
  for (const { lineId, from, to, fraction: text } of head.items) {
    const line = lineIndex(order, lineId);
    const claim = { from, to, share: shareWithin(text), decision };
    claimsOf(lines, line).push(checked(order, line, claim));
  }
}

function linesOf(heads: Map<string, LineHead>, base: string): Map<number, UnitClaim[]> {
  return kept(heads, base, () => ({ base, lines: new Map<number, UnitClaim[]>() })).lines;
}

function claimsOf(lines: Map<number, UnitClaim[]>, line: number): UnitClaim[] {
  return kept(lines, line, () => []);
}

function checked(order: OrderFacts, line: number, claim: UnitClaim): UnitClaim {
  const { lineId, quantity } = at(order.lines, line);
  if (claim.from >= 0 && claim.from <= claim.to && claim.to <= quantity) return claim;
  throw new RangeError(
    `units \`${claim.from}\` to \`${claim.to}\` are not of line \`${lineId}\`, ` +
      `which has ${quantity}`,
  );
}

function addCarried(
  order: OrderFacts,
  heads: Map<string, CarriedHead>,
  head: AcceptedHead,
  decision: number,
): void {
  const { direction, base, grant } = head;
  const { places } = kept(heads, JSON.stringify([direction, base, grant]), () => ({
    direction,
    base,
    grant,
    places: new Map<string, CarriedPlace>(),
  }));
  for (const item of head.items) {
    if (!isKnownHere(order, base, item)) addStated(places, head, item, decision);
    else addPriced(order, places, head, item, decision);
  }
}

/** A packet that was given, not sold, has a face that this order does not know. */
function isKnownHere(order: OrderFacts, base: string, item: AcceptedItem): boolean {
  return isOrderBase(base) || (isPaidBase(base) && paidUnits(order, base, item).length > 0);
}

/** A share of prices of this order: the whole of it and its lines are the same money. */
function addPriced(
  order: OrderFacts,
  places: Map<string, CarriedPlace>,
  head: AcceptedHead,
  item: AcceptedItem,
  decision: number,
): void {
  const share = shareOf(head, item);
  const scale = scaleOf(order, head.base);
  for (const { line, from, to } of paidUnits(order, head.base, item)) {
    const { packetId } = item;
    const place = kept(places, `line ${line}`, () => ({ packetId, line, scale, claims: [] }));
    place.claims.push(checked(order, line, { from, to, share, decision }));
  }
}

function addStated(
  places: Map<string, CarriedPlace>,
  head: AcceptedHead,
  item: AcceptedItem,
  decision: number,
): void {
  const { lineId, packetId, from, to, baseMinor } = item;
  const place = kept(places, JSON.stringify([lineId, packetId]), () => ({
    packetId,
    line: null,
    scale: one,
    claims: [],
  }));
  const perUnit = from < to ? fraction(baseMinor, to - from) : zero;
  place.claims.push({ from, to, share: multiply(shareOf(head, item), perUnit), decision });
}

function shareOf({ direction }: AcceptedHead, item: AcceptedItem): Fraction {
  return direction === "grant" ? shareAbove(item.fraction) : shareWithin(item.fraction);
}
