import { timestamp } from "../../platform/index.ts";
import type { ReadTx } from "../../platform/index.ts";
import type { Window } from "./past.ts";

export interface AttestedRow {
  readonly kind: string;
  readonly fact: string;
  readonly claimed: string | null;
  readonly found: string;
  readonly by_id: string;
  readonly count: number;
}

// What was claimed last before it was looked into; what was attested last, and by whom.
const attestedStatement = {
  name: "insight_attested",
  text: `with places as (
      select c.kind, f.fact,
        (array_agg(f.value::text order by f.claim_fact_id desc)
          filter (where f.state = 'claimed'))[1] as claimed,
        (array_agg(f.value::text order by f.claim_fact_id desc)
          filter (where f.state = 'attested'))[1] as found,
        (array_agg(f.by_id order by f.claim_fact_id desc)
          filter (where f.state = 'attested'))[1] as by_id
      from claim_facts f
      join claims c on c.merchant_id = f.merchant_id and c.claim_id = f.claim_id
      where f.merchant_id = $1 and f.fact not like 'base.%'
        and c.received_at >= coalesce($2::timestamptz, '-infinity')
        and c.received_at < coalesce($3::timestamptz, 'infinity')
      group by c.kind, f.claim_id, f.order_id, f.line_id, f.packet_id, f.fact)
    select kind, fact, claimed, found, by_id, count(*) as count from places
    where found is not null group by kind, fact, claimed, found, by_id`,
};

/** What reviewers found, by what had been claimed; amounts of receipts are no findings. */
export const selectAttested = (tx: ReadTx, { from, to }: Window): Promise<AttestedRow[]> =>
  tx.query<AttestedRow>(attestedStatement, [
    tx.merchantId,
    from === null ? null : timestamp(from),
    to === null ? null : timestamp(to),
  ]);
