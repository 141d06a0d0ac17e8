import { isRefusal, refuse } from "../../contract/index.ts";
import type { Refusal, WireGivenFact } from "../../contract/index.ts";
import { cancelClocks, customerAnswered, selectClocks } from "../../clocks/index.ts";
import { recordDeed } from "../../merchants/index.ts";
import type { Tx, Vault } from "../../platform/index.ts";
import { afterCommands, isOpen, nextClaimStatus } from "../rules/lifecycle.ts";
import { lockClaim, selectFacts, selectItems } from "../store/read.ts";
import { insertFacts, moveClaim } from "../store/write.ts";
import { announce, announceDecided } from "./announce.ts";
import { claimOf } from "./claim.ts";
import type { Claim } from "./claim.ts";
import { turnTo } from "./deadlines.ts";
import { carryOut, decideClaim } from "./decide.ts";
import { checkFacts } from "./given.ts";
import { loadOrders } from "./load.ts";
import type { LoadedOrder } from "./load.ts";

export interface Supply {
  readonly claimId: string;
  readonly facts: readonly WireGivenFact[];
  readonly state: "claimed" | "attested";
  /** Free text of an attestation; kept in the vault, under the customer's key. */
  readonly note?: string | undefined;
}

/** Adds what is said or attested to an open claim, and decides it again. */
export async function supplyFacts(tx: Tx, vault: Vault, supply: Supply): Promise<null | Refusal> {
  const opened = await openClaim(tx, supply.claimId);
  if (isRefusal(opened)) return opened;
  const { claim, orders } = opened;
  const given = supply.facts.map((fact) => ({ ...fact, state: supply.state }));
  const said = checkFacts(tx.actor, given, claim.places, orders);
  if (isRefusal(said)) return said;
  const noteRecordId = await keepNote(tx, vault, claim, supply.note);
  if (isRefusal(noteRecordId)) return noteRecordId;
  await insertFacts(tx, claim.claimId, said, noteRecordId);
  if (supply.state === "attested") {
    const detail = { facts: said.map(({ fact }) => fact) };
    await recordDeed(tx, { action: "claim.attested", subject: claim.claimId, detail });
  }
  return decideAgain(tx, { ...claim, said: [...claim.said, ...said] }, orders);
}

/** Free text may name people, so that it is kept under the customer's key or not at all. */
async function keepNote(tx: Tx, vault: Vault, { personId }: Claim, note: string | undefined) {
  if (note === undefined) return null;
  if (personId === null) return refuse("note_without_person", {}, "/note");
  return vault.put(tx, { personId, kind: "attestation.note", text: note });
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
  await customerAnswered(tx, claimId);
  await recordDeed(tx, { action: "claim.evidence_closed", subject: claimId });
  return decideAgain(tx, { ...opened.claim, final: true }, opened.orders);
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

async function openClaim(tx: Tx, claimId: string): Promise<Opened | Refusal> {
  const row = await lockClaim(tx, claimId);
  if (row === undefined) return refuse("not_found", { what: claimId });
  if (!isOpen(row.status)) return refuse("claim_state", { state: row.status });
  const claim = claimOf(row, await selectItems(tx, claimId), await selectFacts(tx, claimId));
  const orderIds = claim.places.map(({ orderId }) => orderId);
  return { claim, orders: await loadOrders(tx, orderIds, claim.kind) };
}

async function decideAgain(
  tx: Tx,
  claim: Claim,
  orders: readonly LoadedOrder[],
): Promise<null | Refusal> {
  const outcome = decideClaim(tx, claim, orders);
  if (isRefusal(outcome)) return outcome;
  const { claimId, final } = claim;
  const status = afterCommands(claim.status, outcome.commands);
  const undecided = { refusalCode: null, disputed: false, decidedAt: null, settledAt: null };
  if ("needed" in outcome) {
    await moveClaim(tx, claimId, { ...undecided, status, final, needed: outcome.needed });
    await turnTo(tx, { ...claim, orders }, status);
    return null;
  }
  await carryOut(tx, claimId, outcome);
  const { refusalCode, disputed } = outcome;
  const settledAt = status === "settled" ? tx.now : null;
  const ended = { status, final, refusalCode, disputed, needed: [], decidedAt: tx.now, settledAt };
  await moveClaim(tx, claimId, ended);
  await announceDecided(tx, { ...claim, status, orders });
  return null;
}
