import { selectClocks } from "../../clocks/index.ts";
import { acceptedOf, dueBeside, owed } from "../../core/index.ts";
import type {
  AcceptedDecision,
  Decision,
  EstablishedFact,
  Instant,
  MerchantContact,
} from "../../core/index.ts";
import { addressOf, signingRoutes } from "../../contract/index.ts";
import { selectMerchant, selectProfile } from "../../merchants/index.ts";
import type { MerchantRow, StoredProfile } from "../../merchants/index.ts";
import { customerOrder, loadFactsForClaims } from "../../orders/index.ts";
import type { OrderForClaim } from "../../orders/index.ts";
import { version } from "../../platform/index.ts";
import type { Tx } from "../../platform/index.ts";
import { compileStored, selectTexts } from "../../promises/index.ts";
import { takenOnForClaims } from "../../treasury/index.ts";
import { settlementOf } from "../rules/grounds.ts";
import { selectGrounds } from "../store/letters.ts";
import { selectAccepted, selectDecisions, selectFacts, selectItems } from "../store/read.ts";
import type { ClaimRow, DecisionRow, FactRow } from "../store/read.ts";
import type { LetterOrderParts, LetterParts } from "./payload.ts";
import type { PinnedText } from "./texts.ts";

/** Everything that a letter is written from, but for the key that signs it. */
export async function gather(
  tx: Tx,
  claim: ClaimRow,
  publicUrl: string | null,
): Promise<Omit<LetterParts, "key">> {
  const items = await selectItems(tx, claim.claim_id);
  const orderIds = [...new Set(items.map(({ order_id }) => order_id))];
  const orders = await loadFactsForClaims(tx, orderIds);
  const merchant = await selectMerchant(tx);
  if (merchant === null) throw new Error("a letter without a merchant");
  const texts = await textsOf(tx, orders);
  return {
    program: version,
    issuedAt: tx.now,
    merchant: await merchantParts(tx, merchant, publicUrl),
    claim: claimParts(claim, orders[0]?.zone ?? merchant.zone),
    customer: orders[0]?.customerKind ?? "consumer",
    market: marketOf(texts),
    orders: await orderParts(tx, claim, orders),
    texts: texts.map(({ pinned }) => pinned),
    payment: await paymentOf(tx, claim.claim_id),
  };
}

/** How it is reached today stays in the letter, which never changes. */
async function merchantParts(
  tx: Tx,
  { merchantId, slug, name }: MerchantRow,
  publicUrl: string | null,
): Promise<LetterParts["merchant"]> {
  const profile = await selectProfile(tx);
  const keys = addressOf(signingRoutes.getPublishedKeys.path, { params: { merchantSlug: slug } });
  return {
    ...{ merchantId, slug, name },
    ...(profile === null ? {} : { contact: contactOf(profile) }),
    ...(publicUrl === null ? {} : { keysAt: `${publicUrl}${keys}` }),
  };
}

function contactOf({ changedAt: _, ...contact }: StoredProfile): MerchantContact {
  return contact;
}

function claimParts(row: ClaimRow, zone: string): LetterParts["claim"] {
  return {
    claimId: row.claim_id,
    number: row.number,
    kind: row.kind,
    zone,
    receivedAt: row.received_at,
    decidedAt: row.decided_at ?? row.received_at,
    refusalCode: row.refusal_code,
    unmatched: row.unmatched,
  };
}

interface StoredText {
  readonly pinned: PinnedText;
  readonly market: string | null;
}

async function textsOf(tx: Tx, orders: readonly OrderForClaim[]): Promise<StoredText[]> {
  const pins = orders.flatMap((order) => order.pins);
  const rows = pins.length === 0 ? [] : await selectTexts(tx, pins);
  return rows.map((row) => {
    const { policy_id: id, version: of, hash, text } = row;
    const pin = pins.find((each) => each.policyId === id && each.version === of);
    const compiled = compileStored(row, pin?.params ?? {});
    if ("code" in compiled) throw new Error(`\`${id}@${of}\` does not compile`);
    const catalogue = { catalogueHash: row.catalogue_hash, catalogueText: row.catalogue_text };
    return {
      pinned: { id, version: of, hash, text, ...catalogue },
      market: compiled.carried.market,
    };
  });
}

