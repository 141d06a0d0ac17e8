import { describe, expect, test } from "vitest";
import type { RuleDocument } from "../model.ts";
import { documentOf, policyText } from "../testing/documents.ts";
import { floorOf } from "../testing/proof.ts";
import { languages } from "../texts.ts";
import { combinations } from "./combinations.ts";
import { type Diff, type DiffOptions, diff, loses } from "./diff.ts";
import type { Region, RegionCondition, RegionSide } from "./model.ts";
import { isDiffRefusal } from "./refusal.ts";
import { diffTexts, diffWords } from "./sentences.ts";
import { tellCombinations } from "./tell-combinations.ts";
import { diffLines, diffPage, tellDiffRefusal } from "./tell-diff.ts";

const cool = `  cool: {when: {since: {at_most: 72h}}, give: {pay: 100%}}`;
const late = (more: string) => `${cool}
  late: {when: {since: {more_than: 72h}}, why: too_late, give: {pay: ${more}}}`;

function compared(before: string, after: string, options: DiffOptions = {}): Diff {
  return found(documentOf(policyText(before)), documentOf(policyText(after)), options);
}

function found(before: RuleDocument, after: RuleDocument, options: DiffOptions = {}): Diff {
  const result = diff(before, after, options);
  if (isDiffRefusal(result)) throw new Error(JSON.stringify(result));
  return result;
}

/** `lose [since>72h] late 50% → late 40% (-1/10 … -1/10)`. */
function shortly(region: Region): string {
  const { effect, conditions, only, before, after, smallest, largest } = region;
  const box = conditions.map(shortCondition).join(" ");
  const differences = [smallest, largest].map(({ difference }) => difference ?? "–").join(" … ");
  const relation = only === null ? "" : ` only ${only}`;
  const sides = `${shortSide(before)} → ${shortSide(after)}`;
  return `${effect} [${box}${relation}] ${sides} (${differences})`;
}

const signs = { at_most: "<=", less_than: "<", at_least: ">=", more_than: ">" };

function shortCondition(condition: RegionCondition): string {
  switch (condition.kind) {
    case "interval":
      return condition.bounds
        .map(({ operator, constant, isParameter }) => {
          return `${condition.fact}${signs[operator]}${isParameter ? "$" : ""}${constant}`;
        })
        .join("&");
    case "options":
      return `${condition.fact}=${condition.options.join("|")}${condition.unproven ? "|?" : ""}`;
    case "choice":
      return `$${condition.parameter}=${condition.options.join("|")}`;
    default:
      return `${condition.fact} ${condition.kind}`;
  }
}

function shortSide(side: RegionSide): string {
  if (side.kind !== "answer") {
    return "names" in side ? `${side.kind}(${side.names.join()})` : side.kind;
  }
  return side.voices
    .map(({ clauses, amounts }) => {
      const told = amounts.map(({ form, rateText, fact }) =>
        form === "plain" ? rateText : `${rateText} ${form} ${fact ?? ""}`,
      );
      return `${clauses.join("/")} ${told.join(" + ")}`;
    })
    .join(" | ");
}

const shorts = ({ regions }: Pick<Diff, "regions">) => regions.map(shortly);

