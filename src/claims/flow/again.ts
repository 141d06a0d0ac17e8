import { isRefusal, refuse } from "../../contract/index.ts";
import type { Refusal, WireGivenFact, WireUnprovenFact } from "../../contract/index.ts";
import { cancelClocks, customerAnswered, selectClocks } from "../../clocks/index.ts";
import { recordDeed } from "../../merchants/index.ts";
import type { Tx, Vault } from "../../platform/index.ts";
import { isOpen, nextClaimStatus } from "../rules/lifecycle.ts";
import type { Given } from "../rules/given.ts";
import type { ClaimStatus } from "../rules/lifecycle.ts";
import { planMore } from "../rules/plan.ts";
import type { Plan } from "../rules/plan.ts";
import { isProblem } from "../rules/problem.ts";
import { mayAttest } from "./actor.ts";
import { lockClaim, selectFacts, selectItems } from "../store/read.ts";
import { insertFacts, moveClaim } from "../store/write.ts";
import type { FactNotes } from "../store/write.ts";
import { announce, announceDecided, announceEnding } from "./announce.ts";
import { carryOut, refusalOf } from "./carry-out.ts";
import { claimOf } from "./claim.ts";
import type { Claim } from "./claim.ts";
import { turnTo } from "./deadlines.ts";
import { loadOrders, pinnedOf } from "./load.ts";
import type { LoadedOrder } from "./load.ts";

/** What is established, or found not proven. */
export interface Attested {
  readonly facts?: readonly WireGivenFact[] | undefined;
  readonly unproven?: readonly WireUnprovenFact[] | undefined;
}

export interface Supply extends Attested {
  readonly claimId: string;
  readonly state: "claimed" | "attested";
  /** Free text for staff; kept in the vault, under the customer's key. */
  readonly note?: string | undefined;
  /** Free text for the customer; kept in the same way. */
  readonly customerNote?: string | undefined;
}

/** What is told, in its state, and by whom. */
export function givenBy(
  tx: Pick<Tx, "actor">,
  { facts = [], unproven = [], state }: Attested & Pick<Supply, "state">,
): Given {
  const isCustomer = tx.actor.kind === "customer";
  const told = facts.map((fact) => ({ ...fact, state }));
  return { facts: told, unproven, mayAttest: mayAttest(tx), isCustomer };
}

/** Adds what is said or attested to an open claim, and decides it again. */
export async function supplyFacts(tx: Tx, vault: Vault, supply: Supply): Promise<null | Refusal> {
  const opened = await openClaim(tx, supply.claimId);
  if (isRefusal(opened)) return opened;
  const { claim, orders } = opened;
  const plan = planMore(claim, givenBy(tx, supply), { orders, now: tx.now });
  if (isProblem(plan)) return refusalOf(plan);
  const notes = await keepNotes(tx, vault, claim, supply);
  if (isRefusal(notes)) return notes;
  await insertFacts(tx, claim.claimId, plan.added, notes);
  if (supply.state === "attested") {
    const detail = { facts: plan.added.map(({ fact }) => fact) };
    await recordDeed(tx, { action: "claim.attested", subject: claim.claimId, detail });
  }
  await writeAgain(tx, claim, orders, plan);
  return null;
}

/**
 * Free text may name people, so that it is kept under the customer's key or not at all. Who is told
 * that something is not proven is told why.
 */
async function keepNotes(
  tx: Tx,
  vault: Vault,
  { personId }: Claim,
  { unproven = [], note, customerNote }: Supply,
): Promise<FactNotes | Refusal> {
  if (personId === null) {
    if (note !== undefined) return refuse("note_without_person", {}, "/note");
    if (customerNote !== undefined) return refuse("note_without_person", {}, "/customerNote");
    return { noteRecordId: null, customerNoteRecordId: null };
  }
  if (unproven.length > 0 && (customerNote ?? "").trim() === "") {
    return refuse("reason_needed", {}, "/customerNote");
  }
  const put = (kind: "attestation.note" | "attestation.customer_note", text: string | undefined) =>
    text === undefined ? null : vault.put(tx, { personId, kind, text });
  return {
    noteRecordId: await put("attestation.note", note),
    customerNoteRecordId: await put("attestation.customer_note", customerNote),
  };
}

/**
 * The time to supplement has lapsed: from now on the burden of proof decides. Refused while the
 * customer's time still runs.
 */
