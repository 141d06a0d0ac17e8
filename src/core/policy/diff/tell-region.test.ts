import { describe, expect, it } from "vitest";
import { fraction } from "../../money/index.ts";
import type { Amount } from "../model.ts";
import { catalogue, documentOf, policyText } from "../testing/documents.ts";
import { languages } from "../texts.ts";
import type { Question, RegionBound, RegionCondition, RegionSide, RegionVoice } from "./model.ts";
import { RegionTeller } from "./tell-region.ts";

const document = {
  ...documentOf(
    policyText(`  all: {give: {pay: 100%}}
  zero: {when: {ended: yes}, over: [all], why: too_late, give: {pay: 0%}}`),
  ),
  facts: catalogue.facts,
};
const tellers = languages.map((language) => new RegionTeller([document], language));

const paid: Question = { direction: "pay", base: "order.prepaid", grant: null };
const reckoned = (form: Amount["form"], n: number, d: number, fact: string | null): Amount => ({
  ...{ form, rate: fraction(n, d), rateText: `${n}/${d}`, fact },
});
const plain = (n: number, d: number): Amount => reckoned("plain", n, d, null);
const voice = (
  name: string,
  clauses: readonly string[],
  ...amounts: readonly Amount[]
): RegionVoice => ({ document: name, clauses, amounts });
const answer = (...voices: readonly RegionVoice[]): RegionSide => ({ kind: "answer", voices });
const bound = (
  operator: RegionBound["operator"],
  constant: string,
  isParameter = false,
): RegionBound => ({ operator, constant, isParameter });

const sides: readonly (readonly [RegionSide, readonly string[]])[] = [
  [
    { kind: "gap", document: "test@1", names: [] },
    ["没有任何条款", "沒有任何條款", "no clause answers"],
  ],
  [
    { kind: "overlap", document: "test@1", names: ["all", "zero"] },
    [
      "条款 `all`、`zero` 同时适用",
      "條款 `all`、`zero` 同時適用",
      "clauses `all`, `zero` answer at once",
    ],
  ],
  [
    { kind: "refused", document: "test@1", names: ["never"] },
    ["假定不会发生（`never`）", "假定不會發生（`never`）", "taken never to happen (`never`)"],
  ],
  [{ kind: "silent" }, ["不给付", "不給付", "nothing is given"]],
  [
    { kind: "no_head" },
    ["未提及此项，即不给付", "未提及此項，即不給付", "nothing: the document does not speak of it"],
  ],
  [
    answer(voice("test@1", ["all"], plain(1, 1))),
    ["100%（条款 `all`）", "100%（條款 `all`）", "100% (clause `all`)"],
  ],
  [
    answer(
      voice(
        "test@1",
        ["all", "zero"],
        reckoned("less", 9, 10, "used"),
        reckoned("part", 1, 3, "used.full"),
      ),
    ),
    [
      "90% − the part used（不低于 0%） + 1/3 × the part used at full price（条款 `all`、`zero`）",
      "90% − the part used（不低於 0%） + 1/3 × the part used at full price（條款 `all`、`zero`）",
      "90% − the part used (never below 0%) + 1/3 × the part used at full price " +
        "(clauses `all`, `zero`)",
    ],
  ],
  [
    answer(voice("test@1", ["all"], reckoned("unused", 1, 1, "used")), voice("other@2", [])),
    [
      "下列各项中最高者：`test@1`：100% ×（1 − the part used）（条款 `all`）；`other@2`：不给付",
      "下列各項中最高者：`test@1`：100% ×（1 − the part used）（條款 `all`）；`other@2`：不給付",
      "the largest of: `test@1`: 100% × (1 − the part used) (clause `all`); " +
        "`other@2`: nothing is given",
    ],
  ],
];

const conditions: readonly (readonly [RegionCondition, readonly string[]])[] = [
  [
    { kind: "options", fact: "cause", options: ["none", "trader"], unproven: false },
    [
      "nobody is at fault或the fault is ours",
      "nobody is at fault或the fault is ours",
      "nobody is at fault or the fault is ours",
    ],
  ],
  [
    { kind: "options", fact: "defect", options: ["none"], unproven: true },
    [
      "no defect或the defect未得到证明",
      "no defect或the defect未獲證明",
      "no defect or the defect is not proven",
    ],
  ],
  [
    { kind: "unproven", fact: "effect" },
    ["the effect未得到证明", "the effect未獲證明", "the effect is not proven"],
  ],
  [
    { kind: "proven", fact: "effect" },
    ["the effect已得到证明", "the effect已獲證明", "the effect is proven"],
  ],
  [
    {
      kind: "interval",
      fact: "since",
      bounds: [bound("more_than", "72h"), bound("at_most", "notice", true)],
    },
    [
      "the time since payment超过72小时、不超过参数 `notice`",
      "the time since payment超過72小時、不超過參數 `notice`",
      "the time since payment is more than 72 hours but at most parameter `notice`",
    ],
  ],
  [
    { kind: "interval", fact: "used", bounds: [bound("less_than", "1/2")] },
    ["the part used少于50%", "the part used少於50%", "the part used is less than 50%"],
  ],
  [
    { kind: "choice", parameter: "mode", options: ["a", "b"] },
    ["参数 `mode` 为a或b", "參數 `mode` 為a或b", "parameter `mode` is a or b"],
  ],
  [{ kind: "proven", fact: "mood" }, ["mood", "mood", "mood"]],
];

