import { describe, expect, test } from "vitest";
import type { Answer, Problem } from "../../src/contract/index.ts";
import { isSignedOut, plainSentence, resultOf } from "./failure.ts";

const texts = { offline: "no connection", broken: "broken page" };

const problem: Problem = {
  type: "/problems/not_found",
  title: "Not found",
  status: 404,
  code: "not_found",
  detail: "there is no `x`",
  field: null,
  values: {},
  requestId: "r",
};

const refused = (given: unknown): Promise<Answer<never>> =>
  Promise.resolve({ ok: false, status: 404, problem: given as Problem });

describe("the funnel for errors", () => {
  test("lets an answer through", async () => {
    const answer = Promise.resolve({ ok: true, status: 200, data: 7 } as const);
    expect(await resultOf(answer, texts)).toEqual({ ok: true, data: 7 });
  });

  test("says a refusal in its own words", async () => {
    const failure = { code: "not_found", sentence: "there is no x" };
    expect(await resultOf(refused(problem), texts)).toEqual({ ok: false, failure });
  });

  test("says which part of what was sent a refusal is about", async () => {
    const result = await resultOf(refused({ ...problem, field: "/hours/en" }), texts);
    expect(result).toMatchObject({ failure: { code: "not_found", field: "/hours/en" } });
  });

  test("has words for a refusal without any", async () => {
    const failure = { code: "broken", sentence: "broken page" };
    expect(await resultOf(refused(undefined), texts)).toEqual({ ok: false, failure });
    expect(await resultOf(refused({}), texts)).toEqual({ ok: false, failure });
  });

  test("tells a lost connection from an answer that is not ours", async () => {
    const lost = await resultOf(Promise.reject(new TypeError("fetch failed")), texts);
    const foreign = await resultOf(Promise.reject(new Error("not JSON")), texts);
    expect(lost).toEqual({ ok: false, failure: { code: "offline", sentence: "no connection" } });
    expect(foreign).toEqual({ ok: false, failure: { code: "broken", sentence: "broken page" } });
  });

  test("knows when the session is over", () => {
    const codes = ["unauthenticated", "session_expired", "right_missing", "offline"];
    const out = codes.filter((code) => isSignedOut({ code, sentence: "" }));
    expect(out).toEqual(["unauthenticated", "session_expired"]);
  });
});

test("a sentence of the API stands on a page without marks of code, and with local times", () => {
  const told = plainSentence("the time runs until `2026-12-08T15:59:59.999Z`");
  expect(told).toMatch(/^the time runs until 2026-12-0[789] \d{2}:\d{2}$/);
});
