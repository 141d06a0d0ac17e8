import { formatDecimal, isCurrency } from "../../core/index.ts";
import type { Decision, Instant } from "../../core/index.ts";
import { languageOf } from "../../contract/index.ts";
import type { Language, Texts } from "../../contract/index.ts";
import { queueNotice } from "../../notices/index.ts";
import type { NoticeKind } from "../../notices/index.ts";
import type { Tx, Vault } from "../../platform/index.ts";
import { claimObligations } from "../../treasury/index.ts";
import { chargebacksOf } from "./standing.ts";
import type { ClaimStanding } from "./standing.ts";
import { selectClaim, selectDecisions, selectOrdersOfClaim } from "../store/read.ts";
import type { ClaimRow } from "../store/read.ts";
import { sentencesOf } from "../view/explain.ts";
import { refusalSentence } from "../view/reason.ts";

const defaultZone = "Asia/Shanghai";

export interface OutcomeEvent {
  readonly kind: NoticeKind;
  /** Tells two ends of one claim apart: one notice per event, whatever is re-run. */
  readonly occasion: string;
  /** What the event itself is about; left out, all that was taken on for the claim. */
  readonly amount?: string;
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
  const { kind, occasion } = event;
  const row = await selectClaim(tx, claimId);
  if (row === undefined) throw new Error(`claim ${claimId} vanished before its notice`);
  const language = languageOf(row.language);
  const orders = await selectOrdersOfClaim(tx, claimId);
  const back = kind === "claim_settled" && row.disputed ? await chargebacksOf(tx, claimId) : [];
  const chargedBack = unitsText(chargedBackUnits(back), language);
  const values = {
    number: row.number,
    orders: orders.map(({ order_number }) => order_number).join("、"),
    receivedOn: dayText(row.received_at, orders[0]?.zone ?? defaultZone, language),
    amount: event.amount ?? (await paidText(tx, claimId, language)),
    ...(chargedBack === null ? {} : { chargedBack }),
  };
  const reasons = await reasonsOf(tx, row, language);
  const content = { values, reasons };
  const { person_id: personId } = row;
  const said = chargedBack === null ? kind : "claim_charged_back";
  const order = { kind: said, subjectId: claimId, occasion, personId, language, content };
  await queueNotice(tx, vault, order);
}

async function reasonsOf(tx: Tx, row: ClaimRow, language: Language): Promise<string[]> {
  const own = refusalSentence(row.refusal_code, row.unmatched, language);
  if (own !== null) return [own];
  const decisions = await selectDecisions(tx, row.claim_id);
  const sentences = decisions.map(({ decision }) =>
    sentencesOf(tx, JSON.parse(decision) as Decision, row.kind, language),
  );
  return [...new Set((await Promise.all(sentences)).flat())];
}

/** Sums what was taken on and not released, per unit: money as a decimal, the rest counted. */
async function paidText(tx: Tx, claimId: string, language: Language): Promise<string> {
  const paid = await claimObligations(tx, claimId);
  return (
    unitsText(
      paid.filter(({ status }) => status !== "released"),
      language,
    ) ?? "0"
  );
}

interface Amount {
  readonly unit: string;
  readonly units: number;
}

const chargedBackUnits = (back: readonly ClaimStanding[]): Amount[] =>
  back.map(({ unit, chargedBackUnits: units }) => ({ unit, units }));

/** The sums per unit in words; null where there is nothing to sum. */
export function unitsText(amounts: readonly Amount[], language: Language): string | null {
  const sums = new Map<string, number>();
  for (const { unit, units } of amounts) {
    if (units > 0) sums.set(unit, (sums.get(unit) ?? 0) + units);
  }
  const parts = [...sums].map(([unit, units]) => amountText(unit, units, language));
  return parts.length === 0 ? null : parts.join(" + ");
}

const words: Readonly<Record<"voucher" | "points", Texts>> = {
  voucher: { "zh-CN": "抵用券", "zh-TW": "抵用券", en: "voucher" },
  points: { "zh-CN": "积分", "zh-TW": "點數", en: "points" },
};

export function amountText(unit: string, units: number, language: Language): string {
  const [kind = "", of = ""] = unit.split(":");
  if (isCurrency(kind)) return `${kind} ${formatDecimal(units, kind)}`;
  if (isCurrency(of)) return `${of} ${formatDecimal(units, of)} (${words.voucher[language]})`;
  return `${String(units)} ${unit === "points" ? words.points[language] : unit}`;
}

const dayFormats = new Map<string, Intl.DateTimeFormat>();

/** Making a format takes longer than everything else in a notice, so it is made once. */
function dayText(instant: Instant, timeZone: string, language: Language): string {
  const key = `${language} ${timeZone}`;
  const known = dayFormats.get(key);
  const format = known ?? new Intl.DateTimeFormat(language, { dateStyle: "long", timeZone });
  if (known === undefined) dayFormats.set(key, format);
  return format.format(instant);
}