const marketOf = (texts: readonly StoredText[]): string | null =>
  texts.map(({ market }) => market).find((market) => market !== null) ?? null;

async function orderParts(
  tx: Tx,
  claim: ClaimRow,
  orders: readonly OrderForClaim[],
): Promise<LetterOrderParts[]> {
  const orderIds = orders.map(({ orderId }) => orderId);
  const [decisions, grounds, facts, accepted, takenOn] = await Promise.all([
    selectDecisions(tx, claim.claim_id),
    selectGrounds(tx, claim.claim_id),
    selectFacts(tx, claim.claim_id),
    selectAccepted(tx, orderIds),
    takenOnForClaims(tx, orderIds),
  ]);
  const parts: LetterOrderParts[] = [];
  for (const row of decisions) {
    const order = orders.find(({ orderId }) => orderId === row.order_id);
    if (order === undefined) throw new Error(`decision ${row.decision_id} has no order`);
    const { orderId, orderNumber } = order;
    const known = knownOf(row, order, { accepted, takenOn });
    parts.push({
      orderId,
      orderNumber,
      lines: await linesOf(tx, orderId),
      decisionId: row.decision_id,
      accepted: row.accepted,
      corrects: row.corrects,
      decision: JSON.parse(row.decision) as Decision,
      established: facts.filter((fact) => fact.order_id === orderId).map(established),
      settlement: settlementOf(known, grounds.get(row.decision_id) ?? null),
    });
  }
  return parts;
}

interface OfOrders {
  readonly accepted: readonly DecisionRow[];
  readonly takenOn: Awaited<ReturnType<typeof takenOnForClaims>>;
}

/**
 * The order as it is known today. A decision that kept no grounds is told by it: what was decided
 * earlier is read off the ids, which rise with time, and what was taken on off the claims.
 */
function knownOf(row: DecisionRow, order: OrderForClaim, { accepted, takenOn }: OfOrders) {
  const { facts, orderId } = order;
  if (facts === null) throw new Error(`decision ${row.decision_id} has no paid order`);
  const ofOrder = accepted.filter((one) => one.order_id === orderId);
  const earlier = ofOrder.filter((one) => one.decision_id < row.decision_id);
  const taken = takenOn
    .filter((one) => one.orderId === orderId)
    .filter((one) => earlier.some(({ claim_id }) => claim_id === one.claimId))
    .map(({ tenderId, units }) => ({ tenderId, units }));
  const takenBeside = dueBeside(owed(facts, earlier.map(plainDecision)), []);
  return { facts, all: ofOrder.map(plainDecision), earlier: idsOf(earlier), taken, takenBeside };
}

const idsOf = (rows: readonly DecisionRow[]): string[] => rows.map((row) => row.decision_id);

/** Without the trace of its reasons, which another letter tells. */
function plainDecision(row: DecisionRow): AcceptedDecision {
  const decision = JSON.parse(row.decision) as Decision;
  const { decision_id: decisionId, claim_id: claimId, corrects } = row;
  return acceptedOf({ decisionId, claimId, corrects, decision });
}

const established = (row: FactRow): EstablishedFact => ({
  lineId: row.line_id,
  packetId: row.packet_id,
  fact: row.fact,
  by: row.by_kind === "customer" ? "customer" : "merchant",
  at: iso(row.recorded_at),
});

async function linesOf(tx: Tx, orderId: string): Promise<LetterOrderParts["lines"]> {
  const order = await customerOrder(tx, orderId);
  return (order?.lines ?? []).map(({ lineId, productName }) => ({ lineId, name: productName }));
}

/** The first of all days on which what is due has to be there; promises that ended are left out. */
async function paymentOf(tx: Tx, claimId: string): Promise<LetterParts["payment"]> {
  const clocks = await selectClocks(tx, claimId);
  const due = clocks.find(({ clock, status }) => clock === "payment" && status !== "cancelled");
  if (due === undefined) return null;
  const { due_at: dueAt, source, voluntary, provisional } = due;
  return { dueAt: iso(dueAt), source, statutory: !voluntary, provisional };
}

const iso = (instant: Instant): string => new Date(instant).toISOString();
