import { timestamp } from "../platform/index.ts";
import type { ReadTx, Tx } from "../platform/index.ts";

/** What a merchant wants of those who accept a policy, whichever version. */
export interface PolicySettings {
  /** Only with rightly answered questions about the terms can the policy be accepted. */
  readonly asksQuestions: boolean;
  /** Customers may accept the published version for orders that accepted nothing. */
  readonly acceptLater: boolean;
}

const usual: PolicySettings = { asksQuestions: false, acceptLater: false };

export async function selectSettings(tx: ReadTx, policyId: string): Promise<PolicySettings> {
  const [row] = await tx.query<PolicySettings>(
    {
      name: "promises_settings",
      text: `select asks_questions as "asksQuestions", accept_later as "acceptLater"
        from policy_settings where merchant_id = $1 and policy_id = $2`,
    },
    [tx.merchantId, policyId],
  );
  return row ?? usual;
}

export async function upsertSettings(
  tx: Tx,
  policyId: string,
  { asksQuestions, acceptLater }: PolicySettings,
): Promise<void> {
  await tx.query(
    `insert into policy_settings (merchant_id, policy_id, asks_questions, accept_later, changed_at)
      values ($1, $2, $3, $4, $5)
      on conflict (merchant_id, policy_id) do update set asks_questions = excluded.asks_questions,
        accept_later = excluded.accept_later, changed_at = excluded.changed_at`,
    [tx.merchantId, policyId, asksQuestions, acceptLater, timestamp(tx.now)],
  );
}
