/** A gateway's limits on refunds of one payment; null where there is none. */
export type RefundLimits = {
  readonly ageMaxMs: number | null;
  readonly countMax: number | null;
  readonly spacingMs: number | null;
};

/** A payout that is due, with what its payment has seen so far. */
export type Candidate = {
  readonly payoutId: string;
  readonly payment: string;
  /** Whether this very number was sent before: the gateway has then counted it already. */
  readonly sentBefore: boolean;
  readonly capturedAt: number;
  readonly refundsSent: number;
  readonly lastSentAt: number | null;
};

export type Admission =
  | { readonly admit: "send" }
  | { readonly admit: "postpone"; readonly dueAt: number }
  | { readonly admit: "refuse"; readonly code: "age_exceeded" | "count_exceeded" };

type Seen = { lastSentAt: number | null; sent: number };

function admitOne(candidate: Candidate, seen: Seen, limits: RefundLimits, now: number): Admission {
  const { ageMaxMs, countMax, spacingMs } = limits;
  if (ageMaxMs !== null && now - candidate.capturedAt > ageMaxMs) {
    return { admit: "refuse", code: "age_exceeded" };
  }
  if (countMax !== null && !candidate.sentBefore && seen.sent >= countMax) {
    return { admit: "refuse", code: "count_exceeded" };
  }
  if (spacingMs !== null && seen.lastSentAt !== null && now - seen.lastSentAt < spacingMs) {
    return { admit: "postpone", dueAt: seen.lastSentAt + spacingMs };
  }
  return { admit: "send" };
}

/**
 * Which of the due payouts may be sent now, in their order: within the age and the count that the
 * gateway takes, and one refund of a payment per spacing, also among those admitted here.
 */
export function admit(
  candidates: readonly Candidate[],
  limits: RefundLimits,
  now: number,
): Map<string, Admission> {
  const seenOf = new Map<string, Seen>();
  const admissions = new Map<string, Admission>();
  for (const candidate of candidates) {
    const fresh = { lastSentAt: candidate.lastSentAt, sent: candidate.refundsSent };
    const seen = seenOf.get(candidate.payment) ?? fresh;
    const admission = admitOne(candidate, seen, limits, now);
    admissions.set(candidate.payoutId, admission);
    if (admission.admit === "send") {
      seen.lastSentAt = now;
      if (!candidate.sentBefore) seen.sent += 1;
    }
    seenOf.set(candidate.payment, seen);
  }
  return admissions;
}
