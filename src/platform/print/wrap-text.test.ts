import { expect, it } from "vitest";
import { wordsOf } from "./wrap-text.ts";

it("keeps words, and a number with what belongs to it, in one piece", () => {
  expect(wordsOf("商品有瑕疵，您自签收次日起 90 天内提出", "zh-CN")).toContain("瑕疵，");
  const contact = wordsOf("電話 400-000-0000（週一至週五 9:00–18:00）", "zh-TW");
  expect(contact).toContain("400-000-0000");
  expect(contact.some((piece) => piece.includes("9:00–18:00）"))).toBe(true);
  expect(wordsOf("back within 72 hours, in full", "en")).toEqual([
    "back ",
    "within ",
    "72 hours, ",
    "in ",
    "full",
  ]);
  expect(wordsOf("one: 2 of 3", "en")).toEqual(["one: ", "2 of ", "3"]);
});
