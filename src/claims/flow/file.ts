import { isRefusal, refuse } from "../../contract/index.ts";
import type { Language, Refusal, WireFileClaim } from "../../contract/index.ts";
import { dayMs, isRefusal as isFault, parseInstant } from "../../core/index.ts";
import type { Instant } from "../../core/index.ts";
import { merchantRegion, recordDeed } from "../../merchants/index.ts";
import type { Tx } from "../../platform/index.ts";
import { afterCommands, initialClaimStatus } from "../rules/lifecycle.ts";
import { planFiling } from "../rules/plan.ts";
import type { Filing, Plan } from "../rules/plan.ts";
import { isProblem } from "../rules/problem.ts";
import { lockReference, selectItems } from "../store/read.ts";
import { insertClaim, insertFacts } from "../store/write.ts";
import type { NewClaim } from "../store/write.ts";
import { mayAttest } from "./actor.ts";
import { announce } from "./announce.ts";
import { carryOut, refusalOf } from "./carry-out.ts";
import { claimNumber } from "../rules/claim-number.ts";
import { loadOrders, pinnedOf } from "./load.ts";
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
  if (body.unmatched !== undefined) {
    const receivedAt = receivedAtOf(tx, body);
    return isRefusal(receivedAt) ? receivedAt : fileUnmatched(tx, body, receivedAt);
  }
  const asked = filingOf(tx, tx.newId(), body);
  if (isRefusal(asked)) return asked;
  const orders = await loadOrders(tx, orderIdsOf(body), body.kind);
  const plan = planFiling(asked, orders);
  return isProblem(plan) ? refusalOf(plan) : store(tx, body, asked, { orders, plan });
}

/** Who asks, and when. */
export type Asker = Pick<Tx, "actor" | "now">;

/** The claim that the body asks for, with its times. */
export function filingOf(tx: Asker, claimId: string, body: WireFileClaim): Filing | Refusal {
  const { kind, items } = body;
  if (items.length === 0) return refuse("claim_needs_items", {}, "/items");
  const receivedAt = receivedAtOf(tx, body);
  if (isRefusal(receivedAt)) return receivedAt;
  const endsAt = endsAtOf(body);
  if (isRefusal(endsAt)) return endsAt;
  const isCustomer = tx.actor.kind === "customer";
  const given = { facts: body.facts ?? [], mayAttest: mayAttest(tx), isCustomer };
  return { claimId, kind, items, given, receivedAt, endsAt, final: false, now: tx.now };
}

function receivedAtOf(tx: Asker, body: WireFileClaim): Instant | Refusal {
  if (body.receivedAt === undefined) return tx.now;
  if (!mayAttest(tx)) return refuse("right_missing", { right: "attest" }, "/receivedAt");
  const at = parseInstant(body.receivedAt);
  if (isFault(at)) return refuse("invalid_request", { reason: at.sentence }, "/receivedAt");
  if (at > tx.now) {
    const reason = `\`${body.receivedAt}\` is in the future`;
    return refuse("invalid_request", { reason }, "/receivedAt");
  }
  return at;
}

function endsAtOf({ endsAt }: WireFileClaim): Instant | null | Refusal {
  if (endsAt === undefined) return null;
  const at = parseInstant(endsAt);
  if (isFault(at)) return refuse("invalid_request", { reason: at.sentence }, "/endsAt");
  return at;
}

/** The same reference with the same claim answers with it; with another claim it is a slip. */
async function filedBefore(tx: Tx, body: WireFileClaim): Promise<Filed | Refusal | null> {
  const { reference } = body;
  if (reference === undefined) return null;
  const earlier = await lockReference(tx, reference);
  if (earlier === undefined) return null;
  const { claim_id: claimId, kind } = earlier;
  const items = await selectItems(tx, claimId);
  const whole = new Set(body.items.flatMap((item) => (item.everything ? item.orderId : [])));
  const named = (lines: readonly { orderId: string; lineId?: string | undefined }[]) =>
    lines.map(({ orderId, lineId }) =>
      whole.has(orderId) ? orderId : `${orderId} ${lineId ?? ""}`,
    );
  const before = items.map((row) => ({ orderId: row.order_id, lineId: row.line_id ?? undefined }));
  const same = kind === body.kind && sameSet(named(before), named(body.items));
  return same ? { claimId } : refuse("claim_reference_taken", { reference }, "/reference");
}

