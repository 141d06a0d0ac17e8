import { grouped } from "../../core/index.ts";
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
  /** All that is left of all lines that can be given back. */
  readonly everything?: true | undefined;
  readonly lineId?: string | undefined;
  readonly packetId?: string | undefined;
  readonly quantity?: number | undefined;
  readonly units?: { readonly from: number; readonly to: number } | undefined;
}

interface Line {
  readonly lineId: string;
  readonly kind: string;
  readonly quantity: number;
}

export interface UnitsOfOrder {
  readonly orderId: string;
  readonly lines: readonly Line[];
  /** Units that are given back whole, or that a claim waits for: they cannot be asked for again. */
  readonly taken: readonly (Place & { readonly claimId: string })[];
  /** Units of which a part of the price was paid: asked for once no others are left. */
  readonly partPaid?: readonly Place[];
  /** The lines that the order as a whole means; none where what it brings cannot be divided. */
  readonly linesOfWhole?: () => readonly string[];
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
  const known = new Map([...orders].map(([orderId, order]) => [orderId, linesOf(order)]));
  for (const item of asked) {
    const order = known.get(item.orderId);
    if (order === undefined) return problem("not_found", { what: item.orderId }, "/items");
    const placed = placeItem(item, order);
    if (isProblem(placed)) return placed;
    for (const place of placed) {
      places.push(place);
      if (place.lineId !== null) order.byId.get(place.lineId)?.named.push(place);
    }
  }
  return places;
}

/** The lines of an order by name, each with the units that are spoken for. */
interface Lines {
  readonly orderId: string;
  readonly byId: ReadonlyMap<string, Taken>;
  linesOfWhole(): readonly string[];
}

interface Taken extends Line {
  /** By claims before this one. */
  readonly taken: readonly (Place & { readonly claimId: string })[];
  readonly partPaid: readonly Place[];
  /** By items of this one. */
  readonly named: Place[];
}

function linesOf(order: UnitsOfOrder): Lines {
  const { orderId, lines, taken, partPaid = [], linesOfWhole = () => [] } = order;
  const takenByLine = grouped(taken, ({ lineId }) => lineId);
  const partByLine = grouped(partPaid, ({ lineId }) => lineId);
  const known = lines.map(({ lineId, kind, quantity }): [string, Taken] => {
    const own = { taken: takenByLine.get(lineId) ?? [], partPaid: partByLine.get(lineId) ?? [] };
    return [lineId, { lineId, kind, quantity, ...own, named: [] }];
  });
  return { orderId, byId: new Map(known), linesOfWhole };
}

function placeItem(item: AskedItem, order: Lines): Place[] | ClaimProblem {
  const { orderId } = order;
  if (item.lineId === undefined) {
    if (item.packetId !== undefined) return [{ ...whole(orderId), packetId: item.packetId }];
    return item.everything === true ? everythingLeft(order) : wholeLeft(order);
  }
  const line = order.byId.get(item.lineId);
  if (line === undefined) {
    const values = { line: item.lineId, lines: lineNames(order) };
    return problem("order_line_unknown", values, "/items");
  }
  return item.units === undefined
    ? freeUnits(line, item.quantity, orderId)
    : exactUnits(line, item.units, orderId);
}

/** Lines that come back by themselves; the order's shipping, fees and taxes follow them. */
const returnable = new Set(["goods", "gift", "service", "package", "packet", "campaign_fee"]);

function everythingLeft({ orderId, byId }: Lines): Place[] | ClaimProblem {
  const lines = [...byId.values()].filter(({ kind }) => returnable.has(kind));
  const places = lines.flatMap((line) =>
    leftOf(line).map((range) => placeOn(line, orderId, range)),
  );
  if (places.length > 0) return places;
  const claims = lines.flatMap(({ taken }) => taken.map(({ claimId }) => claimId));
  const line = lines
    .map(({ lineId }) => lineId)
    .slice(0, 30)
    .join(", ");
  return claims.length === 0
    ? problem("claim_units_left", { line, left: 0 }, "/items")
    : unitsGone(line, [...new Set(claims)]);
}

const leftOf = ({ taken, named, quantity }: Taken): Range[] => gaps([...taken, ...named], quantity);

const placeOn = ({ lineId }: Line, orderId: string, { from, to }: Range): Place => ({
  orderId,
  lineId,
  packetId: null,
  from,
  to,
});

const whole = (orderId: string): Place => ({
  orderId,
  lineId: null,
  packetId: null,
  from: 0,
  to: 1,
});

/**
 * The order as a whole is all of its lines that are left, each answered by what is known of it: an
 * answer over all of them would pay again for what one was answered for by itself. Where nothing is
 * left it is all of them, to be told what became of it.
 */
function wholeLeft(known: Lines): Place[] {
  const { orderId, byId } = known;
  const lines = known.linesOfWhole().flatMap((lineId) => byId.get(lineId) ?? []);
  if (lines.length === 0) return [whole(orderId)];
  const placed = (left: (line: Taken) => Range[]): Place[] =>
    lines.flatMap((line) => left(line).map((range) => placeOn(line, orderId, range)));
  const free = placed(leftOf);
  return free.length > 0 ? free : placed(({ named, quantity }) => gaps(named, quantity));
}

const lineNames = ({ byId }: Lines): string => {
  const names = [...byId.keys()].slice(0, 30);
  return [...names, ...(byId.size > names.length ? ["…"] : [])].join(", ");
};

function exactUnits(line: Taken, units: Range, orderId: string): Place[] | ClaimProblem {
  const { lineId, quantity } = line;
  if (units.from >= units.to) return problem("claim_units_reversed", { ...units }, "/items");
  if (units.to > quantity) {
    return problem("claim_units_invalid", { line: lineId, quantity }, "/items");
  }
  const place = placeOn(line, orderId, units);
  const twice = line.named.some((other) => overlaps(other, place));
  return twice ? problem("claim_units_twice", { line: lineId }, "/items") : [place];
}

function freeUnits(
  line: Taken,
  quantity: number | undefined,
  orderId: string,
): Place[] | ClaimProblem {
  const free = leftOf(line);
  const left = free.reduce((sum, range) => sum + range.to - range.from, 0);
  const wanted = quantity ?? left;
  if (wanted > line.quantity) {
    const values = { line: line.lineId, quantity: line.quantity };
    return problem("claim_units_invalid", values, "/items");
  }
  if (left === 0) {
    const claims = [...new Set(line.taken.map(({ claimId }) => claimId))];
    if (claims.length > 0) return unitsGone(line.lineId, claims);
  }
  if (wanted > left || left === 0) {
    return problem("claim_units_left", { line: line.lineId, left }, "/items");
  }
  const { taken, named, partPaid, quantity: end } = line;
  const untouched = gaps([...taken, ...named, ...partPaid], end);
  const others = gaps([...taken, ...named, ...untouched], end);
  const ranges = wanted === left ? free : firstOf([...untouched, ...others], wanted);
  return ranges.map((range) => placeOn(line, orderId, range));
}

/** All of it went into earlier claims; which ones, as people read them out. */
const unitsGone = (line: string, claims: readonly string[]): ClaimProblem =>
  problem("claim_units_gone", { line, claims: claims.map(claimNumber).join(", ") }, "/items");

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