describe("a region in words", () => {
  it.each(sides)("says what a document answers there: %j", (side, told) => {
    expect(tellers.map((teller) => teller.side(side, paid))).toEqual(told);
  });

  it("says which of several takes holds, and a reason where it is asked for", () => {
    const several = answer(
      voice("test@1", ["all"], plain(1, 1)),
      voice("other@2", ["x"], plain(1, 2)),
    );
    const taken: Question = { ...paid, direction: "take" };
    expect(tellers.map((teller) => teller.side(several, taken))).toEqual([
      "下列各项中最低者：`test@1`：100%（条款 `all`）；`other@2`：50%（条款 `x`）",
      "下列各項中最低者：`test@1`：100%（條款 `all`）；`other@2`：50%（條款 `x`）",
      "the smallest of: `test@1`: 100% (clause `all`); `other@2`: 50% (clause `x`)",
    ]);
    const nothing = answer(voice("test@1", ["zero"], plain(0, 1)));
    expect(tellers.map((teller) => teller.side(nothing, paid, true))).toEqual([
      "0%（条款 `zero`），理由：the time is over",
      "0%（條款 `zero`），理由：the time is over",
      "0% (clause `zero`), the reason: the time is over",
    ]);
    const everything = answer(voice("test@1", ["all"], plain(1, 1)));
    expect(tellers[2]?.side(everything, paid, true)).toBe("100% (clause `all`)");
  });

  it.each(conditions)("says where it is: %j", (condition, told) => {
    expect(tellers.map((teller) => teller.conditions([condition], null))).toEqual(told);
  });

  it("says of what it is a part, or that it is everything", () => {
    expect(tellers.map((teller) => teller.conditions([], null))).toEqual([
      "任何情形",
      "任何情形",
      "in every case",
    ]);
    expect(tellers.map((teller) => teller.conditions([], "more"))).toEqual([
      "且按改后的算式得数更大",
      "且按改後的算式得數更大",
      "as far as the formula after comes to more than the one before",
    ]);
    expect(tellers.map((teller) => teller.conditions([], "less"))).toEqual([
      "且按改后的算式得数更小",
      "且按改後的算式得數更小",
      "as far as the formula after comes to less than the one before",
    ]);
  });

  it.each([
    ["pay", null, ["退还the prepaid sum", "退還the prepaid sum", "repayment of the prepaid sum"]],
    ["take", null, ["扣除the prepaid sum", "扣除the prepaid sum", "deduction of the prepaid sum"]],
    [
      "grant",
      "voucher",
      [
        "按the prepaid sum赠予抵用券",
        "按the prepaid sum贈予抵用券",
        "a voucher by the prepaid sum",
      ],
    ],
    [
      "grant",
      "points",
      ["按the prepaid sum赠予积分", "按the prepaid sum贈予點數", "points by the prepaid sum"],
    ],
  ] as const)("names the head of a %s (%s)", (direction, grant, told) => {
    const of: Question = { ...paid, direction, grant };
    expect(tellers.map((teller) => teller.head(of))).toEqual(told);
  });
});

it("a parameter of days stands where the number of a phrase stands", () => {
  const days = "params: {notice: {of: day, range: [0d, 60d], default: 15d}}\nheads:";
  const months = "params: {notice: {of: day, range: [1mo, 12mo], default: 2mo}}\nheads:";
  const told = (params: string) => {
    const clauses = "  all: {when: {day: {at_least: $notice}}, give: {pay: 100%}}";
    const of = documentOf(policyText(clauses).replace("heads:", params));
    const within: RegionCondition = {
      ...{ kind: "interval", fact: "day", bounds: [bound("less_than", "notice", true)] },
    };
    return languages.map((language) => new RegionTeller([of], language).conditions([within], null));
  };
  expect(told(days)).toEqual([
    "the days since payment少于`notice` 日",
    "the days since payment少於`notice` 天",
    "the days since payment is less than `notice` days",
  ]);
  expect(told(months)[2]).toBe("the days since payment is less than parameter `notice`");
});
