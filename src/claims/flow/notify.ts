import { isCurrency } from "../../core/index.ts";
import type { Decision, Instant } from "../../core/index.ts";
import { languageOf } from "../../contract/index.ts";
import type { Language } from "../../contract/index.ts";
import { selectClocks } from "../../clocks/index.ts";
import { selectMerchant } from "../../merchants/index.ts";
import { amountsText, listText, outcomeText, queueNotice } from "../../notices/index.ts";
import type { NoticeAmount, NoticeKind } from "../../notices/index.ts";
import { loadFactsForClaims } from "../../orders/index.ts";
import type { ReadTx, Tx, Vault } from "../../platform/index.ts";
import { claimObligations } from "../../treasury/index.ts";
import { boundOrders } from "./deadlines.ts";
import { chargebacksOf } from "./standing.ts";
import type { ClaimStanding } from "./standing.ts";
import { selectClaim, selectDecisions, selectFacts, selectOrdersOfClaim } from "../store/read.ts";
import type { ClaimRow } from "../store/read.ts";
import { chargebackSentence } from "../view/chargeback.ts";
import { sentencesOf } from "../view/explain.ts";
import { neededView } from "../view/needed.ts";
import { refusalSentence } from "../view/reason.ts";

export interface OutcomeEvent {
  readonly kind: NoticeKind;
  /**
   * Tells two ends of one claim apart: one notice per event, whatever is run again. Left out, it is
   * the instant at which the claim was settled.
   */
  readonly occasion?: string;
  /** What the event itself is about, where it is not all that was taken on for the claim. */
  readonly amount?: NoticeAmount;
}

/**
 * Queues the notice of a claim's end, rendered from its decisions and from what the ledger says was
 * paid.
 */
export async function notifyOutcome(
  tx: Tx,
  vault: Vault,
  claimId: string,
  event: OutcomeEvent,
): Promise<void> {
  const { kind } = event;
  const row = await selectClaim(tx, claimId);
  if (row === undefined) throw new Error(`claim ${claimId} vanished before its notice`);
  const occasion = event.occasion ?? `settled ${new Date(row.settled_at ?? tx.now).toISOString()}`;
  const language = languageOf(row.language);
  const back = kind === "claim_settled" && row.disputed ? await chargebacksOf(tx, claimId) : [];
  const chargedBack = amountsText(chargedBackUnits(back), language);
  const values = {
    ...(await aboutClaim(tx, row, language)).values,
    ...(event.amount === undefined
      ? { outcome: await outcomeOf(tx, row, language, kind) }
      : { amount: amountsText([event.amount], language) ?? "" }),
    ...(chargedBack === null ? {} : { chargedBack }),
  };
  const reasons = [
    ...(await reasonsOf(tx, row, language)),
    ...(await customerNotes(tx, vault, claimId)),
  ];
  const content = { values, reasons };
  const { person_id: personId } = row;
  const said = chargedBack === null ? kind : "claim_charged_back";
  const order = { kind: said, subjectId: claimId, occasion, personId, language, content };
  await queueNotice(tx, vault, order);
}

/**
 * Tells the customer what is asked and by when. Nothing where the answer came before the letter: an
 * event reaches its subscriber a moment later.
 */
export async function notifyAsked(
  tx: Tx,
  vault: Vault,
  claimId: string,
  occasion: string,
): Promise<void> {
  const row = await selectClaim(tx, claimId);
  if (row?.status !== "gathering") return;
  const language = languageOf(row.language);
  const orders = await boundOrders(tx, row);
  const policies = orders.flatMap((one) => [...one.policies]);
  const asked = row.needed.filter(({ by }) => by === "customer");
  const reasons = [
    ...new Set(asked.map((one) => neededView(one, policies, language, "asked").name)),
  ];
  const time = (await selectClocks(tx, claimId)).find(
    ({ clock, status }) => clock === "supplement" && status === "running",
  );
  const dueOn = time === undefined ? "none" : dayText(time.due_at, time.zone, language);
  const values = { ...(await aboutClaim(tx, row, language)).values, dueOn };
  const { person_id: personId } = row;
  const about = { kind: "claim_asked", subjectId: claimId, occasion, personId, language } as const;
  await queueNotice(tx, vault, { ...about, content: { values, reasons } });
}

/**
 * Tells a decision at once, while its money is on the way. Nothing where the money was quicker:
 * what it brought is told then, once.
 */
export async function notifyApproved(tx: Tx, vault: Vault, claimId: string): Promise<void> {
  const row = await selectClaim(tx, claimId);
  if (row?.status !== "settling") return;
  await notifyOutcome(tx, vault, claimId, { kind: "claim_approved", occasion: "approved" });
}

/**
 * Tells that a contract ends later, and that use until then counts. Nothing where it was taken back
 * or has ended before the letter: each of them is told by itself.
 */
export async function notifyEnding(
  tx: Tx,
  vault: Vault,
  claimId: string,
  occasion: string,
): Promise<void> {
  const row = await selectClaim(tx, claimId);
  if (row?.status !== "ending" || row.ends_at === null) return;
  const language = languageOf(row.language);
  const about = await aboutClaim(tx, row, language);
  const endsOn = dayText(row.ends_at, about.zone, language);
  const { person_id: personId } = row;
  const content = { values: { ...about.values, endsOn }, reasons: [] };
  const order = { kind: "claim_ending", subjectId: claimId, occasion, personId, language } as const;
  await queueNotice(tx, vault, { ...order, content });
}

