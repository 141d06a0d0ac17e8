import { claimNumber } from "./claim-number.ts";
import { isProblem, problem } from "./problem.ts";
import type { ClaimProblem } from "./problem.ts";

/** What a claim names: units [from, to) of a line, a packet, or (neither) the order as a whole. */
export interface Place {
  readonly orderId: string;
  readonly lineId: string | null;
  readonly packetId: string | null;
  readonly from: number;
  readonly to: number;
}

/** An item as it was asked for: units by number, a quantity, or nothing (then all that is left). */
export interface AskedItem {
  readonly orderId: string;
  readonly lineId?: string | undefined;
  readonly packetId?: string | undefined;
  readonly quantity?: number | undefined;
  readonly units?: { readonly from: number; readonly to: number } | undefined;
}

export interface UnitsOfOrder {
  readonly orderId: string;
  readonly lines: readonly { readonly lineId: string; readonly quantity: number }[];
  /** Units that are given back whole, or that a claim waits for: they cannot be asked for again. */
  readonly taken: readonly (Place & { readonly claimId: string })[];
  /** Units of which a part of the price was paid: asked for once no others are left. */
  readonly partPaid?: readonly Place[];
}

/**
 * Gives each asked item its places. A quantity takes the lowest units that are free, those first
 * that nothing was paid for, and may need several ranges for it.
 */
export function placeItems(
  asked: readonly AskedItem[],
  orders: ReadonlyMap<string, UnitsOfOrder>,
): Place[] | ClaimProblem {
  const places: Place[] = [];
  for (const item of asked) {
    const order = orders.get(item.orderId);
    if (order === undefined) return problem("not_found", { what: item.orderId }, "/items");
    const placed = placeItem(item, order, places);
    if (isProblem(placed)) return placed;
    places.push(...placed);
  }
  return places;
}

function placeItem(
  item: AskedItem,
  order: UnitsOfOrder,
  named: readonly Place[],
): Place[] | ClaimProblem {
  const { orderId } = order;
  if (item.lineId === undefined) {
    return [{ orderId, lineId: null, packetId: item.packetId ?? null, from: 0, to: 1 }];
  }
  const line = order.lines.find((candidate) => candidate.lineId === item.lineId);
  if (line === undefined) {
    const values = { line: item.lineId, lines: lineNames(order) };
    return problem("order_line_unknown", values, "/items");
  }
  return item.units === undefined
    ? freeUnits(line, item.quantity, order, named)
    : exactUnits(line, item.units, order, named);
}

const lineNames = ({ lines }: UnitsOfOrder): string => {
  const names = lines.slice(0, 30).map(({ lineId }) => lineId);
  return [...names, ...(lines.length > names.length ? ["…"] : [])].join(", ");
};

type Line = UnitsOfOrder["lines"][number];

function exactUnits(
  line: Line,
  units: { readonly from: number; readonly to: number },
  order: UnitsOfOrder,
  named: readonly Place[],
): Place[] | ClaimProblem {
  const { lineId, quantity } = line;
  if (units.from >= units.to) return problem("claim_units_reversed", units, "/items");
  if (units.to > quantity) {
    return problem("claim_units_invalid", { line: lineId, quantity }, "/items");
  }
  const place = { orderId: order.orderId, lineId, packetId: null, ...units };
  const twice = named.some((other) => overlaps(other, place));
  return twice ? problem("claim_units_twice", { line: lineId }, "/items") : [place];
}

function freeUnits(
  line: Line,
  quantity: number | undefined,
  order: UnitsOfOrder,
  named: readonly Place[],
): Place[] | ClaimProblem {
  const { orderId } = order;
  const ofLine = [...order.taken, ...named].filter(isOf(orderId, line));
  const free = gaps(ofLine, line.quantity);
  const left = free.reduce((sum, range) => sum + range.to - range.from, 0);
  const wanted = quantity ?? left;
  if (wanted > line.quantity) {
    const values = { line: line.lineId, quantity: line.quantity };
    return problem("claim_units_invalid", values, "/items");
  }
  if (left === 0) {
    const claims = [
      ...new Set(order.taken.filter(isOf(orderId, line)).map(({ claimId }) => claimId)),
    ];
    if (claims.length > 0) return unitsGone(line, claims);
  }
  if (wanted > left || left === 0) {
    return problem("claim_units_left", { line: line.lineId, left }, "/items");
  }
  const partPaid = (order.partPaid ?? []).filter(isOf(orderId, line));
  const untouched = gaps([...ofLine, ...partPaid], line.quantity);
  const others = gaps([...ofLine, ...untouched], line.quantity);
  const ranges = wanted === left ? free : firstOf([...untouched, ...others], wanted);
  return ranges.map((range) => ({
    orderId,
    lineId: line.lineId,
    packetId: null,
    ...range,
  }));
}

const isOf =
  (orderId: string, { lineId }: Line) =>
  (place: Place): boolean =>
    place.orderId === orderId && place.lineId === lineId;

/** All of it went into earlier claims; which ones, as people read them out. */
const unitsGone = ({ lineId }: Line, claims: readonly string[]): ClaimProblem =>
  problem(
    "claim_units_gone",
    { line: lineId, claims: claims.map(claimNumber).join(", ") },
    "/items",
  );

interface Range {
  readonly from: number;
  readonly to: number;
}

/** The parts of [0, end) that no range covers, in order. */
export function gaps(ranges: readonly Range[], end: number): Range[] {
  const found: Range[] = [];
  let reached = 0;
  for (const range of [...ranges].sort((left, right) => left.from - right.from)) {
    if (range.from > reached) found.push({ from: reached, to: range.from });
    reached = Math.max(reached, range.to);
  }
  if (reached < end) found.push({ from: reached, to: end });
  return found;
}

function firstOf(ranges: readonly Range[], count: number): Range[] {
  const taken: Range[] = [];
  let left = count;
  for (const { from, to } of ranges) {
    if (left === 0) break;
    const size = Math.min(left, to - from);
    taken.push({ from, to: from + size });
    left -= size;
  }
  return taken;
}

/** Whether two ranges are of one line or packet and share a unit. */
export function overlaps(left: Place, right: Place): boolean {
  const same =
    left.orderId === right.orderId &&
    left.lineId === right.lineId &&
    left.packetId === right.packetId;
  return same && left.from < right.to && right.from < left.to;
}
