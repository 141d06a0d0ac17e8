import { afterAll, beforeAll, expect, it } from "vitest";
import { isRefusal } from "../../contract/index.ts";
import type { Refusal } from "../../contract/index.ts";
import { newId, transact } from "../../platform/index.ts";
import type { Tx } from "../../platform/index.ts";
import { type TestPlatform, testPlatform } from "../../platform/testing.ts";
import { acceptTerms } from "../acceptance/terms.ts";
import { installShipped } from "../install.ts";
import { upsertSettings } from "../settings.ts";
import { answerQuestions, questionsAbout } from "./questions.ts";

let test: TestPlatform;
beforeAll(async () => {
  test = await testPlatform();
  await write(async (tx) => {
    await installShipped(tx);
    await upsertSettings(tx, place.policyId, { asksQuestions: true, acceptLater: false });
    return null;
  });
});
afterAll(() => test.close());

async function write<T>(work: (tx: Tx) => Promise<T | Refusal>): Promise<T> {
  const { merchantId, actor } = test;
  const done = await transact(test.platform, { merchantId, actor, route: "test" }, work);
  if (isRefusal(done)) throw new Error(done.code);
  return done;
}

const place = { policyId: "package-cancel-consumer", version: 3 };

it("asks about a version what its own cases answer, and opens its acceptance", async () => {
  const { questions } = await write((tx) => questionsAbout(tx, place, "zh-CN"));
  expect(questions).toHaveLength(3);
  const right = questions.map(({ id, right: answerId }) => ({ questionId: id, answerId }));
  const [first, ...rest] = right;
  const wrong = questions[0]?.answers.find(({ id }) => id !== questions[0]?.right)?.id ?? "";
  const language = "zh-CN" as const;
  const failed = await write((tx) =>
    answerQuestions(tx, place, {
      language,
      answers: [{ questionId: first?.questionId ?? "", answerId: wrong }, ...rest],
    }),
  );
  expect(failed).toMatchObject({ passed: false });
  expect(failed.answers.map((each) => each.right)).toEqual([false, true, true]);
  const passed = await write((tx) => answerQuestions(tx, place, { language, answers: right }));
  expect(passed).toMatchObject({ passed: true });
  const accept = (receipts: string[]) =>
    write((tx) =>
      acceptTerms(
        tx,
        [{ id: place.policyId, version: place.version }],
        { channel: "web", means: "button", language, receipts },
        newId(),
      ),
    );
  await expect(accept([failed.receiptId])).rejects.toThrow("policy_receipt_unfit");
  await expect(accept([passed.receiptId])).resolves.toMatchObject([
    { id: place.policyId, receiptId: passed.receiptId },
  ]);
});

it("counts what is left out, and what nobody asked, for nothing", async () => {
  const none = await write((tx) => answerQuestions(tx, place, { language: "en", answers: [] }));
  expect(none).toMatchObject({ passed: false });
  const answers = [{ questionId: "__proto__", answerId: "constructor" }];
  const odd = await write((tx) => answerQuestions(tx, place, { language: "en", answers }));
  expect(odd.passed).toBe(false);
});

it("asks nothing of a version that binds nobody", async () => {
  const draft = { policyId: "nobody", version: 1 };
  await expect(write((tx) => questionsAbout(tx, draft, "en"))).rejects.toThrow("policy_unknown");
});