/** Tells whoever ordered that money came which the order did not ask for, and goes back. */
export async function notifyExcess(
  tx: Tx,
  vault: Vault,
  orderId: string,
  occasion: string,
  payments: readonly NoticeAmount[],
): Promise<void> {
  const [order] = await loadFactsForClaims(tx, [orderId]);
  if (order === undefined) return;
  const { personId, orderNumber } = order;
  const language = order.language ?? "zh-CN";
  const amount = amountsText(payments, language) ?? "";
  const content = { values: { orders: orderNumber, amount }, reasons: [] };
  const about = { subjectId: orderId, occasion, personId, language, content };
  await queueNotice(tx, vault, { kind: "payment_excess", ...about });
}

/** A claim that fits no order counts its days where its merchant does. */
async function aboutClaim(tx: Tx, row: ClaimRow, language: Language) {
  const orders = await selectOrdersOfClaim(tx, row.claim_id);
  const zone = orders[0]?.zone ?? (await selectMerchant(tx))?.zone ?? "UTC";
  const names = orders.map(({ order_number }) => order_number);
  const receivedOn = dayText(row.received_at, zone, language);
  return { zone, values: { number: row.number, orders: listText(names, language), receivedOn } };
}

async function reasonsOf(tx: Tx, row: ClaimRow, language: Language): Promise<string[]> {
  const own = refusalSentence(row.refusal_code, row.unmatched, row.refusal_values, language);
  if (own !== null) return [own];
  const decisions = await selectDecisions(tx, row.claim_id);
  const sentences = decisions.map(({ decision: text, accepted }) => {
    const decision = JSON.parse(text) as Decision;
    return sentencesOf(tx, { decision, accepted }, row.kind, language);
  });
  return [...new Set((await Promise.all(sentences)).flat())];
}

/** What reviewers wrote to the customer, each said once. */
async function customerNotes(tx: ReadTx, vault: Vault, claimId: string): Promise<string[]> {
  const facts = await selectFacts(tx, claimId);
  const recordIds = facts.flatMap((fact) => fact.customer_note_record_id ?? []);
  if (recordIds.length === 0) return [];
  const texts = await vault.getAll(tx, [...new Set(recordIds)]);
  return [...new Set(texts.values())];
}

/** What was taken on and not released: what goes back, and what is given on top of it. */
async function outcomeOf(
  tx: Tx,
  { claim_id: claimId, disputed }: ClaimRow,
  language: Language,
  kind: NoticeKind,
): Promise<string> {
  const all = await claimObligations(tx, claimId);
  const paid = all.filter(({ status }) => status !== "released");
  const [back, given] = [false, true].map((granted) =>
    paid.filter((one) => isGrant(one) === granted),
  );
  const held = kind === "claim_approved" && disputed ? await chargebacksOf(tx, claimId) : [];
  const waits = chargebackSentence(held, language);
  if (paid.length === 0 && waits !== null) return waits;
  const arrived = kind !== "claim_approved";
  return outcomeText(await worthOf(tx, back ?? []), given ?? [], language, arrived);
}

type Obligation = Awaited<ReturnType<typeof claimObligations>>[number];

const isGrant = ({ tenderId, purpose }: Obligation): boolean =>
  tenderId === null && !purpose.startsWith("compensation:");

/** A red packet says little by its units: what they were worth at sale is read off the order. */
async function worthOf(tx: Tx, paid: readonly Obligation[]): Promise<NoticeAmount[]> {
  const ofTheirOwn = paid.filter(({ unit }) => !isCurrency(unit) && unit !== "points");
  const orderIds = [...new Set(ofTheirOwn.map(({ orderId }) => orderId))];
  const orders = await loadFactsForClaims(tx, orderIds);
  return paid.map(({ unit, units, orderId, tenderId }) => {
    const order = orders.find((one) => one.orderId === orderId);
    const tender = order?.facts?.tenders.find((one) => one.tenderId === tenderId);
    const value = tender === undefined ? null : shareOf(tender.valueMinor, units, tender.units);
    const { currency } = order ?? {};
    const worth =
      value === null || currency === undefined ? null : { amountMinor: value, currency };
    return { unit, units, worth };
  });
}

/** Null where the share is no whole number: then the units are counted instead. */
function shareOf(valueMinor: number, units: number, of: number): number | null {
  const product = BigInt(valueMinor) * BigInt(units);
  return product % BigInt(of) === 0n ? Number(product / BigInt(of)) : null;
}

const chargedBackUnits = (back: readonly ClaimStanding[]): NoticeAmount[] =>
  back.map(({ unit, chargedBackUnits: units }) => ({ unit, units }));

const dayFormats = new Map<string, Intl.DateTimeFormat>();

/** Making a format takes longer than everything else in a notice, so it is made once. */
function dayText(instant: Instant, timeZone: string, language: Language): string {
  const key = `${language} ${timeZone}`;
  const known = dayFormats.get(key);
  const format = known ?? new Intl.DateTimeFormat(language, { dateStyle: "long", timeZone });
  if (known === undefined) dayFormats.set(key, format);
  return format.format(instant);
}
