import { describe, expect, test } from "vitest";
import { documentOf, policyText } from "../testing/documents.ts";
import { languages } from "../texts.ts";
import { combinations } from "./combinations.ts";
import type { Combination } from "./model.ts";
import { isDiffRefusal } from "./refusal.ts";
import { tellCombinations } from "./tell-combinations.ts";

const heads =
  "{pay: {pay: order.prepaid}, ship: {pay: order.shipping}, fee: {take: order.prepaid}}";
const policyOf = (id: string, body: string, of = heads) =>
  documentOf(policyText(body, of).replace("id: test", `id: ${id}`));

const three = [
  policyOf("one", "  all: {give: {pay: 100%, ship: 0%, fee: 10%}, why: too_late}"),
  policyOf("two", "  all: {give: {pay: 50%, ship: 100%, fee: 20%}}"),
  policyOf(
    "three",
    `  soon: {when: {since: {at_most: 72h}}, give: {gift: 30%}}
  late: {when: {since: {more_than: 72h}}, give: {gift: 0%}}`,
    "{gift: {grant: voucher, of: order.prepaid}}",
  ),
];

function combined(documents: typeof three): readonly Combination[] {
  const found = combinations(documents);
  if (isDiffRefusal(found)) throw new Error(found.refusal);
  return found;
}

describe("three policies that bind together", () => {
  test("come to the best of each head: what pays most, what takes least", () => {
    expect(
      combined(three).map(({ totalMinor, eachMinor }) => [
        totalMinor,
        ...eachMinor.map((each) => each.totalMinor),
      ]),
    ).toEqual([
      [22_000, 9_000, 13_000, 3_000],
      [19_000, 9_000, 13_000, 0],
    ]);
  });

  test("are told head by head, in each language", () => {
    const [first] = combined(three);
    const told = languages.map((language) =>
      tellCombinations(first === undefined ? [] : [first], three, language),
    );
    expect(told.map(({ headline }) => headline)).toEqual([
      "`one@1`、`two@1`、`three@1` 一并适用时，顾客所得可多于其中任何一份规则",
      "`one@1`、`two@1`、`three@1` 一併適用時，顧客所得可多於其中任何一份規則",
      "where `one@1`, `two@1`, `three@1` bind together, customers can get more than from any one " +
        "of them",
    ]);
    const lines = told.map(({ regions }) =>
      regions.flatMap(({ title, rows }) => [title, ...rows.map((row) => Object.values(row))]),
    );
    expect(lines).toEqual([
      [
        "一并适用时合计220.00元",
        ["情形", "you ask within 72小时"],
        ["例如", "the time since payment为72小时"],
        ["退还the prepaid sum", "取 100%（`one@1`：100%；`two@1`：50%）"],
        ["退还the delivery charge", "取 100%（`one@1`：0%；`two@1`：100%）"],
        ["扣除the prepaid sum", "取 10%（`one@1`：10%；`two@1`：20%）"],
        ["按the prepaid sum赠予抵用券", "取 30%（`three@1`：30%）"],
        ["单独适用时", "`one@1`：90.00元；`two@1`：130.00元；`three@1`：30.00元"],
      ],
      [
        "一併適用時合計人民幣 220.00 元",
        ["情形", "you ask within 72小時"],
        ["例如", "the time since payment為72小時"],
        ["退還the prepaid sum", "取 100%（`one@1`：100%；`two@1`：50%）"],
        ["退還the delivery charge", "取 100%（`one@1`：0%；`two@1`：100%）"],
        ["扣除the prepaid sum", "取 10%（`one@1`：10%；`two@1`：20%）"],
        ["按the prepaid sum贈予抵用券", "取 30%（`three@1`：30%）"],
        [
          "單獨適用時",
          "`one@1`：人民幣 90.00 元；`two@1`：人民幣 130.00 元；`three@1`：人民幣 30.00 元",
        ],
      ],
      [
        "together they come to CNY 220.00",
        ["when", "you ask within 72 hours"],
        ["for example", "the time since payment: 72 hours"],
        ["repayment of the prepaid sum", "100% holds (`one@1`: 100%; `two@1`: 50%)"],
        ["repayment of the delivery charge", "100% holds (`one@1`: 0%; `two@1`: 100%)"],
        ["deduction of the prepaid sum", "10% holds (`one@1`: 10%; `two@1`: 20%)"],
        ["a voucher by the prepaid sum", "30% holds (`three@1`: 30%)"],
        ["alone", "`one@1`: CNY 90.00; `two@1`: CNY 130.00; `three@1`: CNY 30.00"],
      ],
    ]);
  });

  test("of which one is always the best give nothing more together", () => {
    const one = policyOf("one", "  all: {give: {pay: 100%, ship: 100%, fee: 0%}}");
    const other = policyOf("other", "  all: {give: {pay: 50%, ship: 100%, fee: 10%}}");
    expect(combined([one, other])).toEqual([]);
    expect(languages.map((language) => tellCombinations([], [one, other], language))).toEqual([
      {
        headline: "`one@1`、`other@1` 一并适用时，顾客所得不会多于其中最有利的一份规则",
        regions: [],
      },
      {
        headline: "`one@1`、`other@1` 一併適用時，顧客所得不會多於其中最有利的一份規則",
        regions: [],
      },
      {
        headline:
          "where `one@1`, `other@1` bind together, customers get no more than from the best one " +
          "of them",
        regions: [],
      },
    ]);
  });
});
