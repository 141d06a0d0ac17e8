import type { Event, Platform, Subscription, Tx, Vault } from "../platform/index.ts";
import {
  notifyApproved,
  notifyAsked,
  notifyEnding,
  notifyExcess,
  notifyOutcome,
} from "./flow/notify.ts";
import { lapseSubscription } from "./jobs.ts";
import { followBalance, followChargeback } from "./flow/chargebacks.ts";
import { completeSettlement, reopenSettlement } from "./flow/settle.ts";

interface OfObligation {
  readonly claimId: string | null;
  readonly payoutId: string | null;
  readonly unit: string;
  readonly units: number;
}

interface OfExcess {
  readonly payments: readonly { readonly unit: string; readonly units: number }[];
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
        if (settled !== null) await tellSettled(tx, vault, settled.claim_id);
      },
    },
    {
      subscriber: "claims.follow-chargeback",
      types: ["DisputeChanged", "DebitedOutside"],
      handle: async (tx, event) => {
        for (const { claim_id: claimId } of await followChargeback(tx, event.subject)) {
          await tellSettled(tx, vault, claimId);
        }
      },
    },
    {
      subscriber: "claims.follow-balance",
      types: ["BalancePaid"],
      handle: (tx, event) => followBalance(tx, event.subject),
    },
    {
      subscriber: "claims.tell-settled",
      types: ["ClaimSettled"],
      handle: async (tx, event) => {
        // One that waited for its payouts was told in the commit that closed it.
        const { atOnce } = event.payload as { readonly atOnce?: boolean };
        if (atOnce === true) await tellSettled(tx, vault, event.subject);
      },
    },
    {
      subscriber: "claims.reopen",
      types: ["PayoutReversed"],
      handle: async (tx, event) => {
        const claimId = claimOf(event);
        const reopened = claimId === null ? null : await reopenSettlement(tx, claimId);
        if (reopened === null) return;
        const { payoutId, unit, units } = event.payload as OfObligation;
        const occasion = payoutId ?? event.eventId;
        const about = { kind: "payout_reversed", occasion, amount: { unit, units } } as const;
        await notifyOutcome(tx, vault, reopened.claim_id, about);
      },
    },
    ...tellings(vault),
  ];
}

/** What customers are told once it has happened. */
function tellings(vault: Vault): Subscription[] {
  return [
    {
      subscriber: "claims.tell-approved",
      types: ["ClaimApproved"],
      handle: (tx, event) => notifyApproved(tx, vault, event.subject),
    },
    {
      subscriber: "claims.tell-failed",
      types: ["PayoutFailed"],
      handle: async (tx, event) => {
        const claimId = claimOf(event);
        const { payoutId, unit, units } = event.payload as OfObligation;
        if (claimId === null) return;
        const occasion = payoutId ?? event.eventId;
        const about = { kind: "payout_failed", occasion, amount: { unit, units } } as const;
        await notifyOutcome(tx, vault, claimId, about);
      },
    },
    {
      subscriber: "claims.tell-excess",
      types: ["ExcessReceived"],
      handle: (tx, { subject, eventId, payload }) =>
        notifyExcess(tx, vault, subject, eventId, (payload as OfExcess).payments),
    },
    {
      subscriber: "claims.tell-asked",
      types: ["CustomerAsked"],
      handle: (tx, { subject, eventId }) => notifyAsked(tx, vault, subject, eventId),
    },
    {
      subscriber: "claims.tell-ending",
      types: ["ClaimEnding"],
      handle: (tx, { subject, eventId }) => notifyEnding(tx, vault, subject, eventId),
    },
    {
      subscriber: "claims.tell-refused",
      types: ["ClaimRefused"],
      handle: (tx, event) =>
        notifyOutcome(tx, vault, event.subject, { kind: "claim_refused", occasion: "refused" }),
    },
  ];
}

const claimOf = ({ payload }: Event): string | null => (payload as OfObligation).claimId;

/** A claim that was settled, reversed and settled again is told twice: two things happened. */
const tellSettled = (tx: Tx, vault: Vault, claimId: string): Promise<void> =>
  notifyOutcome(tx, vault, claimId, { kind: "claim_settled" });
