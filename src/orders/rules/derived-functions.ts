import { clamp, fraction, fractionText, grouped, one, zero } from "../../core/index.ts";
import type { DerivedName, FactInput, FactValue, Fraction, Instant } from "../../core/index.ts";
import type { FactsRequest, Place } from "./facts-request.ts";
import { packetAt, scheduleAt } from "./order-record.ts";
import { feePaid, giftState, packetOrigin, soldAs } from "./sale-facts.ts";
import {
  consumedAtDiscount,
  consumedAtFull,
  meteredOf,
  prepaidLines,
  termsAt,
  unitsUsed,
  usedShare,
} from "./usage.ts";
import type { Terms } from "./order-record.ts";

export type Derive = (
  request: FactsRequest,
  place: Place,
  reads: readonly string[],
) => FactInput | null;

/**
 * The product's own functions, by name and version: a catalogue names them, and a stored decision
 * can always be computed again. A changed function is a new version. null: not known.
 */
export const derivedFunctions: Readonly<Record<DerivedName, Derive>> = {
  "used_share@1": usage((terms, used) => usedShare(terms, used)),
  "consumed_at_discount@1": usage(consumedAtDiscount),
  "consumed_at_full@1": usage(consumedAtFull),
  "elapsed_share@1": elapsedShare,
  "extent@1": (request) => event(coversAll(request) ? "all" : "part"),
  "latest_receipt@1": latestReceipt,
  "any_defect@1": anyDefect,
  "any_exception@1": anyException,
  "any_excluded@1": anyExcluded,
  "gift_state@1": giftState,
  "sold_as@1": soldAs,
  "fee_paid@1": feePaid,
  "packet_origin@1": packetOrigin,
  "undone_share@1": ({ undoneShare }, { packetId }) => {
    const share = packetId === null ? undefined : undoneShare?.(packetId);
    return share === undefined ? null : event(share);
  },
  "held_share@1": heldShare,
};

const event = (value: string | number | boolean): FactInput => ({ state: "event", value });

type Measure = (terms: Terms, used: ReadonlyMap<string, number>, prepaidMinor: number) => Fraction;

/**
 * Use is counted up to the filing, or up to a later end of the contract. It is
 * that of the package at the place, or of those that the claim names.
 */
function usage(measure: Measure): Derive {
  return ({ record, order, filedAt, usedUntil = filedAt, claimed }, { lineId }) => {
    const terms = usedUntil === null ? null : termsAt(record, usedUntil);
    if (terms === null || usedUntil === null) return null;
    const named = claimed.flatMap((item) => item.lineId ?? []);
    const own = prepaidLines(order, new Set(lineId === null ? named : [lineId]));
    const lines = own.length === 0 ? prepaidLines(order) : own;
    const metered = meteredOf(order, terms, lines);
    if (metered === null) return null;
    const used = unitsUsed(record, usedUntil);
    return event(fractionText(measure(metered.terms, used, metered.prepaidMinor)));
  };
}

/** Facts of the order that a package of it has for itself: each is cancelled by its own use. */
export const ofPackage: ReadonlySet<string> = new Set([
  "used_share@1",
  "consumed_at_discount@1",
  "consumed_at_full@1",
]);

const returnable = new Set(["goods", "service", "package", "packet", "campaign_fee"]);

/** Whether the claim names every unit of everything that can be given back. */
function coversAll({ order, items }: FactsRequest): boolean {
  const named = grouped(items, ({ lineId }) => lineId);
  return order.lines
    .filter(({ kind }) => returnable.has(kind))
    .every(({ lineId, quantity }) => reach(named.get(lineId) ?? []) >= quantity);
}

/** How far the ranges reach from unit 0 without a gap. */
function reach(ranges: readonly { readonly from: number; readonly to: number }[]): number {
  return [...ranges]
    .sort((left, right) => left.from - right.from)
    .reduce((end, { from, to }) => (from <= end ? Math.max(end, to) : end), 0);
}

