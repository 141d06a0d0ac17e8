import { describe, expect, test } from "vitest";
import type { WireKindOnOffer, WireMyOrder } from "../../src/contract/index.ts";
import {
  claimableLines,
  endOf,
  firstApplication,
  itemsOf,
  offerOf,
  questionKey,
  questionsOf,
  saidFacts,
} from "./application.ts";

const line = (lineId: string, kind: "goods" | "shipping", freeUnits: number) => ({
  lineId,
  kind,
  productCode: null,
  productName: lineId,
  quantity: 3,
  listMinor: 300,
  paidMinor: 300,
  receivedAt: null,
  freeUnits,
  packetId: null,
});

const orderOf = (...lines: WireMyOrder["lines"]): WireMyOrder => ({
  orderId: "o",
  orderNumber: "1",
  status: "paid",
  currency: "CNY",
  paidMinor: 300,
  orderedAt: "2026-01-01T00:00:00.000Z",
  paidAt: "2026-01-01T00:00:00.000Z",
  zone: "Asia/Shanghai",
  signedAt: null,
  lines,
  promises: [],
  packets: [{ packetId: "p", amountMinor: 100 }],
  tenders: [],
});

const defect: WireKindOnOffer["facts"][number] = {
  fact: "defect",
  name: "a defect",
  type: "choice",
  options: [],
  scope: "line",
  wish: false,
  unsaid: "none",
};
const cycles = { ...defect, fact: "cycles", type: "count", unsaid: null, scope: "order" } as const;

const kindOf = (of: WireKindOnOffer["of"]): WireKindOnOffer => ({
  orderId: "o",
  kind: "refund",
  promises: [],
  likely: true,
  of,
  facts: [defect, cycles],
});

describe("an application", () => {
  test("begins with the only thing that can be chosen", () => {
    const one = orderOf(line("a", "goods", 2), line("s", "shipping", 1), line("b", "goods", 0));
    expect(claimableLines(one).map(({ lineId }) => lineId)).toEqual(["a"]);
    expect(firstApplication(one)).toMatchObject({ units: { a: 2 }, packetId: "p" });
    const two = orderOf(line("a", "goods", 2), line("b", "goods", 1));
    expect(firstApplication(two).units).toEqual({});
  });

  test("is offered while there is something to choose", () => {
    const shippingAlone = orderOf(line("a", "goods", 0), line("s", "shipping", 1));
    const kinds = (["lines", "packets", "order"] as const).map(kindOf);
    const offered = (order: WireMyOrder, likely: boolean) => {
      const { first, others } = offerOf(
        order,
        kinds.map((kind) => ({ ...kind, likely })),
      );
      return [first.map(({ of }) => of), others.map(({ of }) => of)];
    };
    const free = orderOf(line("a", "goods", 1));
    expect(offered(free, true)).toEqual([["lines", "packets", "order"], []]);
    expect(offered(free, false)).toEqual([[], ["lines", "packets", "order"]]);
    expect(offered({ ...free, packets: [] }, true)).toEqual([["lines", "order"], []]);
    expect(offered({ ...free, orderId: "other" }, true)).toEqual([[], []]);
    // Where all is claimed, the whole order is not offered first, and what is unlikely not at all.
    expect(offered(shippingAlone, true)).toEqual([["packets"], ["order"]]);
    expect(offered(shippingAlone, false)).toEqual([[], []]);
  });

  test("names units, a packet, or the order, as the kind wants it", () => {
    const application = { ...firstApplication(orderOf()), units: { a: 2, b: 0 } };
    expect(itemsOf(kindOf("lines"), application)).toEqual([
      { orderId: "o", lineId: "a", quantity: 2 },
    ]);
    expect(itemsOf(kindOf("packets"), application)).toEqual([{ orderId: "o", packetId: "p" }]);
    expect(itemsOf(kindOf("packets"), { ...application, packetId: null })).toEqual([]);
    expect(itemsOf(kindOf("order"), application)).toEqual([{ orderId: "o" }]);
  });

  test("asks of each chosen line, and says what differs from the unsaid", () => {
    const kind = kindOf("lines");
    const empty = { ...firstApplication(orderOf()), units: { a: 1, b: 2, c: 0 } };
    const questions = questionsOf(kind, empty);
    expect(questions.map(({ fact, lineId }) => [fact.fact, lineId])).toEqual([
      ["defect", "a"],
      ["defect", "b"],
      ["cycles", null],
    ]);
    const said = ["none", "quality", "3"];
    const answers = Object.fromEntries(
      questions.map((question, at) => [questionKey(question), said[at] ?? ""]),
    );
    expect(saidFacts(kind, { ...empty, answers })).toEqual([
      { fact: "defect", value: "quality", orderId: "o", lineId: "b" },
      { fact: "cycles", value: 3, orderId: "o" },
    ]);
    expect(saidFacts(kind, empty)).toEqual([]);
  });

  test("ends with the day where the order counts its days, wherever the reader is", () => {
    expect(endOf("2026-12-31", "Asia/Shanghai")).toBe("2026-12-31T15:59:59.999Z");
    expect(endOf("2026-12-31", "America/New_York")).toBe("2027-01-01T04:59:59.999Z");
  });
});
