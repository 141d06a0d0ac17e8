import { afterStep } from "./payout.ts";
import type { PayoutStatus, PayoutStep } from "./payout.ts";
import { pollDelayMs, resendDelayMs } from "./waiting.ts";

/**
 * What a call to a gateway taught us about one settlement number, in the words of no gateway.
 * `refused`: the gateway did not take it, and a query has confirmed that; `unknown`: it may have
 * acted; `absent`: a query found no such number; `unsent`: the call was never made.
 */
export type Outcome =
  | { readonly kind: "settled"; readonly reference: string | null }
  | { readonly kind: "accepted"; readonly reference: string | null }
  | { readonly kind: "parked"; readonly reference: string | null; readonly code: string }
  | { readonly kind: "closed"; readonly code: string }
  | { readonly kind: "refused"; readonly code: string; readonly retry: "later" | "by a person" }
  | { readonly kind: "unknown"; readonly code: string }
  | { readonly kind: "absent" }
  | { readonly kind: "unsent" };

export type PayoutView = {
  readonly status: PayoutStatus;
  /** How often the number was sent. */
  readonly attempts: number;
  /** How often it was asked about since it was last sent. */
  readonly asks: number;
  /** What a callback said that no query has followed yet. */
  readonly hint: Hinted | null;
  /** Whether another payout, or a person's release, has taken the place of a reversed one. */
  readonly replaced: boolean;
};

export type Hinted = "settled" | "parked" | "closed" | "other";

export type Change = {
  readonly status: PayoutStatus;
  readonly step: PayoutStep | null;
  /** Milliseconds until the next call about it; null when nothing more is to be done by itself. */
  readonly waitMs: number | null;
  readonly code: string | null;
  readonly reference: string | null;
  readonly contradiction: boolean;
  /** Sends that were counted and never made. */
  readonly unsent: 0 | 1;
  /** The hint that is left: the payout is asked about again at once. */
  readonly hint: Hinted | null;
};

/** Sends of one number after which a person must look. */
export const attemptsMax = 12;

function stepOf(outcome: Outcome): PayoutStep | null {
  switch (outcome.kind) {
    case "settled":
      return "settle";
    case "accepted":
      return "accept";
    case "parked":
      return "park";
    case "closed":
    case "refused":
      return "fail";
    case "unknown":
      return "lose";
    case "absent":
    case "unsent":
      return null;
    default:
      return outcome satisfies never;
  }
}

/** A success that the gateway now holds or has closed was taken back. */
function reversal(status: PayoutStatus, outcome: Outcome): PayoutStep | null {
  const gone = outcome.kind === "parked" || outcome.kind === "closed";
  return status === "settled" && gone ? "reverse" : null;
}

function waitAfter(view: PayoutView, status: PayoutStatus, outcome: Outcome): number | null {
  if (status === "sending") return pollDelayMs(view.asks);
  if (status === "uncertain") return resendDelayMs(view.attempts + view.asks);
  const again = status === "failed" && outcome.kind === "refused" && outcome.retry === "later";
  return again && view.attempts < attemptsMax ? resendDelayMs(view.attempts + 4) : null;
}

function referenceOf(outcome: Outcome): string | null {
  return "reference" in outcome ? outcome.reference : null;
}

function codeOf(outcome: Outcome): string | null {
  return "code" in outcome ? outcome.code : null;
}

const nothing = {
  step: null,
  code: null,
  reference: null,
  contradiction: false,
  hint: null,
  unsent: 0,
} as const;

/** Nothing left the house: planned as before, and not one attempt nearer to its end. */
function afterNothing(view: PayoutView): Change {
  const next = view.status === "sending" ? afterStep(view.status, "return") : null;
  if (next === null) return { ...nothing, status: view.status, waitMs: 0 };
  return { ...nothing, status: next, step: "return", waitMs: resendDelayMs(3), unsent: 1 };
}

/**
 * A number that the gateway does not know was never booked: the same number is planned again,
 * until a person must look.
 */
function afterAbsence(view: PayoutView): Change {
  const { status, attempts } = view;
  const step = attempts < attemptsMax ? "return" : "fail";
  const next = status === "failed" ? null : afterStep(status, step);
  if (next === null) return { status, waitMs: null, ...nothing };
  const ended = step === "fail";
  return {
    ...nothing,
    status: next,
    step,
    waitMs: ended ? null : 0,
    code: ended ? "attempts_ended" : "never_arrived",
  };
}

/** The gateway says that it pays, or will, what we hold for withdrawn: a person must know. */
function contradicts({ status, replaced }: PayoutView, outcome: Outcome): boolean {
  const withdrawn = status === "cancelled" || (status === "reversed" && replaced);
  return withdrawn && (outcome.kind === "settled" || outcome.kind === "accepted");
}

function byItself(view: PayoutView, outcome: Outcome): Change {
  if (outcome.kind === "absent") return afterAbsence(view);
  if (outcome.kind === "unsent") return afterNothing(view);
  const contradiction = contradicts(view, outcome);
  const step = reversal(view.status, outcome) ?? stepOf(outcome);
  const status = step === null || contradiction ? null : afterStep(view.status, step);
  if (status === null) {
    // A rest state asked about again stays at rest; an unanswered question is asked again.
    const waitMs = outcome.kind === "unknown" ? resendDelayMs(view.asks + 1) : null;
    return {
      ...nothing,
      status: view.status,
      waitMs,
      contradiction,
    };
  }
  return {
    ...nothing,
    status,
    step,
    waitMs: waitAfter(view, status, outcome),
    code: codeOf(outcome),
    reference: referenceOf(outcome),
  };
}

function confirms({ status, code }: Change, hint: Hinted): boolean {
  if (hint === "closed") return status === "failed" && code === "CLOSED";
  return hint === status;
}

/**
 * What an outcome makes of a payout. News that come late or twice leave it as it is. A callback
 * that came meanwhile and says something else is asked after at once.
 */
export function afterOutcome(view: PayoutView, outcome: Outcome): Change {
  const change = byItself(view, outcome);
  const { hint } = view;
  return hint === null || confirms(change, hint) ? change : { ...change, hint, waitMs: 0 };
}
