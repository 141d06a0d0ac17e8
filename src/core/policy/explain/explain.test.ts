import { describe, expect, test } from "vitest";
import { decide } from "../decide/decide.ts";
import type { ClaimItem, DecideRequest } from "../decide/decision.ts";
import { explainDecision } from "./explain.ts";
import type { CaseFacts } from "../facts.ts";
import type { OrderedFact } from "../model.ts";
import { tellConstant, tellShare, tellValue } from "../tell/tell-value.ts";
import { catalogue, compiled, known, policyText } from "../testing/documents.ts";
import type { Language } from "../texts.ts";
import { wordCodes, wordTexts } from "../tell/words.ts";

function lines(
  policies: DecideRequest["policies"],
  orderFacts: CaseFacts,
  language: Language = "en",
  items: ClaimItem[] = [],
  baseOf: DecideRequest["baseOf"] = () => 99_999,
): string[] {
  const result = decide({
    policies,
    currency: "CNY",
    calendarVersion: "c",
    orderFacts,
    items,
    baseOf,
    final: false,
  });
  if (result.status !== "decided") throw new Error(JSON.stringify(result));
  const documents = policies.map(({ document }) => document);
  return explainDecision(result.decision, documents, language).flatMap((head) =>
    head.items.flatMap(({ sentences }) => sentences.map(({ text }) => text)),
  );
}

const cancel = compiled(
  policyText(
    `  cool: {when: {since: {at_most: 72h}}, give: {pay: 100%}}
  late: {when: {since: {more_than: 72h}, ended: no}, give: {pay: {rate: 90%, less: used}}}
  over: {when: {since: {more_than: 72h}, ended: yes}, why: too_late, give: {pay: 0%}}
  ours:
    when: {cause: trader}
    over: [cool, late, over]
    give: {pay: {rate: 100%, unused: used}, sorry: 10%}`,
    "{pay: {pay: order.prepaid}, sorry: {grant: voucher, of: order.prepaid, otherwise: none}}",
  ).replace("version: 1", "version: 1\ntitle: {zh-CN: 取消, zh-TW: 取消規則, en: Cancelling}"),
);

