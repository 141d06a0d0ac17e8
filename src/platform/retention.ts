import { systemActor } from "./actor.ts";
import { timestamp } from "./database/pools.ts";
import { transact } from "./database/transact.ts";
import type { Tx } from "./database/tx.ts";
import { deleteHandled } from "./outbox/store.ts";
import type { Platform } from "./platform.ts";
import { answersHolder } from "./vault/answers.ts";

const dayMs = 86_400_000;
/** For how long a call may be repeated under its key, in days. */
const answerDays = 7;
/** For how long handled events are kept, to look back at. */
const eventDays = 30;

/** The keys go first: from then on the answers are unreadable, in every backup as well. */
export async function deleteOldAnswers(platform: Platform, merchantId: string): Promise<void> {
  const last = new Date(platform.clock.now() - answerDays * dayMs).toISOString().slice(0, 10);
  await within(platform, merchantId, async (tx) => {
    const days = await tx.query<{ day: string }>(
      "select distinct day from answers where merchant_id = $1 and day < $2",
      [merchantId, last],
    );
    await platform.keyring.destroy(
      merchantId,
      days.map(({ day }) => answersHolder(day)),
    );
    await tx.query("delete from answers where merchant_id = $1 and day < $2", [merchantId, last]);
  });
}

export async function deleteOldEvents(platform: Platform, merchantId: string): Promise<void> {
  await within(platform, merchantId, (tx) =>
    deleteHandled(tx, timestamp(tx.now - eventDays * dayMs)),
  );
}

async function within(
  platform: Platform,
  merchantId: string,
  work: (tx: Tx) => Promise<void>,
): Promise<void> {
  const unit = { merchantId, actor: systemActor(merchantId, "retention"), route: "retention" };
  await transact(platform, unit, async (tx) => {
    await work(tx);
    return null;
  });
}
