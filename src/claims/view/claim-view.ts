import type { Language, WireClaimSummary, WireClaimView } from "../../contract/index.ts";
import { formatDecimal, isRefusal, parseFraction } from "../../core/index.ts";
import type { CompiledPolicy, Fact, Fraction, Instant } from "../../core/index.ts";
import { selectClocks } from "../../clocks/index.ts";
import { loadFactsForClaims } from "../../orders/index.ts";
import type { OrderForClaim } from "../../orders/index.ts";
import type { ReadTx } from "../../platform/index.ts";
import { loadBound } from "../../promises/index.ts";
import { claimConsequences, claimPayouts } from "../../treasury/index.ts";
import { chargebacksOf } from "../flow/standing.ts";
import type { ClaimStanding } from "../flow/standing.ts";
import { selectClaim, selectDecisions, selectFacts, selectItems } from "../store/read.ts";
import type { FactRow, ItemRow } from "../store/read.ts";
import type { SummaryRow } from "../store/list.ts";
import { decisionViews } from "./decision-view.ts";
import { chargebackSentence } from "./chargeback.ts";
import { neededView, optionNamed } from "./needed.ts";
import type { Voice } from "./needed.ts";
import { refusalSentence } from "./reason.ts";
import { baseOfFact, sumsView } from "./sums.ts";

/** The texts of notes by their records: of those that the reader may see. */
export type NoteReader = (
  tx: ReadTx,
  recordIds: readonly string[],
) => Promise<ReadonlyMap<string, string>>;

const nobodyReads: NoteReader = () => Promise.resolve(new Map());

export interface ClaimReader {
  readonly language: Language;
  readonly voice: Voice;
  /** Left out where none are told: they are free text, and read with GET alone. */
  readonly notes?: NoteReader;
  /** Whether the reader may see what reviewers wrote for staff. */
  readonly seesNotes?: boolean;
}

/** Everything about one claim in the reader's language and voice; null where there is none. */
export async function claimView(
  tx: ReadTx,
  claimId: string,
  { language, voice, notes = nobodyReads, seesNotes = false }: ClaimReader,
): Promise<WireClaimView | null> {
  const row = await selectClaim(tx, claimId);
  if (row === undefined) return null;
  const [items, facts, decisions, payouts, consequences, clocks, chargebacks] = await Promise.all([
    selectItems(tx, claimId),
    selectFacts(tx, claimId),
    selectDecisions(tx, claimId),
    claimPayouts(tx, claimId),
    claimConsequences(tx, claimId),
    selectClocks(tx, claimId),
    row.disputed ? chargebacksOf(tx, claimId) : [],
  ]);
  const orders = await loadFactsForClaims(tx, [...new Set(items.map((item) => item.order_id))]);
  const policies = await policiesOfOrders(tx, orders, row.kind);
  const views = await decisionViews(tx, decisions, { kind: row.kind, language, orders });
  const noted = facts.flatMap((fact) => notesSeen(fact, seesNotes));
  const texts = noted.length === 0 ? new Map<string, string>() : await notes(tx, noted);
  const refused = views.find(({ accepted }) => !accepted);
  return {
    ...summary(row, orders),
    final: row.final,
    sentence:
      refusalSentence(row.refusal_code, row.unmatched, row.refusal_values, language) ??
      chargebackSentence(chargebacks, language) ??
      (row.status === "refused" ? (refused?.explanation[0] ?? null) : null),
    needed: row.needed.map((needed) => neededView(needed, policies, language, voice)),
    sums: sumsView(orders, policies, language),
    items: items.map(itemView),
    facts: facts.map((fact) => factView(fact, { policies, language, voice, orders, notes: texts })),
    decisions: views,
    payouts: payouts.map(payoutView),
    chargebacks: chargebacks.map(chargebackView),
    consequences,
    clocks: clocks.map(clockView),
  };
}

/** What was written to the customer both read; what was written for staff they alone. */
const notesSeen = (fact: FactRow, seesNotes: boolean): string[] =>
  [fact.customer_note_record_id, seesNotes ? fact.note_record_id : null].flatMap(
    (recordId) => recordId ?? [],
  );

async function policiesOfOrders(
  tx: ReadTx,
  orders: readonly OrderForClaim[],
  kind: string,
): Promise<CompiledPolicy[]> {
  const bound = await Promise.all(orders.map(({ pins }) => loadBound(tx, pins, kind)));
  return bound.flat();
}

type SummaryFields = Omit<SummaryRow, "orders">;

function summary(
  row: SummaryFields,
  orders: readonly Pick<OrderForClaim, "orderId" | "orderNumber">[],
): WireClaimSummary {
  return {
    claimId: row.claim_id,
    number: row.number,
    kind: row.kind as WireClaimSummary["kind"],
    status: row.status,
    refusalCode: row.refusal_code,
    channel: row.channel,
    receivedAt: iso(row.received_at),
    endsAt: isoOrNull(row.ends_at),
    decidedAt: isoOrNull(row.decided_at),
    settledAt: isoOrNull(row.settled_at),
    orders: orders.map(({ orderId, orderNumber }) => ({ orderId, orderNumber })),
  };
}

