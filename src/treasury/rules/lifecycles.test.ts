import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { obligationMove, obligationStatuses, obligationTransitions } from "./obligation.ts";
import { afterOutcome, attemptsMax } from "./outcome.ts";
import type { Hinted, Outcome } from "./outcome.ts";
import {
  mayHavePaid,
  nextCall,
  payoutStatuses,
  payoutTransitions,
  payoutsThatCan,
  placeOf,
  stepped,
} from "./payout.ts";
import type { PayoutStatus } from "./payout.ts";
import { initialTransferStatus, transferStatuses, transferTransitions } from "./transfer.ts";
import { watchDelayMs } from "./watching.ts";

type Table = Readonly<Record<string, Readonly<Partial<Record<string, string>>>>>;

/** States that can be come to from the first one by any steps. */
function reachable(table: Table, first: string): Set<string> {
  const seen = new Set([first]);
  for (const state of seen) {
    for (const next of Object.values(table[state] ?? {})) if (next !== undefined) seen.add(next);
  }
  return seen;
}

describe("lifecycles", () => {
  it("reach every state of a payout from planned, and of an obligation", () => {
    expect(reachable(payoutTransitions, "planned")).toEqual(new Set(payoutStatuses));
    expect(reachable(obligationTransitions, "planned")).toEqual(new Set(obligationStatuses));
  });

  it("can end well from every state in which the amount is still owed or on its way", () => {
    for (const status of payoutStatuses) {
      if (status === "cancelled" || status === "reversed") continue;
      expect(reachable(payoutTransitions, status)).toContain("settled");
    }
  });

  it("end at cancelled; what was reversed may arrive after all", () => {
    expect(payoutTransitions.cancelled).toEqual({});
    expect(payoutTransitions.reversed).toEqual({ settle: "settled" });
  });

  it("take a step from what the table says, and nowhere else", () => {
    expect(payoutsThatCan("send")).toEqual(["planned", "failed"]);
    expect(stepped("planned", "send")).toBe("sending");
    expect(() => stepped("settled", "send")).toThrow("`settled` cannot send");
    expect(obligationMove("meet")).toEqual({ from: ["planned", "in_progress"], to: "met" });
    expect(obligationMove("reopen")).toEqual({ from: ["met"], to: "in_progress" });
  });

  it("supersede only what is in doubt, never what has paid or was never sent", () => {
    expect(payoutsThatCan("supersede")).toEqual(["sending", "uncertain", "parked"]);
  });

  it("decide a stated transfer once", () => {
    const { stated, approved, rejected } = transferTransitions;
    expect(stated).toEqual({ approve: "approved", reject: "rejected" });
    expect([approved, rejected]).toEqual([{}, {}]);
    expect(reachable(transferTransitions, initialTransferStatus)).toEqual(
      new Set(transferStatuses),
    );
  });

  it("cancel only what cannot have paid", () => {
    for (const status of payoutStatuses) {
      if (payoutTransitions[status].cancel !== undefined) expect(mayHavePaid(status)).toBe(false);
    }
  });

  it("send only what was never sent or was refused; all else is asked about", () => {
    const sent = payoutStatuses.filter((status) => nextCall(status, false) === "send");
    expect(sent).toEqual(["planned", "failed"]);
    expect(payoutStatuses.every((status) => nextCall(status, true) === "ask")).toBe(true);
  });
});

const reference = fc.constantFrom(null, "503");
const outcomes: fc.Arbitrary<Outcome> = fc.oneof(
  fc.record({ kind: fc.constant("settled" as const), reference }),
  fc.record({ kind: fc.constant("accepted" as const), reference }),
  fc.record({ kind: fc.constant("parked" as const), reference, code: fc.constant("ABNORMAL") }),
  fc.constant<Outcome>({ kind: "closed", code: "CLOSED" }),
  fc.constantFrom<Outcome>(
    { kind: "refused", code: "NOT_ENOUGH", retry: "later" },
    { kind: "refused", code: "INVALID_REQUEST", retry: "by a person" },
  ),
  fc.constant<Outcome>({ kind: "unknown", code: "SYSTEM_ERROR" }),
  fc.constant<Outcome>({ kind: "absent" }),
  fc.constant<Outcome>({ kind: "unsent" }),
);
const views = fc.record({
  status: fc.constantFrom(...payoutStatuses),
  attempts: fc.integer({ min: 1, max: attemptsMax + 2 }),
  asks: fc.integer({ min: 0, max: 20 }),
  hint: fc.constantFrom<Hinted | null>(null, "settled", "parked", "closed", "other"),
  replaced: fc.boolean(),
});
const plain = { attempts: 1, asks: 0, hint: null, replaced: false };
const after = (status: PayoutStatus, outcome: Outcome) =>
  afterOutcome({ ...plain, status }, outcome);

