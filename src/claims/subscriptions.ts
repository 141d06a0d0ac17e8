import type { Event, Platform, Subscription, Tx } from "../platform/index.ts";
import { notifyOutcome } from "./flow/notify.ts";
import { lapseSubscription } from "./jobs.ts";
import { completeSettlement, reopenSettlement } from "./flow/settle.ts";

interface OfObligation {
  readonly claimId: string | null;
  readonly payoutId: string | null;
}

/** What claims do when money moves, and when a claim ends: one commit per event, each once. */
export function claimSubscriptions({ vault }: Platform): Subscription[] {
  return [
    lapseSubscription,
    {
      subscriber: "claims.settle",
      types: ["ObligationMet", "ObligationReleased"],
      handle: async (tx, event) => {
        const claimId = claimOf(event);
        const settled = claimId === null ? null : await completeSettlement(tx, claimId);
        if (settled === null) return;
        await notifyOutcome(tx, vault, settled.claim_id, "claim_settled", occasionOf(tx));
      },
    },
    {
      subscriber: "claims.reopen",
      types: ["PayoutReversed"],
      handle: async (tx, event) => {
        const claimId = claimOf(event);
        const reopened = claimId === null ? null : await reopenSettlement(tx, claimId);
        if (reopened === null) return;
        const { payoutId } = event.payload as OfObligation;
        const occasion = payoutId ?? event.eventId;
        await notifyOutcome(tx, vault, reopened.claim_id, "payout_reversed", occasion);
      },
    },
    {
      subscriber: "claims.tell-refused",
      types: ["ClaimRefused"],
      handle: (tx, event) => notifyOutcome(tx, vault, event.subject, "claim_refused", "refused"),
    },
  ];
}

const claimOf = ({ payload }: Event): string | null => (payload as OfObligation).claimId;

/** A claim that was settled, reversed and settled again is told twice: two things happened. */
const occasionOf = (tx: Tx): string => `settled ${new Date(tx.now).toISOString()}`;