export async function closeEvidence(tx: Tx, claimId: string): Promise<null | Refusal> {
  const opened = await openClaim(tx, claimId);
  if (isRefusal(opened)) return opened;
  const running = (await selectClocks(tx, claimId)).find(
    ({ clock, status, due_at }) =>
      clock === "supplement" && status === "running" && due_at > tx.now,
  );
  if (running !== undefined) {
    return refuse("evidence_open", { until: new Date(running.due_at).toISOString() });
  }
  const claim = { ...opened.claim, final: true };
  const plan = planMore(claim, nothingMore, { orders: opened.orders, now: tx.now });
  if (isProblem(plan)) return refusalOf(plan);
  await customerAnswered(tx, claimId);
  await recordDeed(tx, { action: "claim.evidence_closed", subject: claimId });
  await writeAgain(tx, claim, opened.orders, plan);
  return null;
}

export async function withdrawClaim(tx: Tx, claimId: string): Promise<null | Refusal> {
  const row = await lockClaim(tx, claimId);
  if (row === undefined) return refuse("not_found", { what: claimId });
  const status = nextClaimStatus(row.status, "WithdrawClaim");
  if (status === null) return refuse("claim_state", { state: row.status });
  const { final } = row;
  const { disputed } = row;
  const end = { refusalCode: null, disputed, needed: [], decidedAt: null, settledAt: null };
  await moveClaim(tx, claimId, { ...end, status, final });
  await cancelClocks(tx, claimId);
  await recordDeed(tx, { action: "claim.withdrawn", subject: claimId });
  const { kind, channel, received_at: receivedAt } = row;
  await announce(tx, { claimId, kind, channel, status, receivedAt, orders: [] });
  return null;
}

interface Opened {
  readonly claim: Claim;
  readonly orders: readonly LoadedOrder[];
}

const nothingMore = { facts: [], mayAttest: false };

/**
 * The contract has ended: what was accepted for this end is settled, with use up to it, under the
 * rules that were pinned then. Before the end, or once it was taken back, nothing happens.
 */
export async function endContract(tx: Tx, claimId: string): Promise<null | Refusal> {
  const opened = await openClaim(tx, claimId, (status) => status === "ending");
  if (isRefusal(opened)) return opened.code === "claim_state" ? null : opened;
  const { claim, orders } = opened;
  if ((claim.endsAt ?? tx.now) > tx.now) return null;
  const plan = planMore(claim, nothingMore, { orders, now: tx.now });
  if (isProblem(plan)) return refusalOf(plan);
  await writeAgain(tx, claim, orders, plan);
  return null;
}

async function openClaim(
  tx: Tx,
  claimId: string,
  may: (status: ClaimStatus) => boolean = isOpen,
): Promise<Opened | Refusal> {
  const row = await lockClaim(tx, claimId);
  if (row === undefined) return refuse("not_found", { what: claimId });
  if (!may(row.status)) return refuse("claim_state", { state: row.status });
  const claim = claimOf(row, await selectItems(tx, claimId), await selectFacts(tx, claimId));
  const orderIds = claim.places.map(({ orderId }) => orderId);
  return { claim, orders: await loadOrders(tx, orderIds, claim.kind, claim.pinned) };
}

async function writeAgain(
  tx: Tx,
  claim: Claim,
  orders: readonly LoadedOrder[],
  { outcome, status }: Plan,
): Promise<void> {
  const { claimId, final } = claim;
  const undecided = { refusalCode: null, disputed: false, decidedAt: null, settledAt: null };
  if ("needed" in outcome) {
    await moveClaim(tx, claimId, { ...undecided, status, final, needed: outcome.needed });
    await turnTo(tx, { ...claim, orders }, status);
    return;
  }
  if ("foreseen" in outcome) {
    const pinned = pinnedOf(tx, orders);
    await moveClaim(tx, claimId, { ...undecided, status, final, needed: [], pinned });
    await announceEnding(tx, { ...claim, status, orders });
    return;
  }
  await carryOut(tx, claimId, outcome);
  const { refusalCode, refusalValues, disputed } = outcome;
  const settledAt = status === "settled" ? tx.now : null;
  const ended = {
    status,
    final,
    refusalCode,
    refusalValues,
    disputed,
    needed: [],
    decidedAt: tx.now,
    settledAt,
  };
  await moveClaim(tx, claimId, ended);
  await announceDecided(tx, { ...claim, status, orders });
}
