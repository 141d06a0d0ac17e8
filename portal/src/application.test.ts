import { describe, expect, test } from "vitest";
import type { WireClaimSummary, WireKindOnOffer, WireMyOrder } from "../../src/contract/index.ts";
import { saidKey } from "../../web/src/index.ts";
import type { Needed } from "../../web/src/index.ts";
import {
  askedFacts,
  askedNow,
  claimableLines,
  endOf,
  firstApplication,
  itemsOf,
  nothingWhy,
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
  of,
  lineIds: ["a", "b"],
  packetIds: ["p"],
  facts: [defect, cycles],
});

describe("an application", () => {
  test("begins with the only thing that can be chosen", () => {
    const kind = kindOf("lines");
    const one = orderOf(line("a", "goods", 2), line("s", "shipping", 1), line("b", "goods", 0));
    expect(claimableLines(one, kind).map(({ lineId }) => lineId)).toEqual(["a"]);
    expect(firstApplication(one, kind)).toMatchObject({ units: { a: 2 }, packetId: "p" });
    const two = orderOf(line("a", "goods", 2), line("b", "goods", 1));
    expect(firstApplication(two, kind).units).toEqual({});
  });

  test("is offered as the server offers it, and why nothing is says the claims", () => {
    const order = orderOf(line("a", "goods", 1));
    expect(offerOf(order, [kindOf("lines")])).toHaveLength(1);
    expect(offerOf({ ...order, orderId: "other" }, [kindOf("lines")])).toEqual([]);
    const claim = (status: WireClaimSummary["status"]) =>
      ({ status, orders: [{ orderId: "o", orderNumber: "1" }] }) as WireClaimSummary;
    expect(nothingWhy(order, [])).toBe("noKinds");
    expect(nothingWhy(order, [claim("settled")])).toBe("allDone");
    expect(nothingWhy(order, [claim("settled"), claim("reviewing")])).toBe("waitForClaim");
    expect(nothingWhy({ ...order, orderId: "other" }, [claim("settled")])).toBe("noKinds");
  });

  test("keeps what was asked on the page, and sends what can be read of it", () => {
    const kind = { ...kindOf("lines"), facts: [] };
    const share: Needed = {
      ...{ orderId: "o", fact: "efficacy", name: "the effect", lineId: "a", packetId: null },
      ...{ by: "customer", proof: [], options: [], type: "ratio", provable: true },
    };
    const chosen = { ...firstApplication(orderOf(), kind), units: { a: 1 } };
    const byReviewer: Needed = { ...share, fact: "intact", by: "reviewer" };
    const asked = askedNow(kind, chosen, [share, byReviewer]);
    expect(asked).toEqual([share]);
    const answered = { ...chosen, asked, supplied: { [saidKey(share)]: " 41% " } };
    // Nothing more is needed, and the question stands as long as its line is chosen.
    expect(askedNow(kind, answered, [])).toEqual([share]);
    expect(askedNow(kind, { ...answered, units: { b: 1 } }, [])).toEqual([]);
    expect(askedFacts(answered)).toMatchObject([{ fact: "efficacy", value: "41%", lineId: "a" }]);
    expect(askedFacts({ ...answered, supplied: { [saidKey(share)]: "much" } })).toEqual([]);
  });

  test("names units, a packet, or the order, as the kind wants it", () => {
    const application = { ...firstApplication(orderOf(), kindOf("lines")), units: { a: 2, b: 0 } };
    expect(itemsOf(kindOf("lines"), application)).toEqual([
      { orderId: "o", lineId: "a", quantity: 2 },
    ]);
    expect(itemsOf(kindOf("packets"), application)).toEqual([{ orderId: "o", packetId: "p" }]);
    expect(itemsOf(kindOf("packets"), { ...application, packetId: null })).toEqual([]);
    expect(itemsOf(kindOf("order"), application)).toEqual([{ orderId: "o" }]);
  });

  test("asks of each chosen line, and says what differs from the unsaid", () => {
    const kind = kindOf("lines");
    const empty = { ...firstApplication(orderOf(), kind), units: { a: 1, b: 2, c: 0 } };
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