function claimedLines({ items }: FactsRequest): string[] {
  return [...new Set(items.flatMap(({ lineId }) => (lineId === null ? [] : [lineId])))];
}

/** The latest of the claimed lines: an order is received when its last part is. */
function latestReceipt(request: FactsRequest, _: Place, reads: readonly string[]) {
  const counts = claimedLines(request).map((lineId) => {
    const input = request.lineFact(reads[0] ?? "", lineId);
    if (input?.state === "before_start") return input;
    return input !== undefined && "value" in input ? Number(input.value) : null;
  });
  // While one of them has not come, neither has the last.
  const awaited = counts.find((count) => typeof count === "object" && count !== null);
  if (awaited !== undefined) return awaited;
  // The most recent receipt is the one from which the fewest days have gone by.
  return counts.length === 0 || counts.includes(null)
    ? null
    : event(Math.min(...counts.map(Number)));
}

/** One defective line settles it; that there is none is known only when all lines are. */
function anyDefect(request: FactsRequest, _: Place, reads: readonly string[]): FactInput | null {
  const inputs = claimedLines(request).map((lineId) => request.lineFact(reads[0] ?? "", lineId));
  const defective = inputs.find((input) => isDefect(input));
  if (defective !== undefined && "value" in defective) return { ...defective, value: true };
  if (inputs.length === 0) return null;
  if (inputs.some((input) => input?.state === "unproven")) return { state: "unproven" };
  if (inputs.some((input) => input === undefined || input.state === "unknown")) return null;
  const claimed = inputs.some((input) => input?.state === "claimed");
  return { state: claimed ? "claimed" : "attested", value: false };
}

function isDefect(input: FactInput | undefined): boolean {
  return input !== undefined && "value" in input && input.value !== "none";
}

/** One excepted line is enough; that there is none is known only when all lines are. */
function anyException(request: FactsRequest, _: Place, reads: readonly string[]): FactInput | null {
  const values = valuesOf(request, reads).map((value) => (value === null ? null : isYes(value)));
  if (values.includes(true)) return event(true);
  return values.length === 0 || values.includes(null) ? null : event(false);
}

const excludedGoods = new Set<FactValue>(["art6", "art7_confirmed"]);

/** What nobody says of a line is taken to be no exclusion, as of the line itself. */
function anyExcluded(request: FactsRequest, _: Place, reads: readonly string[]): FactInput | null {
  const values = valuesOf(request, reads);
  if (values.length === 0) return null;
  return event(values.some((value) => value !== null && excludedGoods.has(value)));
}

/** What is known of a fact on each claimed line; null where nothing is. */
function valuesOf(request: FactsRequest, [name = ""]: readonly string[]): (FactValue | null)[] {
  return claimedLines(request).map((lineId) => {
    const input = request.lineFact(name, lineId);
    return input !== undefined && "value" in input ? input.value : null;
  });
}

const isYes = (value: FactValue): boolean => value === true || value === "yes";

/** The part of a plan's term that has gone by, 0 before its start and 1 after its end. */
function heldShare({ record, filedAt }: FactsRequest, { packetId }: Place): FactInput | null {
  if (packetId === null) return null;
  const { planStartAt, planEndAt } = packetAt(record, packetId, filedAt);
  if (planStartAt === undefined || planEndAt === undefined || planEndAt <= planStartAt) return null;
  return event(partGone(planStartAt, planEndAt, filedAt));
}

/** The part of the order's term that has gone by when the contract ends, by the clock alone. */
function elapsedShare({ record, filedAt, endsAt }: FactsRequest): FactInput | null {
  const schedule = scheduleAt(record, filedAt);
  const [from, to] = [schedule.startsAt, schedule.endsAt];
  if (from === undefined || to === undefined || to <= from) return null;
  return event(partGone(from, to, endsAt ?? filedAt));
}

function partGone(from: Instant, to: Instant, at: Instant): string {
  return fractionText(clamp(fraction(at - from, to - from), zero, one));
}
