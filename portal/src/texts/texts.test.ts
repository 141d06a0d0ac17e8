import { describe, expect, test } from "vitest";
import { ClaimKind, ClaimStatus, languages, OrderStatus } from "../../../src/contract/index.ts";
import { PayoutStatus, TenderKind } from "../../../src/contract/index.ts";
import { fill, textsOf, wordOf } from "./index.ts";

/** Every text by its path: `statuses.filed` → `已提交`. */
function flat(table: object, path = ""): [string, string][] {
  return Object.entries(table).flatMap(([name, value]: [string, unknown]) =>
    typeof value === "string"
      ? [[`${path}${name}`, value] as [string, string]]
      : flat(value as object, `${path}${name}.`),
  );
}

const holesOf = (text: string): string[] => (text.match(/\{\w+\}/g) ?? []).sort();

describe.each(languages)("the words in %s", (language) => {
  const words = flat(textsOf[language]);
  const first = new Map(flat(textsOf["zh-CN"]));

  test("are complete", () => {
    expect(words.map(([path]) => path).sort()).toEqual([...first.keys()].sort());
    expect(words.filter(([, text]) => text.trim() === "")).toEqual([]);
  });

  test("have the same places to fill", () => {
    const different = words.filter(
      ([path, text]) => holesOf(text).join() !== holesOf(first.get(path) ?? "").join(),
    );
    expect(different).toEqual([]);
  });

  test("name every kind and status that the API knows", () => {
    const texts = textsOf[language];
    expect(Object.keys(texts.kinds)).toEqual(ClaimKind.enum);
    expect(Object.keys(texts.orderStatuses)).toEqual([...OrderStatus.enum]);
    expect(Object.keys(texts.statuses)).toEqual([...ClaimStatus.enum]);
    expect(Object.keys(texts.payoutStatuses)).toEqual([...PayoutStatus.enum]);
    expect(Object.keys(texts.tenderKinds)).toEqual([...TenderKind.enum]);
  });
});

test("the two kinds of Chinese differ", () => {
  const same = flat(textsOf["zh-CN"]).filter(([path, text]) => {
    const other = new Map(flat(textsOf["zh-TW"])).get(path);
    return other === text && /[们这个时实说请单]/.test(text);
  });
  expect(same).toEqual([]);
});

test("a hole without a value stays visible, and an unknown word is shown as it came", () => {
  expect(fill("{a} and {b}", { a: 1 })).toBe("1 and {b}");
  expect(wordOf({ a: "A" }, "a")).toBe("A");
  expect(wordOf({ a: "A" }, "b")).toBe("b");
});
