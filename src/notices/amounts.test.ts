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
    ["zh-CN", "1,234.50元、红包2.63元、132 积分"],
    ["zh-TW", "人民幣 1,234.50 元、紅包人民幣 2.63 元、132 點"],
    ["en", "CNY 1,234.50, CNY 2.63 in the red packet, and 132 points"],
  ])("are money, then what was paid in kind, in %s", (language, text) => {
    expect(amountsText(paid, language)).toBe(text);
  });

  it.each<[NoticeAmount, string, string]>([
    [{ unit: "JPY", units: 1000 }, "1,000日元", "JPY 1,000"],
    [{ unit: "KWD", units: 1 }, "0.001 KWD", "KWD 0.001"],
    [{ unit: "points", units: 1 }, "1 积分", "1 point"],
    [{ unit: "voucher:CNY", units: 2000 }, "20.00元抵用券", "a voucher of CNY 20.00"],
    [
      { unit: "gift_card:GC:7", units: 500, worth: { amountMinor: 500, currency: "CNY" } },
      "礼品卡5.00元",
      "CNY 5.00 on the gift card",
    ],
    [{ unit: "packet:RP-1", units: 3 }, "红包3 份", "3 units in the red packet"],
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
    expect(twice).toBe("CNY 2,469.00, CNY 5.26 in the red packet, and 264 points");
    const half = { unit: "packet:NEW-YEAR", units: 3, worth: null };
    expect(amountsText([paid[1]!, half], "en")).toBe("266 units in the red packet");
  });

  it("are exact to the last minor unit", () => {
    const most = { unit: "CNY", units: Number.MAX_SAFE_INTEGER };
    expect(amountsText([most], "en")).toBe("CNY 90,071,992,547,409.91");
  });
});

describe("what came of a claim", () => {
  const [voucher] = [{ unit: "voucher:CNY", units: 500 }];
  it.each<[readonly NoticeAmount[], readonly NoticeAmount[], string, string]>([
    [[], [], "没有可退的款项", "there was nothing to pay"],
    [[paid[0]!], [], "退回132 积分", "we returned 132 points"],
    [[], [voucher], "发放5.00元抵用券", "we gave you a voucher of CNY 5.00"],
    [
      [paid[0]!],
      [voucher],
      "退回132 积分，并发放5.00元抵用券",
      "we returned 132 points, and gave you a voucher of CNY 5.00",
    ],
  ])("of %j and %j", (returned, granted, chinese, english) => {
    expect(outcomeText(returned, granted, "zh-CN")).toBe(chinese);
    expect(outcomeText(returned, granted, "en")).toBe(english);
  });
});
