import { describe, expect, test } from "vitest";
import type { DecideRequest } from "./decision.ts";
import type { CaseFacts } from "../facts.ts";
import { ask, decided, item, neededOf } from "../testing/ask.ts";
import { compiled, known, policyText } from "../testing/documents.ts";

describe("scopes", () => {
  test("order heads answer once, line heads per line, packet heads per packet", () => {
    const heads =
      "{ship: {pay: order.shipping}, price: {pay: line.paid}, face: {pay: packet.face}}";
    const policy = compiled(policyText("  a: {give: {ship: 100%, price: 50%, face: 20%}}", heads));
    const packet = { lineId: null, packetId: "p1", from: 0, to: 1, facts: {} };
    const asked: string[] = [];
    const baseOf: DecideRequest["baseOf"] = (base, place) => {
      asked.push(`${base} ${place.lineId} ${place.packetId} ${place.from}-${place.to}`);
      return asked.length * 100;
    };
    const result = ask([policy], {}, { items: [item("l1", {}), item("l2", {}), packet], baseOf });
    expect(asked).toEqual([
      "order.shipping null null 0-1",
      "line.paid l1 null 0-2",
      "line.paid l2 null 0-2",
      "packet.face null p1 0-1",
    ]);
    const items = decided(result).heads.map((head) => head.items);
    expect(items).toEqual([
      [{ lineId: null, packetId: null, from: 0, to: 1, baseMinor: 100, fraction: "1/1" }],
      [
        { lineId: "l1", packetId: null, from: 0, to: 2, baseMinor: 200, fraction: "1/2" },
        { lineId: "l2", packetId: null, from: 0, to: 2, baseMinor: 300, fraction: "1/2" },
      ],
      [{ lineId: null, packetId: "p1", from: 0, to: 1, baseMinor: 400, fraction: "1/5" }],
    ]);
  });

  test("says how a head is settled, and has fixed sums of its own", () => {
    const text = `
makegood: policy/1
id: sorry
version: 1
bases: {apology: {const: 20.00, currency: CNY, zh-CN: 致歉, zh-TW: 致歉, en: apology}}
heads:
  pay: {pay: order.prepaid}
  freight: {pay: return.freight}
  sorry: {grant: voucher, of: apology, otherwise: none}
clauses: {a: {give: {pay: 100%, freight: 100%, sorry: 100%}}}`;
    const { heads } = decided(ask([compiled(text)], {}));
    expect(heads.map(({ settles, grant, base }) => [settles, grant, base])).toEqual([
      ["refund", null, "order.prepaid"],
      ["cash", null, "return.freight"],
      ["grant", "voucher", "sorry/apology"],
    ]);
    expect(heads[2]?.items[0]?.baseMinor).toBe(2000);
    // A fixed sum of one currency is nothing in another; the heads beside it answer as ever.
    const abroad = decided(ask([compiled(text)], {}, { currency: "USD" })).heads;
    expect(abroad.map(({ base, items }) => [base, items.length])).toEqual([
      ["order.prepaid", 1],
      ["return.freight", 1],
      ["sorry/apology", 0],
    ]);
    const both = text.replace("const: 20.00, currency: CNY", "const: {CNY: 20.00, JPY: 400}");
    const inYen = decided(ask([compiled(both)], {}, { currency: "JPY" })).heads;
    expect(inYen[2]?.items[0]?.baseMinor).toBe(400);
  });
});

