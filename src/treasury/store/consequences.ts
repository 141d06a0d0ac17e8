import type { Consequence } from "../../core/index.ts";
import type { ReadTx, Tx } from "../../platform/index.ts";

/** What an order was told of one consequence in all. */
export type ConsequenceRow = Consequence & { readonly order_id: string };

export type NewConsequence = Consequence & {
  readonly changeId: string;
  readonly orderId: string;
  readonly claimId: string | null;
};

export async function insertConsequences(tx: Tx, changes: readonly NewConsequence[]) {
  const text = `insert into consequence_changes (merchant_id, told_at, change_id, order_id,
      claim_id, kind, subject, reference, unit, amount)
    select $1, $2::timestamptz, t.* from unnest($3::uuid[], $4::uuid[], $5::uuid[], $6::text[],
      $7::text[], $8::text[], $9::text[], $10::bigint[]) as t`;
  await tx.query({ name: "treasury_insert_consequences", text }, [
    tx.merchantId,
    new Date(tx.now),
    changes.map(({ changeId }) => changeId),
    changes.map(({ orderId }) => orderId),
    changes.map(({ claimId }) => claimId),
    changes.map(({ kind }) => kind),
    changes.map(({ subject }) => subject),
    changes.map(({ reference }) => reference),
    changes.map(({ unit }) => unit),
    changes.map(({ amount }) => amount),
  ]);
}

const sums = `select order_id, kind, subject, reference, unit, sum(amount)::bigint as amount
  from consequence_changes`;
const grouped = `group by order_id, kind, subject, reference, unit having sum(amount) <> 0
  order by order_id, kind, subject, reference, unit`;

/** What stands of the orders. */
export async function selectConsequences(tx: ReadTx, orderIds: readonly string[]) {
  const text = `${sums} where merchant_id = $1 and order_id = any($2::uuid[]) ${grouped}`;
  const statement = { name: "treasury_select_consequences", text };
  return tx.query<ConsequenceRow>(statement, [tx.merchantId, orderIds]);
}

/** What the decisions of one claim changed. */
export async function selectConsequencesOfClaim(tx: ReadTx, claimId: string) {
  const text = `${sums} where merchant_id = $1 and claim_id = $2 ${grouped}`;
  const statement = { name: "treasury_select_consequences_of_claim", text };
  return tx.query<ConsequenceRow>(statement, [tx.merchantId, claimId]);
}
