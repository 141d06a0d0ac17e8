import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { admit } from "./admission.ts";
import type { Candidate } from "./admission.ts";
import { takePermits } from "./permits.ts";
import type { PermitState } from "./permits.ts";
import { pollDelayMs, wakeSlot } from "./waiting.ts";

const now = 1_000_000_000;
const minute = 60_000;
const limits = { ageMaxMs: 365 * 24 * 60 * minute, countMax: 50, spacingMs: minute };

function candidate(payoutId: string, more: Partial<Candidate> = {}): Candidate {
  return {
    payoutId,
    payment: "order-1 1",
    sentBefore: false,
    capturedAt: now - minute,
    refundsSent: 0,
    lastSentAt: null,
    ...more,
  };
}

describe("limits of a gateway on one payment", () => {
  it("admit one refund of a payment per minute, also within a batch", () => {
    const admitted = admit([candidate("a"), candidate("b")], limits, now);
    expect(admitted.get("a")).toEqual({ admit: "send" });
    expect(admitted.get("b")).toEqual({ admit: "postpone", dueAt: now + minute });
    const late = candidate("c", { lastSentAt: now - minute + 1 });
    expect(admit([late], limits, now).get("c")).toEqual({ admit: "postpone", dueAt: now + 1 });
    const other = candidate("d", { payment: "order-2 1" });
    expect(admit([candidate("a"), other], limits, now).get("d")).toEqual({ admit: "send" });
  });

  it("refuse what is too old or one too many, but not a number that was sent before", () => {
    const old = candidate("a", { capturedAt: now - limits.ageMaxMs - 1 });
    expect(admit([old], limits, now).get("a")).toMatchObject({ code: "age_exceeded" });
    const many = candidate("b", { refundsSent: 50 });
    expect(admit([many], limits, now).get("b")).toMatchObject({ code: "count_exceeded" });
    const again = candidate("c", { refundsSent: 50, sentBefore: true });
    expect(admit([again], limits, now).get("c")).toEqual({ admit: "send" });
  });

  it("are no limits where the account sets none", () => {
    const free = { ageMaxMs: null, countMax: null, spacingMs: null };
    const any = [candidate("a", { capturedAt: 0, refundsSent: 999, lastSentAt: now })];
    expect(admit(any, free, now).get("a")).toEqual({ admit: "send" });
  });
});

describe("permits", () => {
  it("never grant more than the rate within a second, whoever asks", () => {
    const asks = fc.array(fc.record({ wanted: fc.nat(100), afterMs: fc.nat(700) }), {
      maxLength: 50,
    });
    fc.assert(
      fc.property(asks, fc.integer({ min: 1, max: 150 }), (requests, rate) => {
        const granted = new Map<number, number>();
        let state: PermitState | null = null;
        let at = now;
        for (const { wanted, afterMs } of requests) {
          at += afterMs;
          const taken = takePermits(state, wanted, rate, at);
          state = taken.state;
          const second = Math.floor(at / 1000);
          granted.set(second, (granted.get(second) ?? 0) + taken.granted);
        }
        expect(Math.max(0, ...granted.values())).toBeLessThanOrEqual(rate);
      }),
    );
  });
});

describe("waiting", () => {
  it("follows the gateway's advice: each minute, then 5, 10, 20, 30", () => {
    const minutes = Array.from({ length: 10 }, (_, asks) => pollDelayMs(asks) / minute);
    expect(minutes).toEqual([1, 1, 1, 1, 1, 5, 10, 20, 30, 30]);
  });

  it("wakes never before and at most ten seconds after what is due", () => {
    fc.assert(
      fc.property(fc.nat(3_600_000), (waitMs) => {
        const { at } = wakeSlot(now + waitMs, now);
        expect(at - (now + waitMs)).toBeGreaterThanOrEqual(0);
        expect(at - (now + waitMs)).toBeLessThan(waitMs < minute ? 1000 : 10_000);
      }),
    );
  });
});
