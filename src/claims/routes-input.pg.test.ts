import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { newId } from "../platform/index.ts";
import { claimOf, claimsOverHttp, lamps } from "./testing/http.ts";
import type { Answer, Call, ClaimsOverHttp } from "./testing/http.ts";

let shop: ClaimsOverHttp;
let staff: Call;
let orderId: string;
beforeAll(async () => {
  shop = await claimsOverHttp();
  staff = await shop.key(["file", "attest", "read"]);
  const policies = [{ id: "order-refund", version: 3 }];
  ({ orderId } = await shop.goods({ policies }));
});
afterAll(() => shop.close());

const post = (payload: object, url = "/v1/claims"): Promise<Answer> =>
  staff({ method: "POST", url, payload, headers: { "accept-language": "zh-CN" } });

const chinese = /\p{Script=Han}.*；\p{Script=Han}|\p{Script=Han}{4}/u;

function expectProblem(answer: Answer, status: number, code: string, field: string | null) {
  expect(answer.body).toMatchObject({ status, code, field, type: `/problems/${code}` });
  expect(answer.status).toBe(status);
  expect(answer.type).toMatch(/^application\/problem\+json/);
  expect(answer.body["requestId"]).toBe(answer.requestId);
  expect(answer.body["detail"]).toMatch(chinese);
  expect(answer.body["detail"]).not.toMatch(/\{\w+\}/);
}

const item = (more: object) => ({ items: [{ orderId, lineId: "1", ...more }] });
const units = (from: number, to: number) => item({ units: { from, to } });
const said = (more: object) => ({ ...lamps(orderId), facts: [{ fact: "defect", ...more }] });

type NotAsDocumented = [what: string, body: () => object, field: string];
type NotPossible = [what: string, body: () => object, status: number, code: string];

describe("a claim that is not as documented", () => {
  it.each<NotAsDocumented>([
    ["negative units", () => units(-1, 1), "/items/0/units/from"],
    ["half a unit", () => item({ quantity: 0.5 }), "/items/0/quantity"],
    ["no unit", () => item({ quantity: 0 }), "/items/0/quantity"],
    ["a quantity in quotes", () => item({ quantity: "1" }), "/items/0/quantity"],
    ["an unknown key", () => ({ amountMinor: 10_000 }), "/amountMinor"],
    ["an unknown key of an item", () => item({ price: 1 }), "/items/0/price"],
    ["an unknown kind", () => ({ kind: "reward" }), "/kind"],
    ["no items", () => ({ items: undefined }), "/items"],
    ["an order that is no id", () => item({ orderId: "7" }), "/items/0/orderId"],
    ["a day for an instant", () => ({ receivedAt: "2026-01-01" }), "/receivedAt"],
    ["the future", () => ({ receivedAt: "2030-01-01T00:00:00Z" }), "/receivedAt"],
  ])("by %s is a problem at its place, in the reader's words", async (_what, body, field) => {
    const answer = await post({ ...lamps(orderId), ...body() });
    expectProblem(answer, 400, "invalid_request", field);
  });
});

describe("a claim that cannot be", () => {
  const twice = () => ({ items: [...units(0, 2).items, ...units(1, 2).items] });
  it.each<NotPossible>([
    ["an order of nobody", () => item({ orderId: newId() }), 404, "not_found"],
    ["no items", () => ({ items: [] }), 422, "claim_needs_items"],
    ["a line that is not there", () => item({ lineId: "9" }), 422, "order_line_unknown"],
    ["three of two", () => item({ quantity: 3 }), 422, "claim_units_invalid"],
    ["units past the last", () => units(1, 3), 422, "claim_units_invalid"],
    ["units backwards", () => units(2, 1), 422, "claim_units_reversed"],
    ["units twice", twice, 422, "claim_units_twice"],
  ])("for %s is a problem at its place, in the reader's words", async (_, body, status, code) => {
    const answer = await post({ ...lamps(orderId), ...body() });
    expectProblem(answer, status, code, "/items");
  });

  it("for want of a promise says so at the kind", async () => {
    const answer = await post({ ...lamps(orderId), kind: "packet_return" });
    expectProblem(answer, 422, "claim_not_promised", "/kind");
  });
});

/** Filing and attesting take facts alike; what is refused leaves no trace in the claim. */
async function expectFactRefused(facts: object[], status: number, code: string, field: string) {
  expectProblem(await post({ ...lamps(orderId), facts }), status, code, field);
  const { claimId } = claimOf(await post(lamps(orderId, { quantity: 1 })));
  const url = `/v1/claims/${claimId}`;
  expectProblem(await post({ facts }, `${url}/attestations`), status, code, field);
  const open = await staff({ method: "GET", url });
  expect(open.body).toMatchObject({ status: "reviewing", facts: [], decisions: [] });
  await post({}, `${url}/withdrawal`);
}

describe("a fact", () => {
  it.each<[string, object, string]>([
    ["a list", { value: ["quality"] }, "/facts/0/value"],
    ["a text of a page", { value: "x".repeat(101) }, "/facts/0/value"],
    ["no value", {}, "/facts/0/value"],
    ["a state of its own", { value: "quality", state: "event" }, "/facts/0/state"],
  ])("with %s is not as documented", async (_what, more, field) => {
    await expectFactRefused(said(more).facts, 400, "invalid_request", field);
  });

  it.each<[string, object, string]>([
    ["that no promise reads", { fact: "weather", value: "fine" }, "fact_unknown"],
    ["of a line that is not claimed", { value: "none", lineId: "2" }, "order_line_unknown"],
    ["with a wrong option", { value: "cursed", state: "attested" }, "fact_value_wrong"],
    ["with a number for an option", { value: 1, state: "attested" }, "fact_value_wrong"],
    ["with a word for a flag", { fact: "intact", value: "maybe" }, "fact_value_wrong"],
  ])("%s is refused", async (_what, more, code) => {
    await expectFactRefused(said(more).facts, 422, code, "/facts");
  });
});

describe("an answer", () => {
  it("speaks each reader's language", async () => {
    const refused = async (language: string) => {
      const headers = { "accept-language": language };
      const payload = { ...lamps(orderId), kind: "packet_return" };
      const { body } = await staff({ method: "POST", url: "/v1/claims", payload, headers });
      return body["detail"];
    };
    expect(await refused("zh-CN")).toContain("没有适用于此类申请");
    expect(await refused("zh-TW")).toContain("沒有適用於此類申請");
    expect(await refused("en")).toContain("has no promise for a claim of kind");
  });
});
