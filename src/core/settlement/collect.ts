import { multiply, fraction } from "../money/index.ts";
import type { AcceptedDecision, AcceptedHead, AcceptedItem } from "./accepted.ts";
import type { UnitClaim } from "./coverage.ts";
import { isPaidBase, lineIndex, paidUnits } from "./frozen-bases.ts";
import type { OrderFacts } from "./order-facts.ts";
import { shareAbove, shareWithin } from "./share.ts";

/** A head over all decisions, its claims by line. */
export type LineHead = { readonly base: string; readonly lines: Map<number, UnitClaim[]> };

/** A head whose base the order does not know: shares are money per unit, by place. */
export type CarriedHead = {
  readonly direction: AcceptedHead["direction"];
  readonly base: string;
  readonly grant: AcceptedHead["grant"];
  readonly places: Map<string, CarriedPlace>;
};
export type CarriedPlace = { readonly packetId: string | null; readonly claims: UnitClaim[] };

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
      else addCarried(carried, head, decision);
    }
  }
  return {
    refunds: inOrder(refunds),
    gifts: gifts.get("line.gift_price") ?? null,
    carried: inOrder(carried),
  };
}

function isRefund(head: AcceptedHead): boolean {
  return head.direction === "pay" && head.settles === "refund" && isPaidBase(head.base);
}

function isGiftTake(head: AcceptedHead): boolean {
  return head.direction === "take" && head.base === "line.gift_price";
}

// Code unit order of the identity: the same on every machine and for every order of decisions.
function inOrder<T>(heads: ReadonlyMap<string, T>): T[] {
  const keys = [...heads.keys()].sort();
  return keys.flatMap((key) => heads.get(key) ?? []);
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
  const head = heads.get(base) ?? { base, lines: new Map<number, UnitClaim[]>() };
  heads.set(base, head);
  return head.lines;
}

function claimsOf(lines: Map<number, UnitClaim[]>, line: number): UnitClaim[] {
  const claims = lines.get(line) ?? [];
  lines.set(line, claims);
  return claims;
}

function checked(order: OrderFacts, line: number, claim: UnitClaim): UnitClaim {
  const quantity = order.lines[line]?.quantity ?? 0;
  if (claim.from >= 0 && claim.from <= claim.to && claim.to <= quantity) return claim;
  throw new RangeError(
    `units \`${claim.from}\` to \`${claim.to}\` are not of line ` +
      `\`${order.lines[line]?.lineId ?? ""}\`, which has ${quantity}`,
  );
}

function addCarried(heads: Map<string, CarriedHead>, head: AcceptedHead, decision: number): void {
  const { direction, base, grant } = head;
  const key = `${direction} ${base} ${grant ?? ""}`;
  const known = heads.get(key);
  const { places } = known ?? { places: new Map<string, CarriedPlace>() };
  if (known === undefined) heads.set(key, { direction, base, grant, places });
  for (const item of head.items) {
    const place = `${item.lineId ?? ""} ${item.packetId ?? ""}`;
    const claims = places.get(place) ?? { packetId: item.packetId, claims: [] };
    places.set(place, claims);
    claims.claims.push(carriedClaim(head, item, decision));
  }
}

function carriedClaim(head: AcceptedHead, item: AcceptedItem, decision: number): UnitClaim {
  const { from, to, baseMinor } = item;
  const share = head.direction === "grant" ? shareAbove(item.fraction) : shareWithin(item.fraction);
  const perUnit = from < to ? fraction(baseMinor, to - from) : fraction(0);
  return { from, to, share: multiply(share, perUnit), decision };
}
