import type { Language, MerchantRegion } from "../contract/index.ts";
import type { CalendarName } from "../core/index.ts";
import type { ReadTx, Tx } from "../platform/index.ts";
import { recordDeed } from "./audit.ts";

interface Region {
  readonly zone: string;
  /** Whose days off count for its orders; null: the country of each order's zone. */
  readonly calendar: CalendarName | null;
  readonly language: Language;
}

/** Where the merchant is at home: what counts where an order says nothing else. */
export async function merchantRegion(tx: ReadTx): Promise<Region> {
  const statement = {
    name: "merchants_region",
    text: "select zone, calendar, language from merchants where merchant_id = $1",
  };
  const [row] = await tx.query<Region>(statement, [tx.merchantId]);
  if (row === undefined) throw new Error(`there is no merchant ${tx.merchantId}`);
  return row;
}

export async function regionView(tx: ReadTx): Promise<MerchantRegion> {
  const { calendar, language } = await merchantRegion(tx);
  return { calendar, language };
}

/** Orders recorded before keep the calendar that counted when they were. */
export async function setRegion(tx: Tx, asked: MerchantRegion): Promise<MerchantRegion> {
  const before = await regionView(tx);
  if (before.calendar === asked.calendar && before.language === asked.language) return before;
  await tx.query("update merchants set calendar = $2, language = $3 where merchant_id = $1", [
    tx.merchantId,
    asked.calendar,
    asked.language,
  ]);
  const detail = { calendar: asked.calendar, language: asked.language };
  await recordDeed(tx, { action: "merchant.region_changed", subject: tx.merchantId, detail });
  return asked;
}