describe("what an outcome makes of a payout", () => {
  it("is a transition of the lifecycle or nothing", () => {
    fc.assert(
      fc.property(views, outcomes, (view, outcome) => {
        const { status, step } = afterOutcome(view, outcome);
        const expected = step === null ? view.status : payoutTransitions[view.status][step];
        expect(status).toBe(expected);
      }),
    );
  });

  it("is the same when it comes twice", () => {
    fc.assert(
      fc.property(views, outcomes, (view, outcome) => {
        const once = afterOutcome({ ...view, hint: null }, outcome);
        const twice = afterOutcome({ ...view, hint: null, status: once.status }, outcome);
        // A number looked for twice in vain is planned, or failed, all the same.
        expect(twice.status).toBe(once.status);
      }),
    );
  });

  it("never leaves a payout that waits for the gateway without a next look", () => {
    fc.assert(
      fc.property(views, outcomes, (view, outcome) => {
        const { status, step, waitMs } = afterOutcome(view, outcome);
        const open = status === "sending" || status === "uncertain" || status === "planned";
        if (open && step !== null) expect(waitMs).not.toBeNull();
      }),
    );
  });

  it("takes back a success only by what the gateway says of the money itself", () => {
    for (const outcome of [
      { kind: "unknown", code: "SYSTEM_ERROR" },
      { kind: "absent" },
      { kind: "accepted", reference: null },
      { kind: "refused", code: "NOT_ENOUGH", retry: "later" },
    ] as const) {
      expect(after("settled", outcome).status).toBe("settled");
    }
    expect(after("settled", { kind: "parked", reference: null, code: "ABNORMAL" })).toMatchObject({
      status: "reversed",
      step: "reverse",
    });
  });

  it("lets held money arrive after all, unless another payout stands in its place", () => {
    const settled = { kind: "settled", reference: "5" } as const;
    expect(after("parked", settled).status).toBe("settled");
    expect(after("reversed", settled)).toMatchObject({ status: "settled", contradiction: false });
    const replaced = { ...plain, status: "reversed" as const, replaced: true };
    expect(afterOutcome(replaced, settled)).toMatchObject({
      status: "reversed",
      contradiction: true,
    });
    expect(after("parked", { kind: "closed", code: "CLOSED" })).toMatchObject({ status: "failed" });
    expect(after("parked", { kind: "accepted", reference: null })).toMatchObject({
      status: "sending",
    });
  });

  it("keeps a lost answer uncertain until a query answers", () => {
    expect(after("sending", { kind: "unknown", code: "ECONNRESET" }).status).toBe("uncertain");
    expect(after("uncertain", { kind: "unknown", code: "ETIMEDOUT" }).status).toBe("uncertain");
    expect(after("uncertain", { kind: "absent" })).toMatchObject({ status: "planned", waitMs: 0 });
    expect(after("uncertain", { kind: "settled", reference: "5" }).status).toBe("settled");
  });

  it("ends in a person's hands after so many sends", () => {
    const view = { ...plain, status: "uncertain" as const, attempts: attemptsMax };
    expect(afterOutcome(view, { kind: "absent" })).toMatchObject({
      status: "failed",
      code: "attempts_ended",
      waitMs: null,
    });
  });

  it("asks again at once when a callback said something else meanwhile", () => {
    const hinted = { ...plain, status: "sending" as const, hint: "parked" as const };
    const settled = { kind: "settled", reference: "5" } as const;
    expect(afterOutcome(hinted, settled)).toMatchObject({ hint: "parked", waitMs: 0 });
    const agreed = { ...hinted, hint: "settled" as const };
    expect(afterOutcome(agreed, settled)).toMatchObject({ hint: null, waitMs: null });
  });

  it("counts no attempt that was never made", () => {
    const view = { ...plain, status: "sending" as const, attempts: attemptsMax };
    expect(afterOutcome(view, { kind: "unsent" })).toMatchObject({ status: "planned", unsent: 1 });
  });

  it("keeps an amount in flight exactly while it may arrive", () => {
    for (const status of payoutStatuses) {
      expect(mayHavePaid(status)).toBe(placeOf(status) !== "owed");
    }
  });
});

const hourMs = 3_600_000;

/** When a payout is looked at while it rests, in hours. */
function looks(status: PayoutStatus, superseded = false): number[] {
  const at: number[] = [];
  for (let rested = 0; ;) {
    const delay = watchDelayMs(status, superseded, rested);
    if (delay === null) return at;
    expect(delay).toBeGreaterThan(0);
    rested += delay;
    at.push(rested / hourMs);
  }
}

describe("a payout at rest", () => {
  it("that arrived is asked about after the gateway's last callback, and after a week", () => {
    expect(looks("settled")).toEqual([26, 168]);
  });

  it("that is held is asked about ever more rarely for ninety days", () => {
    for (const status of ["parked", "reversed"] as const) {
      expect(looks(status).slice(0, 25)).toEqual([...Array(24).keys(), 29].map((at) => at + 1));
      expect(looks(status).at(-1)).toBe(90 * 24);
    }
    expect(looks("cancelled", true)).toEqual(looks("parked"));
  });

  it("that is due by itself, or was never sent, is not watched", () => {
    for (const status of ["planned", "sending", "uncertain", "failed", "cancelled"] as const) {
      expect(looks(status)).toEqual([]);
    }
  });
});
