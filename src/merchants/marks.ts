import { refuse } from "../contract/index.ts";
import type { MerchantMarks, Refusal } from "../contract/index.ts";
import { timestamp } from "../platform/index.ts";
import type { ReadTx, Tx } from "../platform/index.ts";
import { recordDeed } from "./audit.ts";
import { countApprovers } from "./persons.ts";

interface MarksRow {
  readonly one_person: boolean;
  readonly one_person_since: number | null;
  readonly financial: boolean;
  readonly financial_since: number | null;
}

/** What the merchant says of itself. */
export async function merchantMarks(tx: ReadTx): Promise<MerchantMarks> {
  const [row] = await tx.query<MarksRow>(
    `select one_person, one_person_since, financial, financial_since from merchants
      where merchant_id = $1`,
    [tx.merchantId],
  );
  if (row === undefined) throw new Error(`there is no merchant ${tx.merchantId}`);
  return {
    onePerson: row.one_person,
    onePersonSince: instantText(row.one_person_since),
    financial: row.financial,
    financialSince: instantText(row.financial_since),
  };
}

const instantText = (at: number | null): string | null =>
  at === null ? null : new Date(at).toISOString();

export interface AskedMarks {
  readonly onePerson?: boolean;
  readonly financial?: boolean;
}

/**
 * Declares what changed, each with its date and its entry in the audit log. Two who may approve are
 * not one person, whatever they say.
 */
export async function setMarks(tx: Tx, asked: AskedMarks): Promise<MerchantMarks | Refusal> {
  const before = await merchantMarks(tx);
  if (asked.onePerson === true && !before.onePerson) {
    const approvers = await countApprovers(tx);
    if (approvers > 1) return refuse("merchant_not_one_person", { approvers }, "/onePerson");
  }
  for (const mark of ["onePerson", "financial"] as const) {
    const value = asked[mark];
    if (value === undefined || value === before[mark]) continue;
    await updateMark(tx, columns[mark], value);
    const action = `merchant.${mark === "onePerson" ? "one_person" : "financial"}`;
    await recordDeed(tx, { action, subject: tx.merchantId, detail: { declared: value } });
  }
  return merchantMarks(tx);
}

const columns = { onePerson: "one_person", financial: "financial" } as const;

async function updateMark(
  tx: Tx,
  column: (typeof columns)[keyof typeof columns],
  value: boolean,
): Promise<void> {
  await tx.query(
    `update merchants set ${column} = $2, ${column}_since = case when $2 then $3::timestamptz end
      where merchant_id = $1`,
    [tx.merchantId, value, timestamp(tx.now)],
  );
}
