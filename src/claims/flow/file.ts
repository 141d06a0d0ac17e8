import { isRefusal, refuse } from "../../contract/index.ts";
import type { ErrorCode, Refusal, WireFileClaim } from "../../contract/index.ts";
import { dayMs, isRefusal as isProblem, parseInstant } from "../../core/index.ts";
import type { Instant } from "../../core/index.ts";
import type { Tx } from "../../platform/index.ts";
import type { SaidFact } from "../rules/facts.ts";
import { afterCommands, initialClaimStatus } from "../rules/lifecycle.ts";
import { placeItems } from "../rules/units.ts";
import type { Place } from "../rules/units.ts";
import { lockReference, selectItems } from "../store/read.ts";
import { insertClaim, insertFacts } from "../store/write.ts";
import type { NewClaim } from "../store/write.ts";
import { announce } from "./announce.ts";
import { claimNumber } from "./claim.ts";
import { carryOut, decideClaim } from "./decide.ts";
import type { Outcome } from "./decide.ts";
import { checkFacts } from "./given.ts";
import { loadOrders } from "./load.ts";
import type { LoadedOrder } from "./load.ts";

export interface Filed {
  readonly claimId: string;
}

/**
 * Files a claim and decides it in the same transaction where the facts allow it. The caller's
 * `reference` files once: the same one answers with the claim that is there.
 */
export async function fileClaim(tx: Tx, body: WireFileClaim): Promise<Filed | Refusal> {
  const earlier = await filedBefore(tx, body);
  if (earlier !== null) return earlier;
  if (body.channel === "import" && !mayAttest(tx)) {
    return refuse("right_missing", { right: "attest" }, "/channel");
  }
  const receivedAt = receivedAtOf(tx, body);
  if (isRefusal(receivedAt)) return receivedAt;
  if (body.unmatched !== undefined) return fileUnmatched(tx, body, receivedAt);
  if (body.items.length === 0) return refuse("claim_needs_items", {}, "/items");
  const orders = await loadOrders(tx, orderIdsOf(body), body.kind);
  const fit = checkOrders(body, orders) ?? samePerson(orders);
  if (fit !== null) return fit;
  const places = placesOf(body, orders);
  if (isRefusal(places)) return places;
  const said = checkFacts(tx.actor, body.facts ?? [], places, orders);
  if (isRefusal(said)) return said;
  return decideAndStore(tx, body, receivedAt, { orders, places, said });
}

function receivedAtOf(tx: Tx, body: WireFileClaim): Instant | Refusal {
  if (body.receivedAt === undefined) return tx.now;
  if (!mayAttest(tx)) return refuse("right_missing", { right: "attest" }, "/receivedAt");
  const at = parseInstant(body.receivedAt);
  if (isProblem(at)) return refuse("invalid_request", { reason: at.sentence }, "/receivedAt");
  if (at > tx.now) {
    const reason = `\`${body.receivedAt}\` is in the future`;
    return refuse("invalid_request", { reason }, "/receivedAt");
  }
  return at;
}

function endsAtOf({ endsAt }: WireFileClaim, receivedAt: Instant): Instant | null | Refusal {
  if (endsAt === undefined) return null;
  const at = parseInstant(endsAt);
  if (isProblem(at)) return refuse("invalid_request", { reason: at.sentence }, "/endsAt");
  if (at >= receivedAt && at <= receivedAt + noticeMaxMs) return at;
  const reason = `\`${endsAt}\` is before the request or more than a year after it`;
  return refuse("invalid_request", { reason }, "/endsAt");
}

const noticeMaxMs = 366 * dayMs;

/** The same reference with the same claim answers with it; with another claim it is a slip. */
async function filedBefore(tx: Tx, body: WireFileClaim): Promise<Filed | Refusal | null> {
  const { reference } = body;
  if (reference === undefined) return null;
  const earlier = await lockReference(tx, reference);
  if (earlier === undefined) return null;
  const { claim_id: claimId, kind } = earlier;
  const items = await selectItems(tx, claimId);
  const named = (lines: readonly { orderId: string; lineId?: string | undefined }[]) =>
    [...new Set(lines.map(({ orderId, lineId }) => `${orderId} ${lineId ?? ""}`))].sort().join();
  const before = items.map((row) => ({ orderId: row.order_id, lineId: row.line_id ?? undefined }));
  const same = kind === body.kind && named(before) === named(body.items);
  return same ? { claimId } : refuse("claim_reference_taken", { reference }, "/reference");
}

function samePerson(orders: readonly LoadedOrder[]): Refusal | null {
  const persons = new Set(orders.map(({ order: { personId } }) => personId));
  return persons.size > 1 ? refuse("claim_orders_differ", {}, "/items") : null;
}

const mayAttest = ({ actor }: Tx) => actor.kind === "system" || actor.rights.has("attest");

const orderIdsOf = ({ items }: WireFileClaim) => items.map(({ orderId }) => orderId);

