import { isRefusal } from "../contract/index.ts";
import { ofEachMerchant } from "../merchants/index.ts";
import { systemActor, transact } from "../platform/index.ts";
import type { Event, Platform, Queue, Subscription, Tx } from "../platform/index.ts";
import { closeEvidence, endContract } from "./flow/again.ts";
import { lockClaim, selectEnded } from "./store/read.ts";

const lapseQueue = "claims.lapse";

type ClaimJob = { readonly claimId: string };

const endsQueue = "claims.ends";
const endQueue = "claims.end";
/** As many claims are found at once; whatever is left is found a minute later. */
const endsAtOnce = 500;

/** Once the time to supplement has run out, the burden of proof decides. */
export function claimQueues(platform: Platform): Queue<ClaimJob>[] {
  return [
    {
      queue: lapseQueue,
      batchSize: 1,
      handle: async (jobs) => {
        for (const { merchantId, data } of jobs) await lapse(platform, merchantId, data.claimId);
      },
    },
    {
      queue: endsQueue,
      everySeconds: 60,
      handle: () => ofEachMerchant(platform, endsQueue, findEnded),
    },
    {
      queue: endQueue,
      batchSize: 1,
      handle: async (jobs) => {
        for (const { merchantId, data } of jobs) await end(platform, merchantId, data.claimId);
      },
    },
  ];
}

/** Contracts that have ended by now, one job each, so that one that fails holds up no other. */
async function findEnded(tx: Tx): Promise<void> {
  for (const { claim_id: claimId } of await selectEnded(tx, tx.now, endsAtOnce)) {
    tx.enqueue({ queue: endQueue, key: claimId, data: { claimId } });
  }
}

async function end(platform: Platform, merchantId: string, claimId: string): Promise<void> {
  const unit = { merchantId, actor: systemActor(merchantId, "claims"), route: endQueue };
  const done = await transact(platform, unit, (tx) => endContract(tx, claimId));
  if (isRefusal(done)) throw new Error(`claim ${claimId} could not end: ${done.code}`);
}

async function lapse(platform: Platform, merchantId: string, claimId: string): Promise<void> {
  const actor = systemActor(merchantId, "claims");
  const unit = { merchantId, actor, route: lapseQueue };
  const done = await transact(platform, unit, async (tx) => {
    const status = (await lockClaim(tx, claimId))?.status;
    // What waits for a reviewer does not fall to the customer: the merchant is the one who is late.
    return status === "gathering" ? closeEvidence(tx, claimId) : null;
  });
  // Decided or withdrawn in the meantime: nothing is left to lapse.
  if (!isRefusal(done) || done.code === "claim_state") return;
  throw new Error(`claim ${claimId} could not lapse: ${done.code}`);
}

/** When the time to supplement has lapsed, evidence closes. */
export const lapseSubscription: Subscription = {
  subscriber: "claims.lapse",
  types: ["ClockLapsed"],
  handle: (tx: Tx, event: Event) => {
    const { clock } = event.payload as { readonly clock: string };
    if (clock === "supplement") tx.enqueue({ queue: lapseQueue, data: { claimId: event.subject } });
    return Promise.resolve();
  },
};
