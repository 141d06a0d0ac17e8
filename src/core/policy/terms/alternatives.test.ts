import { describe, expect, it } from "vitest";
import type { Language } from "../texts.ts";
import { orParser, orText } from "./alternatives.ts";
import { readings } from "./grammar.ts";

/** Alternatives, their language, and how they are told alone and beside other conditions. */
const told: readonly (readonly [Language, readonly string[], string, string])[] = [
  ["en", ["you paid"], "you paid", "you paid"],
  [
    "en",
    ["nobody is at fault", "you broke the contract"],
    "nobody is at fault or you broke the contract",
    "either nobody is at fault or you broke the contract",
  ],
  [
    "en",
    ["it rains", "it snows", "we lost it"],
    "it rains, it snows, or we lost it",
    "either it rains, it snows, or we lost it",
  ],
  [
    "en",
    ["the goods are defective", "the goods are not as described"],
    "the goods are defective or not as described",
    "the goods are defective or not as described",
  ],
  [
    "en",
    ["the packet was returned", "the packet has expired", "the packet is void"],
    "the packet was returned, has expired, or is void",
    "the packet was returned, has expired, or is void",
  ],
  // A subject is not cut within what it may be: the service provider is another than the service.
  [
    "en",
    ["the service was late", "the service provider refused"],
    "the service was late or the service provider refused",
    "either the service was late or the service provider refused",
  ],
  [
    "en",
    ["you choose the money", "you choose a voucher"],
    "you choose the money or a voucher",
    "you choose the money or a voucher",
  ],
  [
    "en",
    ["the box", "the box is open"],
    "the box or the box is open",
    "either the box or the box is open",
  ],
  ["zh-CN", ["红包已退回", "红包已过期"], "红包已退回或者已过期", "红包已退回或者已过期"],
  [
    "zh-CN",
    ["红包尚未激活", "红包已激活但未使用", "红包已使用"],
    "红包尚未激活、已激活但未使用或者已使用",
    "红包尚未激活、已激活但未使用或者已使用",
  ],
  // 有效期 is one word: nothing is cut within it.
  [
    "zh-CN",
    ["商品质检合格", "商品质量不合格"],
    "商品质检合格或者商品质量不合格",
    "商品质检合格或者商品质量不合格",
  ],
  ["zh-CN", ["您选择退款", "您选择抵用券"], "您选择退款或者抵用券", "您选择退款或者抵用券"],
  [
    "zh-CN",
    ["您购买的是产品", "您购买的是服务"],
    "您购买的是产品或者服务",
    "您购买的是产品或者服务",
  ],
  ["zh-TW", ["商品有瑕疵", "商品與描述不符"], "商品有瑕疵或與描述不符", "商品有瑕疵或與描述不符"],
  [
    "zh-TW",
    ["雙方均無過失", "您違反契約", "原因在您一方"],
    "雙方均無過失、您違反契約或原因在您一方",
    "雙方均無過失、您違反契約或原因在您一方",
  ],
];

describe("alternatives", () => {
  it.each(told)("in %s: %j", (language, texts, alone, beside) => {
    expect(orText(texts, language, true)).toBe(alone);
    expect(orText(texts, language, false)).toBe(beside);
    const parser = orParser(
      texts.map((text, value) => ({ text, value })),
      language,
    );
    const all = [texts.map((_, value) => value)];
    expect(readings(parser, alone)).toEqual(all);
    expect(readings(parser, beside)).toEqual(all);
  });

  it("of none are nothing", () => {
    expect(orText([], "en", true)).toBe("");
  });

  const options = ["the packet was returned", "the packet has expired", "you lost it"].map(
    (text, value) => ({ text, value }),
  );
  const read = (text: string) => readings(orParser(options, "en"), text);

  it("are read in whatever order and number, and in no other words", () => {
    expect(read("you lost it")).toEqual([[2]]);
    expect(read("the packet has expired or was returned")).toEqual([[1, 0]]);
    expect(read("you lost it, the packet was returned, or the packet has expired")).toEqual([
      [2, 0, 1],
    ]);
    expect(read("the packet was returned or you lost it")).toEqual([[0, 2]]);
    for (const text of [
      "the packet was returned, you lost it",
      "the packet was returned, or you lost it",
      "the packet was returned or has expired or you lost it",
      "the packet was",
      "either",
      "",
    ]) {
      expect(read(text)).toEqual([]);
    }
  });
});