const sameSet = (one: readonly string[], other: readonly string[]): boolean => {
  const [left, right] = [new Set(one), new Set(other)];
  return left.size === right.size && [...left].every((each) => right.has(each));
};

export const orderIdsOf = ({ items }: WireFileClaim) => items.map(({ orderId }) => orderId);

interface Planned {
  readonly orders: readonly LoadedOrder[];
  readonly plan: Plan;
}

async function store(
  tx: Tx,
  body: WireFileClaim,
  { claimId, receivedAt, endsAt }: Filing,
  { orders, plan }: Planned,
): Promise<Filed> {
  const { outcome, places, added } = plan;
  const personId = orders.flatMap((order) => order.personId ?? [])[0] ?? null;
  const language = await languageFor(tx, body, orders);
  const claim = { ...newClaim(tx, claimId, { ...body, language }, receivedAt), personId, endsAt };
  const state = firstState(tx, plan, orders);
  await insertClaim(tx, { ...claim, ...state }, places);
  await insertFacts(tx, claimId, added);
  if ("decided" in outcome) await carryOut(tx, claimId, outcome);
  await recordBackdating(tx, claimId, receivedAt);
  await announce(tx, { ...claim, ...state, orders });
  return { claimId };
}

/** A time in the past can open a window that has closed, so that it is on record who gave it. */
async function recordBackdating(tx: Tx, claimId: string, receivedAt: Instant): Promise<void> {
  if (receivedAt >= tx.now - dayMs) return;
  const detail = { receivedAt: new Date(receivedAt).toISOString() };
  await recordDeed(tx, { action: "claim.backdated", subject: claimId, detail });
}

function firstState(tx: Tx, { outcome, status }: Plan, orders: readonly LoadedOrder[]) {
  if ("needed" in outcome) return { status, needed: outcome.needed };
  if ("foreseen" in outcome) return { status, pinned: pinnedOf(tx, orders) };
  const { refusalCode, disputed } = outcome;
  const settledAt = status === "settled" ? tx.now : null;
  return { status, refusalCode, disputed, decidedAt: tx.now, settledAt };
}

/** What is said to the customer is said in the claim's language, the order's, the merchant's. */
async function languageFor(
  tx: Tx,
  body: WireFileClaim,
  orders: readonly LoadedOrder[],
): Promise<Language> {
  const said = body.language ?? orders.flatMap(({ order }) => order.language ?? [])[0];
  return said ?? (await merchantRegion(tx)).language;
}

type Spoken = WireFileClaim & { readonly language: Language };

function newClaim(tx: Tx, claimId: string, body: Spoken, receivedAt: Instant): NewClaim {
  return {
    claimId,
    number: claimNumber(claimId),
    kind: body.kind,
    status: initialClaimStatus,
    channel: body.channel ?? "api",
    language: body.language,
    reference: body.reference ?? null,
    personId: null,
    unmatched: body.unmatched ?? null,
    refusalCode: null,
    pinned: null,
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
  const language = await languageFor(tx, body, []);
  const claim: NewClaim = {
    ...newClaim(tx, claimId, { ...body, language }, receivedAt),
    status: afterCommands(initialClaimStatus, ["RefuseClaim"]),
    refusalCode: "no_matching_purchase",
    decidedAt: tx.now,
  };
  await insertClaim(tx, claim, []);
  await announce(tx, { ...claim, orders: [] });
  return { claimId };
}