describe("a decision in sentences", () => {
  test("tells the answer and its clause, in the catalogue's own phrase", () => {
    expect(lines([cancel], known({ since: 3_700, cause: "none" }))).toEqual([
      "We pay back the prepaid sum in full (CNY 999.99).",
      "This follows from point 1 of “Refund of the prepaid sum” in “Cancelling”: " +
        "you ask within 72 hours (here: 1 hour).",
    ]);
  });

  test("tells the arithmetic, in percent where that is exact", () => {
    const facts = { since: 259_201, ended: false, cause: "none" };
    expect(lines([cancel], known({ ...facts, used: "1/3" }))).toEqual([
      "We pay back CNY 566.67 of the prepaid sum (CNY 999.99).",
      "This follows from point 2(a) of “Refund of the prepaid sum” in “Cancelling”: " +
        "the time since payment is more " +
        "than 72 hours (here: 72 hours 1 second); the contract stands.",
      "The sum: 90% of the prepaid sum (CNY 999.99) is CNY 900.00; less CNY 333.33 (the part " +
        "used), that leaves CNY 566.67.",
    ]);
    expect(lines([cancel], known({ ...facts, used: "25%" })).at(-1)).toBe(
      "The sum: 90% of the prepaid sum (CNY 999.99) is CNY 900.00; less CNY 249.99 (the part " +
        "used), that leaves CNY 650.00. Fractions are rounded in your favour.",
    );
    const ours = lines([cancel], known({ ...facts, cause: "trader", used: "12.5%" }));
    expect(ours).toEqual([
      "We pay back CNY 875.00 of the prepaid sum (CNY 999.99).",
      "This follows from point 3 of “Refund of the prepaid sum” in “Cancelling”: the fault " +
        "is ours.",
      "The sum: the prepaid sum (CNY 999.99); less CNY 124.99 (the part used), that leaves " +
        "CNY 875.00.",
      "We give you a voucher worth CNY 100.00, which is 10% of the prepaid sum (CNY 999.99).",
      "This follows from point 1 of “A voucher, measured by the prepaid sum” in “Cancelling”: " +
        "the fault is ours.",
    ]);
  });

  test("tells where a sum meets nothing or the maximum", () => {
    const facts = known({ since: 259_201, ended: false, cause: "none", used: 1 });
    expect(lines([cancel], facts).slice(2, 4)).toEqual([
      "The sum: 90% of the prepaid sum (CNY 999.99) is CNY 900.00; less CNY 999.99 (the part " +
        "used), nothing is left.",
      "The reason: what was used takes up all that could be paid back.",
    ]);
    const part = compiled(policyText("  a: {give: {pay: {rate: 100%, part: used.full}}}"));
    expect(lines([part], known({ "used.full": 2 }))).toEqual([
      "We pay back the prepaid sum in full (CNY 999.99).",
      "This follows from point 1 of “test@1”, which holds in every case.",
      "The sum: the part used at full price is 200%; 200% of the prepaid sum (CNY 999.99) is " +
        "CNY 1,999.98. It is CNY 999.99 at most.",
    ]);
    expect(lines([part], known({ "used.full": 1 })).at(-1)).not.toContain("at most");
  });

  test("a refusal tells its reason, what could change it, and what else was asked", () => {
    const other = compiled(
      policyText("  a: {why: not_covered, give: {pay: 0%}}").replace("id: test", "id: other"),
    );
    const facts = known({ since: 300_000, ended: true, cause: "none", used: 0 });
    expect(lines([cancel, other], facts)).toEqual([
      "We pay back nothing of the prepaid sum (CNY 999.99).",
      "This follows from point 2(b) of “Refund of the prepaid sum” in “Cancelling”: the time " +
        "since payment is more than 72 hours (here: 83 hours); the contract has ended.",
      "The reason: the time is over.",
      "The result would differ if this could still be shown: the fault is ours.",
      "We also checked “other@1”; nothing more is due to you under it.",
    ]);
  });

  test("a document without amounts was not asked for any", () => {
    const floor = "heads: {}\nclauses: {}\n";
    const clock = policyText("", "{}")
      .replace(/heads:[^]*/, floor)
      .replace("id: test", "id: clock");
    const facts = known({ since: 300_000, ended: true, cause: "none", used: 0 });
    expect(lines([cancel, compiled(clock)], facts).join("\n")).not.toContain("clock");
  });

  test("what becomes of a sum of nothing is left unsaid beside others", () => {
    const clauses = "  a: {why: too_late, give: {pay: 0%, price: 0%}}";
    const policy = compiled(
      policyText(clauses, "{pay: {pay: order.prepaid}, price: {pay: line.paid}}"),
    );
    const item = [{ lineId: "l", packetId: null, from: 0, to: 1, facts: {} }];
    const about = (prepaid: number, paid: number) =>
      lines([policy], {}, "en", item, (base) => (base === "order.prepaid" ? prepaid : paid)).filter(
        (line) => line.startsWith("We pay"),
      );
    expect(about(0, 3_600_000)).toEqual(["We pay back nothing of the price (CNY 36,000.00)."]);
    expect(about(100, 0)).toEqual(["We pay back nothing of the prepaid sum (CNY 1.00)."]);
    expect(about(0, 0)).toEqual([]);
  });

  test("what is missing is told whole, whatever can still change", () => {
    const policy = compiled(
      policyText(
        `  a: {when: {line.day: {at_most: 7d}, defect: quality}, give: {price: 100%}}
  b: {when: {line.day: {more_than: 7d}}, why: too_late, give: {price: 0%}}
  c:
    when: {line.day: {at_most: 7d}, defect: [none, unproven]}
    why: not_covered
    give: {price: 0%}`,
        "{price: {pay: line.paid}}",
      ),
    );
    const item = (facts: CaseFacts) => [{ lineId: "l", packetId: null, from: 0, to: 1, facts }];
    const none = { defect: { state: "attested", value: "none" } } as const;
    expect(lines([policy], {}, "en", item({ ...known({ "line.day": 9 }), ...none })).at(-1)).toBe(
      "The price would be paid back only where all of this holds: " +
        "the days since receipt is at most 7 days; the goods are defective.",
    );
    expect(lines([policy], {}, "en", item({ ...known({ "line.day": 7 }), ...none })).at(-1)).toBe(
      "The result would differ if this could still be shown: the goods are defective.",
    );
    const late = lines([policy], {}, "zh-CN", item(known({ "line.day": 9 })));
    expect(late[1]).toBe("依据《test@1》第（二）项：the days since receipt超过7日（实际为9日）。");
  });

  test("an unknown fact without effect is told as such", () => {
    const policy = compiled(
      policyText(`  a: {when: {ended: yes}, give: {pay: 100%}}
  b: {when: {ended: no}, give: {pay: 100%}}`),
    );
    expect(lines([policy], {})[1]).toBe(
      "This follows from point 2 of “test@1”: " +
        "the contract stands (not known, and without effect on the result).",
    );
  });

  test("a wish that would change a refusal, and a deduction", () => {
    const policy = compiled(
      policyText(
        `  money: {when: {wish: money}, give: {pay: 50%, back: 25%}}
  voucher: {when: {wish: voucher}, why: not_covered, give: {pay: 0%, back: 0%}}`,
        "{pay: {pay: order.prepaid}, back: {take: order.shipping}}",
      ),
    );
    expect(lines([policy], known({ wish: "voucher" })).at(-1)).toBe(
      "The result would differ if you chose otherwise: you want money.",
    );
    expect(lines([policy], {})).toEqual([
      "We pay back 50% of the prepaid sum (CNY 999.99), which is CNY 500.00.",
      "This follows from point 1 of “Refund of the prepaid sum” in “test@1”: you want money.",
      "We deduct 25% of the delivery charge (CNY 999.99), which is CNY 249.99.",
      "This follows from point 1 of “Deduction of the delivery charge” in “test@1”: you " +
        "want money.",
    ]);
    expect(lines([policy], {}, "zh-TW")[2]).toBe(
      "本公司扣除the delivery charge人民幣 999.99 元的25%，即人民幣 249.99 元。",
    );
  });

  test("points are told as points", () => {
    const heads = "{sorry: {grant: points, of: order.prepaid, otherwise: none}}";
    const policy = compiled(policyText("  a: {give: {sorry: 5%}}", heads));
    expect(lines([policy], {}, "zh-CN")[0]).toBe(
      "我们向您赠送价值50.00元的积分（the prepaid sum999.99元的5%）。",
    );
  });

  test("a decision without its document cannot be told", () => {
    const policy = compiled(policyText("  a: {give: {pay: 5%}}"));
    const result = decide({
      policies: [policy],
      currency: "CNY",
      calendarVersion: "c",
      orderFacts: {},
      items: [],
      baseOf: () => 1,
      final: false,
    });
    if (result.status !== "decided") throw new Error("not decided");
    expect(() => explainDecision(result.decision, [], "en")).toThrow("`test@1` is missing");
  });
});