describe("regions", () => {
  test("a lower rate loses where its clause decides, and nowhere else", () => {
    expect(shorts(compared(late("50%"), late("40%")))).toEqual([
      "lose [since>72h] late 50% → late 40% (-1/10 … -1/10)",
    ]);
  });

  test("a moved bound is told between the two constants", () => {
    const result = compared(late("50%"), late("50%").replaceAll("72h", "96h"));
    expect(shorts(result)).toEqual([
      "gain [since>72h&since<=96h] late 50% → cool 100% (1/2 … 1/2)",
    ]);
    expect(result.regions[0]?.smallest.case.facts["since"]).toEqual({
      state: "attested",
      value: 259_201,
    });
  });

  test("a loss is never hidden inside a gain: the region is split where both are equal", () => {
    const result = compared(late("{rate: 90%, less: used}"), late("{rate: 60%, unused: used}"));
    expect(shorts(result)).toEqual([
      "lose [since>72h used<3/4] late 90% less used → late 60% unused used (-1/10000 … -3/10)",
      "gain [since>72h used>3/4&used<1/1] late 90% less used → late 60% unused used " +
        "(1/25000 … 3/50)",
    ]);
    expect(result.regions[0]?.smallestBound).toBe("0/1");
    expect(result.regions[0]?.largestBound).toBeNull();
  });

  test("where two facts decide together, a relation tells the cases apart", () => {
    const result = compared(
      late("{rate: 100%, less: used}"),
      late("{rate: 100%, less: used.full}"),
    );
    // The catalogue says that the second is never below the first: nobody gains.
    expect(shorts(result)).toEqual([
      "lose [since>72h only less] late 100% less used → late 100% less used.full " +
        "(-1/10000 … -1/1)",
    ]);
  });

  test("gaps and overlaps are named, with the case that has no answer", () => {
    const gap = compared(late("50%"), cool);
    expect(shorts(gap)).toEqual(["unanswered [since>72h] late 50% → gap() (– … –)"]);
    expect(gap.regions[0]?.smallest.minor).toEqual([5000, null]);
    expect(loses(gap)).toBe(true);
    const overlap = compared(
      cool.replace("72h", "1095d"),
      `${cool}
  all: {give: {pay: 100%}}`,
    );
    expect(shorts(overlap)).toEqual([
      "unanswered [since<=72h] cool 100% → overlap(cool,all) (– … –)",
    ]);
  });

  test("cases that only one document takes to be impossible are named", () => {
    const assume = `assume:
  never: {never: {ended: yes}}`;
    const result = compared(
      late("50%"),
      `${late("50%")}
${assume}`,
    );
    expect(shorts(result)).toEqual([
      "unanswered [since<=72h ended=yes] cool 100% → refused(never) (– … –)",
      "unanswered [since>72h ended=yes] late 50% → refused(never) (– … –)",
    ]);
    expect(
      shorts(
        compared(
          `${late("50%")}
${assume}`,
          `${late("40%")}
${assume}`,
        ),
      ),
    ).toHaveLength(1);
  });

  test("a head that only one document has gives nothing by the other", () => {
    const other = documentOf(
      policyText(`  all: {give: {fee: 10%}}`, "{fee: {take: order.prepaid}}"),
    );
    const result = found(documentOf(policyText(`  all: {give: {pay: 50%}}`)), other);
    expect(shorts(result)).toEqual([
      "lose [] all 50% → no_head (-1/2 … -1/2)",
      "lose [] no_head → all 10% (1/10 … 1/10)",
    ]);
  });
});

describe("parameters", () => {
  const params = (range: string, usual: string) => `params:
  notice: {of: day, range: ${range}, default: ${usual}}
`;
  const body = (rate: string) => `  early: {when: {day: {less_than: $notice}}, give: {pay: ${rate}}}
  later: {when: {day: {at_least: $notice}}, give: {pay: 100%}}`;
  const document = (given: string, rate: string) =>
    documentOf(policyText(body(rate)).replace("heads:", `${given}heads:`));

  test("versions are compared under one value of a parameter, where both allow it", () => {
    const [one, other] = [
      document(params("[0d, 60d]", "15d"), "50%"),
      document(params("[7d, 90d]", "30d"), "40%"),
    ];
    const result = found(one, other);
    expect(shorts(result)).toEqual(["lose [day<$notice] early 50% → early 40% (-1/10 … -1/10)"]);
    expect(result.words).toEqual([
      { kind: "parameter_changed", names: ["notice", "0d–60d", "15d", "7d–90d", "30d"], say: null },
    ]);
  });

  test("a value that is given stands for the whole range", () => {
    const one = document(params("[0d, 60d]", "15d"), "50%");
    const given = { params: { before: { notice: "10d" }, after: { notice: "20d" } } };
    expect(shorts(found(one, one, given))).toEqual([
      "lose [day>=10d&day<20d] later 100% → early 50% (-1/2 … -1/2)",
    ]);
    const refused = diff(one, one, { params: { before: { notice: "61d" } } });
    expect(refused).toMatchObject({ refusal: "parameter" });
  });
});

