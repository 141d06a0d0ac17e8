import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Refusal, WireAcceptance } from "../../contract/index.ts";
import { isRefusal } from "../../contract/index.ts";
import { newId, transact } from "../../platform/index.ts";
import type { Tx } from "../../platform/index.ts";
import { type TestPlatform, testPlatform } from "../../platform/testing.ts";
import { addFloor, marketFloors, removeFloor } from "../binding/floors.ts";
import { setPolicySet } from "../binding/policy-set.ts";
import { installShipped } from "../install.ts";
import { type AcceptedPolicy, type Pin, resolvePins } from "../pins.ts";
import { upsertSettings } from "../settings.ts";
import { insertReceipt } from "./receipts-store.ts";
import { acceptTerms, laterPins } from "./terms.ts";

let test: TestPlatform;
beforeAll(async () => {
  test = await testPlatform();
  await write(async (tx) => {
    await installShipped(tx);
    await upsertSettings(tx, "package-cancel", { asksQuestions: true, acceptLater: false });
    return null;
  });
});
afterAll(() => test.close());

function write<T>(work: (tx: Tx) => Promise<T | Refusal>): Promise<T | Refusal> {
  const { merchantId, actor } = test;
  return transact(test.platform, { merchantId, actor, route: "test" }, work);
}

const codeOf = (answer: unknown) => (isRefusal(answer) ? answer.code : answer);

const asked: AcceptedPolicy[] = [{ id: "package-cancel", version: 2 }];
const acceptance = (receipts?: string[]): WireAcceptance => ({
  channel: "web-checkout",
  means: "checkbox",
  language: "zh-CN",
  ...(receipts === undefined ? {} : { receipts }),
});
const accept = (receipts?: string[], orderId = newId()) =>
  write((tx) => acceptTerms(tx, asked, acceptance(receipts), orderId));

async function receipt(passed = true, policyId = "package-cancel"): Promise<string> {
  const receiptId = newId();
  const about = { receiptId, policyId, version: 2, hash: "a".repeat(64), language: "en", passed };
  await write(async (tx) => {
    await insertReceipt(tx, { ...about, answers: [{ questionId: "1", right: passed }] });
    return null;
  });
  return receiptId;
}

describe("a policy that asks questions", () => {
  it("is accepted with a receipt of right answers, once", async () => {
    expect(codeOf(await accept())).toBe("policy_questions_open");
    expect(codeOf(await accept([await receipt(false)]))).toBe("policy_receipt_unfit");
    const receiptId = await receipt();
    const terms = await accept([receiptId]);
    expect(terms).toMatchObject([{ id: "package-cancel", version: 2, receiptId }]);
    expect(codeOf(await accept([receiptId]))).toBe("policy_receipt_unfit");
  });

  it("is accepted with the receipt of no other policy, and of no other merchant", async () => {
    const other = await receipt(true, "red-packet");
    expect(codeOf(await accept([await receipt(), other]))).toBe("policy_receipt_unfit");
    expect(codeOf(await accept([other]))).toBe("policy_questions_open");
    expect(codeOf(await accept([newId()]))).toBe("policy_questions_open");
  });

  it("is accepted once by two orders at the same moment", async () => {
    const receiptId = await receipt();
    const answers = await Promise.all([accept([receiptId]), accept([receiptId])]);
    expect(answers.map(codeOf).filter((code) => code === "policy_receipt_unfit")).toHaveLength(1);
  });
});

