import { expect, it } from "vitest";
import { wordsOf, wrapText } from "./wrap-text.ts";

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

it.each(["en", "zh-CN", "zh-TW"])(
  "never breaks within a time, a range or a date, in %s",
  (language) => {
    for (const number of [
      "9:00–18:00",
      "9:00-18:00",
      "9:00 – 18:00",
      "9：00～18：00",
      "2026/1/31",
    ]) {
      const pieces = wordsOf(`before ${number} after`, language);
      expect(pieces.some((piece) => piece.includes(number))).toBe(true);
    }
  },
);

it.each(["en", "zh-CN", "zh-TW"])(
  "begins no line with what separates its parts, in %s",
  (language) => {
    const text =
      "order-refund@2 · 2026年1月31日公布 · telephone 400-000-0000（every day, 9:00–18:00）";
    const type = { size: 1, bold: false, language };
    for (let width = 12; width <= text.length; width += 1) {
      const lines = wrapText(text, width, type, (each) => each.length);
      expect(lines.filter((line) => /^[·・|]/u.test(line))).toEqual([]);
    }
    expect(wordsOf("one・two", language)).toEqual(["one・", "two"]);
  },
);