/** The customer of a session sees only the session's orders; others do not exist for them. */
function checkOrders(body: WireFileClaim, orders: readonly LoadedOrder[]): Refusal | null {
  for (const orderId of orderIdsOf(body)) {
    const found = orders.find((candidate) => candidate.orderId === orderId);
    if (found === undefined) return refuse("not_found", { what: orderId }, "/items");
    const number = found.order.orderNumber;
    if (found.facts === null) return refuse("claim_order_unpaid", { order: number }, "/items");
    if (found.policies.length === 0) {
      return refuse("claim_not_promised", { order: number, kind: body.kind }, "/kind");
    }
    if (!body.items.every((item) => item.orderId !== orderId || isNamed(item, found))) {
      return refuse("claim_needs_items", {}, "/items");
    }
  }
  return null;
}

/** Policies that pay by the line decide nothing on an order as a whole; packets must be its own. */
function isNamed(item: WireFileClaim["items"][number], { policies, facts }: LoadedOrder): boolean {
  if (item.packetId !== undefined) {
    const sold = facts?.lines.some(({ packetId }) => packetId === item.packetId) === true;
    return sold || facts?.granted.some(({ id }) => id === item.packetId) === true;
  }
  if (item.lineId !== undefined) return item.quantity === undefined || item.units === undefined;
  const scopes = policies.flatMap(({ document }) =>
    document.heads.map(({ base }) => document.bases[base]?.scope),
  );
  const whole = item.quantity === undefined && item.units === undefined;
  return whole && !scopes.includes("line") && !scopes.includes("packet");
}

function placesOf(body: WireFileClaim, orders: readonly LoadedOrder[]): Place[] | Refusal {
  const units = orders.map(
    ({ orderId, facts, named }) =>
      [orderId, { orderId, lines: facts?.lines ?? [], taken: named }] as const,
  );
  const places = placeItems(body.items, new Map(units));
  if (!("problem" in places)) return places;
  return refuse(places.problem satisfies ErrorCode, places.values, "/items");
}

interface Prepared {
  readonly orders: readonly LoadedOrder[];
  readonly places: readonly Place[];
  readonly said: readonly SaidFact[];
}

async function decideAndStore(
  tx: Tx,
  body: WireFileClaim,
  receivedAt: Instant,
  { orders, places, said }: Prepared,
): Promise<Filed | Refusal> {
  const claimId = tx.newId();
  const endsAt = endsAtOf(body, receivedAt);
  if (isRefusal(endsAt)) return endsAt;
  const asked = { claimId, final: false, places, said, receivedAt, endsAt };
  const outcome = decideClaim(tx, asked, orders);
  if (isRefusal(outcome)) return outcome;
  const personId = orders.flatMap(({ order }) => order.personId ?? [])[0] ?? null;
  const claim = { ...newClaim(tx, claimId, body, receivedAt), personId, endsAt };
  const state = firstState(tx, outcome);
  await insertClaim(tx, { ...claim, ...state }, places);
  await insertFacts(tx, claimId, said, null);
  if ("decided" in outcome) await carryOut(tx, claimId, outcome);
  await announce(tx, { ...claim, ...state, orders });
  return { claimId };
}

function firstState(tx: Tx, outcome: Outcome) {
  const status = afterCommands(initialClaimStatus, outcome.commands);
  if ("needed" in outcome) return { status, needed: outcome.needed };
  const { refusalCode, disputed } = outcome;
  const settledAt = status === "settled" ? tx.now : null;
  return { status, refusalCode, disputed, decidedAt: tx.now, settledAt };
}

function newClaim(tx: Tx, claimId: string, body: WireFileClaim, receivedAt: Instant): NewClaim {
  return {
    claimId,
    number: claimNumber(claimId),
    kind: body.kind,
    status: initialClaimStatus,
    channel: body.channel ?? "api",
    language: body.language ?? "zh-CN",
    reference: body.reference ?? null,
    personId: null,
    unmatched: body.unmatched ?? null,
    refusalCode: null,
    disputed: false,
    needed: [],
    receivedAt,
    endsAt: null,
    decidedAt: null,
    settledAt: null,
  };
}

/** No purchase fits: the claim is kept and refused with that reason, nobody's order is touched. */
async function fileUnmatched(
  tx: Tx,
  body: WireFileClaim,
  receivedAt: Instant,
): Promise<Filed | Refusal> {
  if (body.items.length > 0) return refuse("claim_needs_items", {}, "/unmatched");
  const claimId = tx.newId();
  const claim: NewClaim = {
    ...newClaim(tx, claimId, body, receivedAt),
    status: afterCommands(initialClaimStatus, ["RefuseClaim"]),
    refusalCode: "no_matching_purchase",
    decidedAt: tx.now,
  };
  await insertClaim(tx, claim, []);
  await announce(tx, { ...claim, orders: [] });
  return { claimId };
}
