import { describe, expect, it } from "vitest";
import type { Language } from "../contract/index.ts";
import { amountsText, outcomeText } from "./amounts.ts";
import type { NoticeAmount } from "./amounts.ts";

const paid: readonly NoticeAmount[] = [
  { unit: "points", units: 132 },
  { unit: "packet:NEW-YEAR", units: 263, worth: { amountMinor: 263, currency: "CNY" } },
  { unit: "CNY", units: 1_234_50 },
];

describe("amounts as a person reads them", () => {
  it.each<[Language, string]>([
    ["zh-CN", "¥1,234.50、¥2.63（红包 NEW-YEAR）、132 积分"],
    ["zh-TW", "CN¥1,234.50、CN¥2.63（紅包 NEW-YEAR）、點數 132 點"],
    ["en", "CN¥1,234.50, CN¥2.63 in the red packet NEW-YEAR, and 132 points"],
  ])("are money, then what was paid in kind, in %s", (language, text) => {
    expect(amountsText(paid, language)).toBe(text);
  });

  it.each<[NoticeAmount, string, string]>([
    [{ unit: "JPY", units: 1000 }, "JP¥1,000", "¥1,000"],
    [{ unit: "KWD", units: 1 }, "KWD 0.001", "KWD 0.001"],
    [{ unit: "points", units: 1 }, "1 积分", "1 point"],
    [{ unit: "voucher:CNY", units: 2000 }, "¥20.00 的抵用券", "a voucher of CN¥20.00"],
    [
      { unit: "gift_card:GC:7", units: 500, worth: { amountMinor: 500, currency: "CNY" } },
      "¥5.00（礼品卡 GC:7）",
      "CN¥5.00 on the gift card GC:7",
    ],
    [{ unit: "packet:RP-1", units: 3 }, "3 份（红包 RP-1）", "3 units in the red packet RP-1"],
    [{ unit: "miles", units: 1200 }, "1,200 份（miles）", "1,200 units of miles"],
  ])("%j", (amount, chinese, english) => {
    const plain = (text: string | null) => text?.replaceAll("\u00a0", " ");
    expect(plain(amountsText([amount], "zh-CN"))).toBe(chinese);
    expect(plain(amountsText([amount], "en"))).toBe(english);
  });

  it("are summed by unit, and what is nothing is not named", () => {
    const none = { unit: "points", units: 0 };
    expect(amountsText([none], "en")).toBeNull();
    const twice = amountsText([...paid, ...paid, none], "en");
    expect(twice).toBe("CN¥2,469.00, CN¥5.26 in the red packet NEW-YEAR, and 264 points");
    const half = { unit: "packet:NEW-YEAR", units: 3, worth: null };
    expect(amountsText([paid[1]!, half], "en")).toBe("266 units in the red packet NEW-YEAR");
  });

  it("are exact to the last minor unit", () => {
    const most = { unit: "CNY", units: Number.MAX_SAFE_INTEGER };
    expect(amountsText([most], "en")).toBe("CN¥90,071,992,547,409.91");
  });
});

describe("what came of a claim", () => {
  const [voucher] = [{ unit: "voucher:CNY", units: 500 }];
  it.each<[readonly NoticeAmount[], readonly NoticeAmount[], string, string]>([
    [[], [], "没有需要退付的款项", "there was nothing to pay"],
    [[paid[0]!], [], "退回 132 积分", "we returned 132 points"],
    [[], [voucher], "发放 ¥5.00 的抵用券", "we gave you a voucher of CN¥5.00"],
    [
      [paid[0]!],
      [voucher],
      "退回 132 积分，并发放 ¥5.00 的抵用券",
      "we returned 132 points, and gave you a voucher of CN¥5.00",
    ],
  ])("of %j and %j", (returned, granted, chinese, english) => {
    expect(outcomeText(returned, granted, "zh-CN")).toBe(chinese);
    expect(outcomeText(returned, granted, "en")).toBe(english);
  });
});