describe("values in words", () => {
  const fact = (name: string) => catalogue.facts[name] as OrderedFact;

  test.each([
    ["since", "72h", "72 hours", "72小时"],
    ["since", "1h", "1 hour", "1小时"],
    ["since", "90min", "1 hour 30 minutes", "1小时30分钟"],
    ["since", "61s", "1 minute 1 second", "1分钟1秒"],
    ["since", "0s", "0 hours", "0小时"],
    ["since", "3d", "3 days", "3天"],
    ["since", "8d", "8 days", "8天"],
    ["day", "1d", "1 day", "1日"],
    ["day", "7d", "7 days", "7日"],
    ["day", "1mo", "1 month", "1个月"],
    ["day", "12mo+14d", "12 months and 14 days", "12个月又14日"],
    ["used", "60%", "60%", "60%"],
    ["used", "1/3", "1/3", "1/3"],
    ["cycles", "3", "3 cycles", "3cycles"],
    ["since", "soon", "soon", "soon"],
  ])("%s %s", (name, text, english, simplified) => {
    expect(tellConstant(fact(name), text, "en")).toBe(english);
    expect(tellConstant(fact(name), text, "zh-CN")).toBe(simplified);
  });

  test.each([
    [{ n: 0, d: 1 }, "0%"],
    [{ n: 1, d: 1 }, "100%"],
    [{ n: 1, d: 8 }, "12.5%"],
    [{ n: 1, d: 10_000 }, "0.01%"],
    [{ n: 101, d: 10_000 }, "1.01%"],
    [{ n: 1001, d: 20_000 }, "5.005%"],
    [{ n: 17_999, d: 20_000 }, "89.995%"],
    [{ n: 1, d: 100_000 }, "0.001%"],
    [{ n: 1, d: 100_000_000 }, "0.000001%"],
    [{ n: 100_000_001, d: 100_000_000 }, "100.000001%"],
    [{ n: 1, d: 200_000_000 }, "1/200000000"],
    [{ n: -1001, d: 20_000 }, "-5.005%"],
    [{ n: -1, d: 10 }, "-10%"],
    [{ n: -1, d: 200 }, "-0.5%"],
    [{ n: 2, d: 6 }, "1/3"],
    [{ n: 6, d: 5 }, "120%"],
  ])("%o is %s", (share, text) => {
    expect(tellShare(share)).toBe(text);
  });

  test("options, flags and the unproven", () => {
    const told = (name: string, value: string | boolean) =>
      tellValue(catalogue.facts[name]!, value, "en");
    expect(told("cause", "trader")).toBe("the fault is ours");
    expect(told("ended", true)).toBe("the contract has ended");
    expect(told("ended", "no")).toBe("the contract stands");
    expect(told("defect", "unproven")).toBe("the defect is not proven");
    expect(told("effect", "unproven")).toBe("the effect is not proven");
    expect(told("cause", "gone")).toBe("gone");
    expect(tellValue(catalogue.facts["used"]!, { n: 1, d: 4 }, "en")).toBe("25%");
    expect(tellValue(catalogue.facts["used"]!, "?", "en")).toBe("?");
  });

  test("every phrase has the same places in all languages", () => {
    for (const code of wordCodes) {
      const texts = Object.values(wordTexts(code));
      const places = texts.map((text) => [...new Set(text.match(/\{\w+\}/g))].toSorted().join());
      expect(new Set(places).size, code).toBe(1);
      expect(
        texts.every((text) => text !== ""),
        code,
      ).toBe(true);
    }
  });
});
