import { format } from "prettier";
import { describe, expect, it } from "vitest";
import { errorsPage } from "./errors-page.ts";
import { errors, fillSentence, isRefusal, refuse, sentenceOf } from "./errors.ts";
import { languages } from "./language.ts";
import { problemOf } from "./problem.ts";

const placeholders = (sentence: string) =>
  [...sentence.matchAll(/\{(\w+)\}/g)].map((match) => match[1]).sort();

describe("the table of errors", () => {
  it.each(Object.entries(errors))("%s speaks three languages about the same things", (_, entry) => {
    const english = placeholders(entry.sentence.en);
    for (const language of languages) {
      expect(placeholders(entry.sentence[language])).toEqual(english);
      expect(entry.sentence[language]).not.toMatch(/[\n。.]$/);
    }
    expect(entry.sentence.en).toMatch(/^[a-z`{]/);
    expect(entry.sentence["zh-CN"]).toMatch(/\p{Script=Han}/u);
    expect(entry.sentence["zh-TW"]).toMatch(/\p{Script=Han}/u);
  });

  it("is the page docs/errors.md", async () => {
    const page = await format(errorsPage(), { parser: "markdown", printWidth: 100 });
    await expect(page).toMatchFileSnapshot("../../docs/errors.md");
  });
});

describe("a refusal", () => {
  it("is told apart from any other value", () => {
    expect(isRefusal(refuse("internal"))).toBe(true);
    expect([null, undefined, 1, "x", {}, { refusal: "true" }].some(isRefusal)).toBe(false);
  });

  it("fills its sentence and leaves a missing value visible", () => {
    const refusal = refuse("order_number_taken", { orderNumber: "A-1" }, "/orderNumber");
    expect(sentenceOf(refusal, "en")).toBe(
      "the order number `A-1` is already used; check it or take another",
    );
    expect(fillSentence("{a} and {b}", { a: 0 })).toBe("0 and {b}");
  });

  it("travels as problem details in the caller's language", () => {
    const refusal = refuse("not_found", { what: "7" }, "orderId");
    expect(problemOf(refusal, "zh-CN", "request-1")).toEqual({
      type: "/problems/not_found",
      title: "Not found",
      status: 404,
      code: "not_found",
      detail: "找不到 `7`；请检查后再试",
      field: "orderId",
      values: { what: "7" },
      requestId: "request-1",
    });
  });
});
