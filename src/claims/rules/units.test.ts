import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { gaps, placeItems } from "./units.ts";
import type { AskedItem, Place, UnitsOfOrder } from "./units.ts";

const orderId = "o1";
const place = (from: number, to: number, lineId = "a"): Place => ({
  orderId,
  lineId,
  packetId: null,
  from,
  to,
});

function orders(taken: Place[] = []): Map<string, UnitsOfOrder> {
  const lines = [
    { lineId: "a", kind: "goods", quantity: 5 },
    { lineId: "b", kind: "gift", quantity: 1 },
    { lineId: "freight", kind: "shipping", quantity: 1 },
  ];
  const claimed = taken.map((one) => ({ ...one, claimId: "claim-1" }));
  return new Map([[orderId, { orderId, lines, taken: claimed }]]);
}

const ask = (items: Omit<AskedItem, "orderId">[], taken: Place[] = []) =>
  placeItems(
    items.map((item) => ({ orderId, ...item })),
    orders(taken),
  );

describe("the units that a claim names", () => {
  it("takes the lowest free units, around those refunded before", () => {
    expect(ask([{ lineId: "a", quantity: 3 }], [place(1, 2)])).toEqual([place(0, 1), place(2, 4)]);
  });

  it("takes everything that is left and can be given back, without a list of lines", () => {
    const all = [{ everything: true as const }];
    expect(ask(all)).toEqual([place(0, 5), { ...place(0, 1), lineId: "b" }]);
    expect(ask(all, [place(1, 3)])).toEqual([
      place(0, 1),
      place(3, 5),
      { ...place(0, 1), lineId: "b" },
    ]);
    expect(ask([{ lineId: "a", quantity: 2 }, ...all])).toEqual([
      place(0, 2),
      place(2, 5),
      { ...place(0, 1), lineId: "b" },
    ]);
    const gone = [place(0, 5), { ...place(0, 1), lineId: "b" }];
    expect(ask(all, gone)).toMatchObject({ problem: "claim_units_gone" });
  });

  it("takes all that is left where no number is given", () => {
    expect(ask([{ lineId: "a" }], [place(0, 2)])).toEqual([place(2, 5)]);
  });

  it("keeps two items on one line apart", () => {
    const items = [
      { lineId: "a", quantity: 2 },
      { lineId: "a", quantity: 2 },
    ];
    expect(ask(items)).toEqual([place(0, 2), place(2, 4)]);
  });

  it("names the order as a whole, or a packet", () => {
    expect(ask([{}, { packetId: "p" }])).toEqual([
      { orderId, lineId: null, packetId: null, from: 0, to: 1 },
      { orderId, lineId: null, packetId: "p", from: 0, to: 1 },
    ]);
  });

  it.each([
    [[{ lineId: "a", quantity: 6 }], "claim_units_invalid"],
    [[{ lineId: "a", units: { from: 2, to: 2 } }], "claim_units_reversed"],
    [[{ lineId: "a", units: { from: 4, to: 6 } }], "claim_units_invalid"],
    [[{ lineId: "x", quantity: 1 }], "order_line_unknown"],
  ])("refuses units that are not there: %j", (items, code) => {
    expect(ask(items)).toMatchObject({ problem: code });
  });

  it("refuses a unit named twice, and one more than is left", () => {
    const twice = [
      { lineId: "a", units: { from: 0, to: 3 } },
      { lineId: "a", units: { from: 2, to: 4 } },
    ];
    expect(ask(twice)).toMatchObject({ problem: "claim_units_twice", values: { line: "a" } });
    const left = ask([{ lineId: "a", quantity: 4 }], [place(0, 2)]);
    expect(left).toMatchObject({ problem: "claim_units_left", values: { line: "a", left: 3 } });
    expect(ask([{ lineId: "b" }], [place(0, 1, "b")])).toMatchObject({
      problem: "claim_units_gone",
      values: { line: "b", claims: "claim-1" },
    });
  });

  it("refuses an order that it was not given", () => {
    expect(placeItems([{ orderId: "o2" }], orders())).toMatchObject({ problem: "not_found" });
  });
});

describe("gaps", () => {
  const range = fc
    .tuple(fc.nat(30), fc.integer({ min: 1, max: 9 }))
    .map(([from, size]) => ({ from, to: Math.min(30, from + size) }))
    .filter(({ from, to }) => from < to);

  it("and the ranges together cover every unit, gaps and ranges never overlap", () => {
    fc.assert(
      fc.property(fc.array(range, { maxLength: 8 }), (ranges) => {
        const free = gaps(ranges, 30);
        for (let unit = 0; unit < 30; unit += 1) {
          const holds = ({ from, to }: { from: number; to: number }) => from <= unit && unit < to;
          expect(free.filter(holds).length).toBe(ranges.some(holds) ? 0 : 1);
        }
      }),
    );
  });
});