describe("what is accepted after the order", () => {
  const defaults = async (): Promise<readonly Pin[]> => {
    const pins = await write((tx) => resolvePins(tx, null));
    if (isRefusal(pins)) throw new Error(pins.code);
    return pins;
  };
  const later = async (accepted: AcceptedPolicy[], byCustomer: boolean) => {
    const pins = await defaults();
    const about = { accepted, pins, customerKind: "consumer" as const, byCustomer };
    return { pins, all: await write((tx) => laterPins(tx, about)) };
  };

  it("takes nothing away, and adds nothing that is there", async () => {
    const { pins, all } = await later([{ id: "order-refund", version: 3 }], true);
    expect(all).toEqual(pins);
    const added = await later([{ id: "interest-booster", version: 2 }], false);
    const names = isRefusal(added.all) ? [] : added.all.map(({ policyId }) => policyId);
    expect(names).toEqual([...added.pins.map(({ policyId }) => policyId), "interest-booster"]);
  });

  it("is by a customer what their merchant offers for it, under its parameters", async () => {
    const wanted = [{ id: "package-cancel-consumer", version: 3, params: { notice: "30d" } }];
    expect(codeOf((await later(wanted, true)).all)).toBe("policy_not_offered");
    const foreign = [{ id: "interest-booster", version: 2 }];
    expect(codeOf((await later(foreign, true)).all)).toBe("policy_not_offered");
    await write(async (tx) => {
      await upsertSettings(tx, "package-cancel-consumer", {
        asksQuestions: false,
        acceptLater: true,
      });
      return null;
    });
    expect(codeOf((await later(wanted, true)).all)).toBe("policy_not_offered");
    const pins = await defaults();
    const items = [{ policyId: "package-cancel-consumer", params: { notice: "30d" } }];
    await write((tx) => setPolicySet(tx, items, "en"));
    const about = { accepted: wanted, pins, customerKind: "consumer" as const, byCustomer: true };
    const all = await write((tx) => laterPins(tx, about));
    const notices = isRefusal(all)
      ? all.code
      : all.flatMap(({ policyId, params }) =>
          policyId === "package-cancel-consumer" ? [params["notice"]] : [],
        );
    expect(notices).toEqual(["15d", "30d"]);
  });

  it("is nothing that does not bind this kind of customer", async () => {
    const { all } = await later([{ id: "package-cancel", version: 2 }], false);
    expect(codeOf(all)).toBe("policy_not_offered");
  });
});

describe("the default set", () => {
  const set = (items: Parameters<typeof setPolicySet>[1]) =>
    write((tx) => setPolicySet(tx, items, "en"));

  it("is of published policies, once each, with parameters that fit", async () => {
    expect(codeOf(await set([{ policyId: "nobody" }]))).toBe("policy_unknown");
    expect(codeOf(await set([{ policyId: "cn-promise" }]))).toBe("policy_unknown");
    const twice = [{ policyId: "order-refund" }, { policyId: "order-refund" }];
    expect(codeOf(await set(twice))).toBe("policy_set_twice");
    const unfit = [{ policyId: "package-cancel", params: { notice: "61d" } }];
    expect(codeOf(await set(unfit))).toBe("policy_parameter_invalid");
    expect(await set([{ policyId: "order-refund" }])).toMatchObject({
      items: [{ policyId: "order-refund", version: 3, title: "Returning goods bought online" }],
    });
  });
});

describe("a market's floor", () => {
  const floors = () => write((tx) => marketFloors(tx, "en"));

  it("binds new orders once it is chosen, and none after it is left", async () => {
    const asked = { market: "CN", policyId: "cn-seven-day" };
    expect(codeOf(await write((tx) => addFloor(tx, { ...asked, market: "US" })))).toBe(
      "floor_unknown",
    );
    expect(codeOf(await write((tx) => removeFloor(tx, asked)))).toBeNull();
    const without = await write((tx) => resolvePins(tx, null));
    expect(JSON.stringify(without)).not.toContain("cn-seven-day");
    expect(codeOf(await write((tx) => removeFloor(tx, asked)))).toBe("floor_unknown");
    await write((tx) => addFloor(tx, asked));
    await write((tx) => addFloor(tx, asked));
    expect(JSON.stringify(await write((tx) => resolvePins(tx, null)))).toContain("cn-seven-day");
  });

  it("binds nobody where its law's text was not at hand, and says so", async () => {
    await write((tx) => addFloor(tx, { market: "EU", policyId: "eu-withdrawal" }));
    const shown = await floors();
    if (isRefusal(shown)) throw new Error(shown.code);
    expect(shown.notice).toContain("no legal advice");
    const floor = shown.items.find(({ policyId }) => policyId === "eu-withdrawal");
    expect(floor).toMatchObject({ market: "EU", binds: false, why: "not_verified" });
    const pins = await write((tx) => resolvePins(tx, null));
    expect(JSON.stringify(pins)).not.toContain("eu-withdrawal");
  });
});