describe("same money, other words", () => {
  test("another clause for the same answer is told apart", () => {
    const result = compared(late("100%"), `  all: {give: {pay: 100%}}`);
    expect(result.regions).toEqual([]);
    expect(
      result.reworded.map(({ before, after }) => [shortSide(before), shortSide(after)]),
    ).toEqual([
      ["cool 100%", "all 100%"],
      ["late 100%", "all 100%"],
    ]);
    expect(loses(result)).toBe(false);
  });

  test("whom it binds, what it asks and what it promises", () => {
    const one = documentOf(
      policyText(`  all: {when: {cause: [none, trader, breach]}, give: {pay: 100%}}
promises: {blind_to: [region]}`).replace("heads:", "binds: consumer\nheads:"),
    );
    const other = documentOf(
      policyText(`  all: {when: {cycles: {at_least: 0}}, give: {pay: 100%}}`).replace(
        "heads:",
        "binds: business\nheads:",
      ),
    );
    const result = found(one, other);
    expect(result.words.map(({ kind, names }) => [kind, ...names].join(" "))).toEqual([
      "no_longer_binds consumer",
      "now_binds business",
      "no_longer_asks cause reviewer merchant",
      "asks cycles customer ",
      "promise_removed blind_to  region",
    ]);
    expect(loses(result)).toBe(true);
  });

  test("deadlines and duties are told as they are handed in", () => {
    const deadline = { name: "repay", duty: "merchant", from: "a", to: "b" } as const;
    const say = { "zh-CN": "甲", "zh-TW": "乙", en: "c" };
    const all = documentOf(policyText("  all: {give: {pay: 100%}}"));
    const { words } = found(all, all, {
      carried: [
        { deadlines: [{ ...deadline, within: "7d" }], duties: [] },
        { deadlines: [{ ...deadline, within: "9d" }], duties: [{ name: "d", say }] },
      ],
    });
    expect(words).toEqual([
      {
        kind: "deadline_changed",
        names: ["repay", "merchant", "a", "b", "7d", "merchant", "a", "b", "9d"],
        say: null,
      },
      { kind: "duty_added", names: ["d"], say },
    ]);
  });
});

describe("with other documents", () => {
  const before = documentOf(policyText(late("50%")));
  const after = documentOf(policyText(late("40%")));

  test("a floor covers what it demands, so less is lost", () => {
    const floor = floorOf(`  least: {when: {day: {at_most: 7d}}, cite: law, give: {pay: 45%}}`);
    const result = found(before, after, { together: [floor] });
    expect(result.net?.together).toEqual(["least@3"]);
    expect((result.net?.regions ?? []).map(shortly)).toEqual([
      "lose [since>72h day<=7d] late 50% → least 45% (-1/20 … -1/20)",
      // Later than the seventh day is always more than 72 hours: it need not be said.
      "lose [day>7d] late 50% → late 40% (-1/10 … -1/10)",
    ]);
  });

  test("another policy that pays as much leaves nothing of the loss", () => {
    const other = documentOf(
      policyText("  all: {give: {pay: 60%}}").replace("id: test", "id: more"),
    );
    expect(found(before, after, { together: [other] }).net?.regions).toEqual([]);
  });

  test("the best heads of two policies come to more than either", () => {
    const heads = "{pay: {pay: order.prepaid}, ship: {pay: order.shipping}}";
    const [one, other] = [
      documentOf(policyText("  all: {give: {pay: 100%, ship: 0%}, why: too_late}", heads)),
      documentOf(
        policyText("  all: {give: {pay: 50%, ship: 100%}}", heads).replace("id: test", "id: other"),
      ),
    ];
    const result = combinations([one, other]);
    if (isDiffRefusal(result)) throw new Error("refused");
    expect(result).toHaveLength(1);
    expect(result[0]).toMatchObject({
      conditions: [],
      totalMinor: 20_000,
      eachMinor: [
        { document: "test@1", totalMinor: 10_000 },
        { document: "other@1", totalMinor: 15_000 },
      ],
    });
    expect(tellCombinations(result, [one, other], "en").headline).toBe(
      "where `test@1`, `other@1` bind together, customers can get more than from any one of them",
    );
    expect(combinations([one, one])).toEqual([]);
  });
});