export const summaryView = (row: SummaryRow): WireClaimSummary => summary(row, row.orders);

const itemView = (row: ItemRow): WireClaimView["items"][number] => ({
  orderId: row.order_id,
  lineId: row.line_id,
  packetId: row.packet_id,
  from: row.from_unit,
  to: row.to_unit,
});

interface FactsViewed {
  readonly policies: readonly CompiledPolicy[];
  readonly language: Language;
  readonly voice: Voice;
  readonly orders: readonly OrderForClaim[];
  readonly notes: ReadonlyMap<string, string>;
}

function factView(
  row: FactRow,
  { policies, language, voice, orders, notes }: FactsViewed,
): WireClaimView["facts"][number] {
  const fact = policies.map(({ document }) => document.facts[row.fact]).find(Boolean);
  const value =
    row.value !== null && typeof row.value === "object"
      ? `${row.value.n}/${row.value.d}`
      : row.value;
  const option = fact === undefined || value === null ? undefined : optionNamed(fact, value);
  const base = baseOfFact(row.fact, policies);
  const currency = orders.find(({ orderId }) => orderId === row.order_id)?.currency;
  const noteOf = (recordId: string | null) =>
    recordId === null ? null : (notes.get(recordId) ?? null);
  return {
    orderId: row.order_id,
    lineId: row.line_id,
    packetId: row.packet_id,
    fact: row.fact,
    name: (fact === undefined ? base?.text : nameOf(fact, voice))?.[language] ?? row.fact,
    value,
    valueText:
      value === null
        ? unprovenText[language]
        : ((option?.[voice] ?? option?.found)?.[language] ??
          (base === undefined || currency === undefined
            ? valueText(value, fact)
            : sumText(value, currency))),
    state: row.state,
    byKind: row.by_kind,
    note: noteOf(row.note_record_id),
    customerNote: noteOf(row.customer_note_record_id),
    recordedAt: iso(row.recorded_at),
  };
}

const unprovenText = { "zh-CN": "未能证明", "zh-TW": "未能證明", en: "not proven" };

/** A share as a percentage, as people write it, where that is exact. */
function valueText(value: number | boolean | string, fact: Fact | undefined): string {
  if (fact?.type !== "ratio") return String(value);
  const share = parseFraction(String(value));
  if (isRefusal(share)) return String(value);
  return percentText(share) ?? String(value);
}

/** Two decimals at most; null where the percentage is not exact. */
function percentText({ n, d }: Fraction): string | null {
  const hundredths = BigInt(n) * 10_000n;
  if (hundredths % BigInt(d) !== 0n) return null;
  return `${Number(hundredths / BigInt(d)) / 100}%`;
}

/** A number that was given stands beside what it measures, not beside how it was asked for. */
function nameOf(fact: Fact, voice: Voice): Fact["text"] {
  const isListed = fact.type === "choice" || fact.type === "flag";
  return voice === "found" || isListed ? fact[voice] : fact.text;
}

/** A decimal with its currency's code: a text for people, exact to the last unit. */
const sumText = (value: number | boolean | string, currency: string): string =>
  typeof value === "number" ? `${formatDecimal(value, currency)} ${currency}` : String(value);

type Payout = Awaited<ReturnType<typeof claimPayouts>>[number];

const payoutView = (payout: Payout): WireClaimView["payouts"][number] => ({
  payoutId: payout.payoutId,
  obligationId: payout.obligationId,
  orderId: payout.orderId,
  tenderId: payout.tenderId,
  settlementNumber: payout.settlementNumber,
  status: payout.status,
  unit: payout.unit,
  units: payout.units,
  updatedAt: payout.updatedAt,
});

const chargebackView = ({
  orderId,
  tenderId,
  unit,
  disputeIds,
  heldUnits,
  chargedBackUnits,
}: ClaimStanding): WireClaimView["chargebacks"][number] => ({
  orderId,
  tenderId,
  unit,
  disputeIds: [...disputeIds],
  heldUnits,
  chargedBackUnits,
});

type Clock = Awaited<ReturnType<typeof selectClocks>>[number];

const clockView = (row: Clock): WireClaimView["clocks"][number] => ({
  kind: row.clock,
  source: row.source,
  statutory: !row.voluntary,
  dueAt: iso(row.due_at),
  unpausedDueAt: isoOrNull(row.unpaused_due_at),
  paused: row.status === "running" && row.pauses.at(-1)?.to === null,
  provisional: row.provisional,
  status: row.status,
  stoppedAt: isoOrNull(row.stopped_at),
});

const iso = (instant: Instant): string => new Date(instant).toISOString();
const isoOrNull = (instant: Instant | null): string | null =>
  instant === null ? null : iso(instant);
