import { describe, expect, it } from "vitest";
import { owed } from "./index.ts";
import type { AcceptedDecision } from "./types.ts";
import { goods, orderOf, returned } from "./testing/build.ts";

const order = orderOf({ lines: [goods("a", 1000, 2), goods("b", 500)], paid: 2500 });

describe("debits seen outside", () => {
  const debit = (units: number) => ({ debitId: "d", tenderId: "card", units });

  it("are taken off what is payable, and an excess is a shortfall", () => {
    const seen = (units: number, ...decisions: AcceptedDecision[]) =>
      owed({ ...order, outsideDebits: [debit(units), debit(100)] }, decisions);
    const one = returned("1", ["a", 0, 1]);
    expect(seen(300, one).tenders[0]).toMatchObject({ outsideUnits: 400, payableUnits: 600 });
    expect(seen(300, one).shortfalls).toEqual([]);
    expect(seen(1000, one).tenders[0]?.payableUnits).toBe(-100);
    expect(seen(1000, one).shortfalls).toEqual([
      { reason: "outside", reference: "CNY", unit: "CNY", amount: 100 },
    ]);
    expect(seen(900, one).shortfalls).toEqual([]);
  });

  it("on tenders that are not of the order are a bug", () => {
    const outsideDebits = [{ ...debit(1), tenderId: "x" }];
    expect(() => owed({ ...order, outsideDebits }, [])).toThrow("`x` is not a tender");
  });
});
