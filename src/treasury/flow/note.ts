import type { Tx } from "../../platform/index.ts";
import { afterOutcome } from "../rules/outcome.ts";
import type { Outcome } from "../rules/outcome.ts";
import { lockPayouts, selectReplaced } from "../store/payouts.ts";
import { writeChanges } from "./changes.ts";

export type Noted = { readonly payoutId: string; readonly outcome: Outcome };

/** Records what calls have taught, in one go; what is known already changes nothing. */
export async function noteOutcomes(tx: Tx, noted: readonly Noted[]): Promise<void> {
  const outcomes = new Map(noted.map(({ payoutId, outcome }) => [payoutId, outcome]));
  const payouts = await lockPayouts(tx, [...outcomes.keys()]);
  const reversed = payouts.filter(({ status }) => status === "reversed");
  // Read after the lock: a person may have sent another while it was waited for.
  const replaced = await selectReplaced(
    tx,
    reversed.map(({ payout_id: payoutId }) => payoutId),
  );
  const changed = payouts.map((payout) => {
    const view = { ...payout, replaced: replaced.has(payout.payout_id) };
    return { payout, change: afterOutcome(view, outcomes.get(payout.payout_id)!) };
  });
  await writeChanges(tx, changed);
}