describe("refusals", () => {
  const answering = (kind: string, id = "test") =>
    documentOf(
      policyText("  all: {give: {pay: 100%}}")
        .replace("heads:", `answers: [${kind}]\nheads:`)
        .replace("id: test", `id: ${id}`),
    );

  test("documents of different claims are refused with what to do", () => {
    const refused = diff(answering("cancel"), answering("refund"));
    if (!isDiffRefusal(refused)) throw new Error("not refused");
    expect(languages.map((language) => tellDiffRefusal(refused, language))).toEqual([
      "两份文件答复的申请不同（cancel；refund），不会同时约束同一申请：请对比答复同类申请的文件",
      "兩份文件答覆的申請不同（cancel；refund），不會同時約束同一申請：請對照答覆同類申請的文件",
      "the two answer different claims (cancel; refund) and never bind the same one: compare " +
        "documents that answer the same kind",
    ]);
    expect(
      diff(answering("cancel"), answering("cancel"), { together: [answering("refund", "other")] }),
    ).toEqual({ refusal: "never_together", names: ["test@1", "other@1"] });
  });

  test("more cells than allowed are refused, with the facts that divide them", () => {
    const refused = diff(documentOf(policyText(late("50%"))), documentOf(policyText(late("40%"))), {
      leavesMax: 1,
    });
    expect(refused).toEqual({ refusal: "too_wide", names: ["1", "since"] });
  });
});

describe("what people read", () => {
  const [before, after] = [
    documentOf(policyText(late("50%"))),
    documentOf(policyText(late("40%"))),
  ];

  test("lines of a terminal in three languages", () => {
    const result = found(before, after, { example: { amountMinor: 99_999, currency: "CNY" } });
    expect(languages.map((language) => diffLines(result, [before, after], language))).toEqual([
      [
        "test@1 → test@1：对顾客不利 1 处，有利 0 处，一方没有结果 0 处（情形数：2）",
        "",
        "对顾客不利：退还the prepaid sum",
        "  情形: the time since payment超过72小时",
        "  原为: 50%（条款 `late`）",
        "  改为: 40%（条款 `late`）",
        "  差额: 以999.99元计，少100.00元",
        "  例如: the time since payment为72小时1秒——50%（500.00元） → 40%（400.00元）",
      ],
      [
        "test@1 → test@1：對顧客不利 1 處，有利 0 處，一方沒有結果 0 處（情形數：2）",
        "",
        "對顧客不利：退還the prepaid sum",
        "  情形: the time since payment超過72小時",
        "  原為: 50%（條款 `late`）",
        "  改為: 40%（條款 `late`）",
        "  差額: 以人民幣 999.99 元計，少人民幣 100.00 元",
        "  例如: the time since payment為72小時1秒——50%（人民幣 500.00 元） → 40%（人民幣 400.00 元）",
      ],
      [
        "test@1 → test@1: customers lose in 1 and gain in 0 regions; in 0, one of the two has " +
          "no answer (cells: 2)",
        "",
        "customers lose: repayment of the prepaid sum",
        "  when: the time since payment is more than 72 hours",
        "  before: 50% (clause `late`)",
        "  after: 40% (clause `late`)",
        "  difference: of CNY 999.99: CNY 100.00 less",
        "  for example: the time since payment: 72 hours 1 second — 50% (CNY 500.00) → " +
          "40% (CNY 400.00)",
      ],
    ]);
  });

  test("a page with its sections, and equal documents", () => {
    const page = diffPage(found(before, after), [before, after], "en");
    expect(page.title).toBe("Two documents compared");
    expect(page.sections.map(({ heading }) => heading)).toEqual(["Where customers lose"]);
    expect(page.footer).toEqual(["test@1 sha256 hash", "test@1 sha256 hash"]);
    const same = diffPage(found(before, before), [before, before], "en");
    expect(same.sections).toEqual([{ heading: "the money is the same in every case", blocks: [] }]);
  });

  test("every word is there in every language", () => {
    for (const word of diffWords) {
      const texts = diffTexts(word);
      for (const language of languages) expect(texts[language]).not.toBe("");
      const names = (text: string) => [...text.matchAll(/\{\w+\}/g)].map(String).toSorted();
      expect(names(texts["zh-CN"])).toEqual(names(texts.en));
      expect(names(texts["zh-TW"])).toEqual(names(texts.en));
    }
  });
});