describe("an impossible case", () => {
  const policy = compiled(
    policyText(
      `  a:
    when: {cycles: {at_most: 50}, used: {at_most: 100%}}
    over: [rest]
    give: {pay: {rate: 100%, less: used.full}}
  b: {when: {cycles: {more_than: 50}, ended: yes, defect: none}, over: [rest], give: {pay: 50%}}
  rest: {give: {pay: 10%}}
assume: {odd: {never: {ended: yes, cycles: {at_least: 90}}}}`,
      "{pay: {pay: line.paid}}",
    ),
  );
  const fine = { cycles: 3, used: "1/2", "used.full": "2/3", ended: false, defect: "none" };

  test.each([
    [{ cycles: 100 }, "range", ["cycles"]],
    [{ cycles: -1 }, "range", ["cycles"]],
    [{ cycles: 1.5 }, "value", ["cycles"]],
    [{ cycles: "3" }, "value", ["cycles"]],
    [{ used: "3/2" }, "range", ["used"]],
    [{ used: -1, "used.full": 1 }, "range", ["used"]],
    [{ used: { n: 1, d: 0 } }, "value", ["used"]],
    [{ used: { n: 0.5, d: 1 } }, "value", ["used"]],
    [{ used: 0.5 }, "value", ["used"]],
    [{ used: "half" }, "value", ["used"]],
    [{ used: true }, "value", ["used"]],
    [{ ended: "perhaps" }, "value", ["ended"]],
    [{ defect: "scratch" }, "value", ["defect"]],
    [{ used: "2/3", "used.full": "1/2" }, "link", ["used.full", "used"]],
    [{ ended: true, cycles: 90 }, "odd", ["ended", "cycles"]],
  ])("%o is refused as %s", (change, assumption, facts) => {
    const items = [item("l1", attested({ ...fine, ...change }))];
    expect(ask([policy], {}, { items })).toEqual({
      status: "impossible",
      assumption,
      policy: "test@1",
      facts,
      lineId: "l1",
      packetId: null,
    });
  });

  test("ends of ranges, links and boxes are possible", () => {
    for (const change of [
      { cycles: 99 },
      { cycles: 0 },
      { used: 1, "used.full": 1 },
      { used: "0%" },
      { "used.full": "10/1" },
      { ended: true, cycles: 89 },
      { ended: "no", cycles: 90 },
    ]) {
      const items = [item("l1", attested({ ...fine, ...change }))];
      expect(ask([policy], {}, { items }).status).not.toBe("impossible");
    }
  });

  function attested(values: Parameters<typeof known>[0]): CaseFacts {
    return Object.fromEntries(
      Object.entries(values).map(([name, value]) => [name, { state: "attested", value }]),
    );
  }
});

describe("a head whose base is nothing", () => {
  const policy = compiled(
    policyText(
      `  ours: {when: {cause: trader}, over: [rest], give: {pay: 100%, ship: 100%}}
  rest: {give: {pay: 100%, ship: 0%}, why: not_covered}`,
      "{pay: {pay: order.prepaid}, ship: {pay: order.shipping}}",
    ),
  );
  const shippingOf =
    (minor: number | null): DecideRequest["baseOf"] =>
    (base) =>
      base === "order.shipping" ? minor : 1000;

  test("asks for no facts and has no answer while they are unknown", () => {
    const { heads } = decided(ask([policy], {}, { baseOf: shippingOf(0) }));
    expect(heads.map(({ base, items, trace }) => [base, items.length, trace.length])).toEqual([
      ["order.prepaid", 1, 1],
      ["order.shipping", 0, 0],
    ]);
  });

  test("is answered like any other where the facts are known", () => {
    const baseOf = shippingOf(0);
    const { heads } = decided(ask([policy], known({ cause: "trader" }), { baseOf }));
    expect(heads[1]?.items).toMatchObject([{ baseMinor: 0, fraction: "1/1" }]);
  });

  test("not stated yet is asked about, and counts as 0 once the facts are known", () => {
    const baseOf = shippingOf(null);
    expect(neededOf(ask([policy], {}, { baseOf }))).toEqual(["cause"]);
    expect(neededOf(ask([policy], {}, { baseOf: shippingOf(1) }))).toEqual(["cause"]);
    const { heads } = decided(ask([policy], known({ cause: "none" }), { baseOf }));
    expect(heads[1]?.items).toMatchObject([{ baseMinor: 0, fraction: "0/1" }]);
  });
});
