import { describe, expect, test } from "vitest";
import { documentOf, policyText } from "../testing/documents.ts";
import { floorOf } from "../testing/proof.ts";
import { type Language, languages } from "../texts.ts";
import { finding } from "./finding.ts";
import { type ProofOptions, prove } from "./prove.ts";
import { proofTexts, proofWords } from "./sentences.ts";
import { tellAssumption } from "./tell-case.ts";
import { tellFinding, tellNote, tellProof, tellProperty } from "./tell-finding.ts";

const least = floorOf("  a1: {when: {day: {at_most: 7d}}, cite: art. 1, give: {pay: 80%}}");

/** The first finding of a document, told. */
function told(text: string, language: Language = "en", options: ProofOptions = {}): string {
  const document = documentOf(text);
  const [first] = prove(document, options).findings;
  if (first === undefined) throw new Error("nothing is wrong");
  return tellFinding(first, document, options.floors ?? [], language);
}

const gap = policyText("  a: {when: {since: {at_most: 72h}, cause: none}, give: {pay: 100%}}");

describe("findings in words", () => {
  test("a gap", () => {
    expect(told(gap)).toBe(
      "no clause answers `pay` in this case: the time since payment: 72 hours; " +
        "the fault is ours; widen a clause, or add one that covers it",
    );
    expect(told(gap, "zh-CN")).toBe(
      "款项 `pay` 在下列情形没有任何条款：the time since payment为72小时；the fault is ours。" +
        "请放宽一个条款，或补写一个条款",
    );
    expect(told(gap, "zh-TW")).toBe(
      "款項 `pay` 在下列情形沒有任何條款：the time since payment為72小時；the fault is ours。" +
        "請放寬一個條款，或補寫一個條款",
    );
    const never = policyText("  a: {when: {cycles: {more_than: 99}}, give: {pay: 100%}}");
    expect(told(never)).toBe(
      "no clause answers `pay` in this case: whatever the facts; widen a clause, or add one " +
        "that covers it",
    );
  });

  test("what is unproven", () => {
    const text = policyText("  a: {when: {effect: {at_least: 0%}}, give: {pay: 100%}}");
    expect(told(text)).toContain("in this case: the effect is not proven; widen");
  });

  test("an overlap, with the parameter on which it turns", () => {
    const text = `
makegood: policy/1
id: test
version: 1
params: {notice: {of: day, range: [1d, 60d], default: 15d}, mode: {choice: [a, b], default: b}}
heads: {pay: {pay: order.prepaid}}
clauses:
  x: {when: {mode: b, day: {at_most: $notice}}, give: {pay: 100%}}
  y: {when: {day: {at_least: $notice}}, give: {pay: 50%}}
  z: {when: {mode: a, day: {less_than: $notice}}, give: {pay: 50%}}`;
    expect(told(text)).toBe(
      "clauses `x`, `y` answer `pay` at once in this case: the days since payment: 15 days; " +
        "parameter `notice`: 15 days; parameter `mode`: b; say with `over` which one holds, " +
        "or make their conditions differ",
    );
  });

  test("a promise about growth, the second case by what is new in it", () => {
    const text = `${policyText(`  soon: {when: {since: {at_most: 72h}, ended: no}, give: {pay: 50%}}
  late: {when: {since: {more_than: 72h}, ended: no}, give: {pay: 60%}}
  over: {when: {ended: yes}, give: {pay: 60%}}`)}
promises: {time: {pay: {never_rises: [since, day]}}}`;
    expect(told(text)).toBe(
      "`pay` is promised never to rise with “the time since payment”, and rises from 50% " +
        "(clause `soon`) to 60% (clause `late`): first, the time since payment: 72 hours; the " +
        "contract stands; then, the time since payment: 72 hours 1 second; change a clause, or " +
        "take back the promise",
    );
    const falls = text.replace("never_rises", "never_falls").replaceAll("60%", "40%");
    expect(told(falls, "zh-CN")).toBe(
      "规则承诺款项 `pay` 不随“the time since payment”减少，结果却由 50%（条款 `soon`）降至 " +
        "40%（条款 `late`）：先是the time since payment为72小时；the contract stands；" +
        "后是the time since payment为72小时1秒。请修改条款，或收回承诺",
    );
  });

  test("a promise to be blind", () => {
    const text = (south: string) => `${policyText(`  a: {when: {region: north}, give: {pay: 50%}}
  b: {when: {region: south}, give: {pay: ${south}}}`)}
promises: {blind_to: [region]}`;
    expect(told(text("40%"))).toBe(
      "the policy promises to be blind to “the region”, and `pay` is 50% (clause `a`) and 40% " +
        "(clause `b`) in two cases that differ in nothing else: the north; and the south; take " +
        "it out of the conditions, or take back the promise",
    );
    expect(told(text("50%"))).toBe(
      "the policy promises to be blind to “the region”, and `a`, `b` reads it, though no answer " +
        "differs; take it out of the conditions, or take back the promise",
    );
    const document = documentOf(text("50%"));
    const derived = finding("derived_reads_attribute", { facts: ["region", "score"] });
    expect(tellFinding(derived, document, [], "en")).toBe(
      "the policy promises to be blind to “the region”, and the derived fact `score` reads it; " +
        "use another fact, or take back the promise",
    );
  });

  test("a floor, with a share that is no round percentage", () => {
    const text = `${policyText("  a: {give: {pay: 2/3}}")}\nfloors: [least]`;
    expect(told(text, "en", { floors: [least] })).toBe(
      "`pay` is 2/3 (by `a`) where clause `a1` of floor `least@3` demands at least 80%: the days " +
        "since payment: 7 days; raise what the clause gives, or add one",
    );
    const other = `${policyText("  a: {give: {ship: 2/3}}", "{ship: {pay: order.shipping}}")}
floors: [least]`;
    expect(told(other, "zh-TW", { floors: [least] })).toBe(
      "款項 `pay` 為 0%（沒有條款），而底線 `least@3` 條款 `a1` 要求至少 80%：the days since " +
        "payment為7天。請提高該條款，或補寫一個條款",
    );
    expect(told(text)).toBe(
      "the floor `least` is not at hand: hand in its file as well, or remove it from `floors`",
    );
  });

  test("deductions, bases and what is no case", () => {
    const document = documentOf(gap);
    const [found] = prove(document).findings;
    const cases = found?.cases ?? [];
    const floor = { reference: "least@3", clause: "a1" };
    const tell = (kind: Parameters<typeof finding>[0], more: Parameters<typeof finding>[1]) =>
      tellFinding(finding(kind, more), document, [least], "en");
    const taken = { heads: ["pay"], clauses: ["a"], floor, cases, answers: ["1/2", "1/4"] };
    expect(tell("above_floor", taken)).toMatch(
      /^`pay` takes 50% \(by `a`\) where clause `a1` of floor `least@3` allows at most 25%: /,
    );
    expect(tell("not_allowed", taken)).toMatch(/and the floor allows no such deduction: the time/);
    const both = { heads: ["pay", "ship"], clauses: ["a", null], cases, answers: ["3/5", "1/2"] };
    expect(tell("above_base", both)).toMatch(
      /^heads `pay`, `ship` come to more than their base \(60%, 50%, by clauses `a`, none\) in /,
    );
    expect(tell("fact_conflict", { facts: ["day"], floor })).toBe(
      "`day` means one fact in the policy and another in floor `least@3`: rename the policy's own",
    );
    expect(tell("not_comparable", { facts: ["day", "$notice", "1mo"] })).toBe(
      "whether $notice or 1mo of `day` is longer depends on the day it begins: use the same unit " +
        "for both, or narrow the parameter",
    );
    expect(tell("too_wide", { heads: ["pay"], facts: ["500", "day", "cause"] })).toBe(
      "the policy has more than 500 cells, most of them because of day, cause: use fewer " +
        "constants there, or split the policy",
    );
  });
});

describe("a whole proof, line by line", () => {
  const document = documentOf(`${policyText("  a: {when: {ended: yes}, give: {pay: 80%}}")}
promises: {blind_to: [region]}
assume:
  open: {never: {ended: no}}`);

  test("that holds", () => {
    expect(tellProof(prove(document), document, "en")).toEqual([
      "test@1 is proven (cells: 1)",
      "  proven: `pay` has exactly one answer in every case",
      "  proven: blind to “the region”",
      "  taken never to happen: the contract stands",
      "  note: blindness covers “the region” themselves, not other facts that go along with them",
    ]);
  });

  test("that does not, with what is left out", () => {
    const broken = documentOf(
      policyText(`  a: {when: {day: {at_most: 7d}, cause: none}, give: {pay: 100%}}
  b: {when: {day: {more_than: 7d}, cause: trader}, give: {pay: 100%}}`),
    );
    expect(tellProof(prove(broken, { findingsMax: 1 }), broken, "zh-CN")).toEqual([
      "另有 1 处同类问题未列出",
      "test@1 未获证明（情形数：4）",
    ]);
  });
});

describe("what is proven, in words", () => {
  const document = documentOf(`${policyText("  a: {when: {day: {at_most: 7d}}, give: {pay: 80%}}")}
promises: {time: {pay: {never_rises: [day]}}, blind_to: [region]}
assume:
  quick: {never: {day: {more_than: 7d}, effect: unproven, cause: [none, trader]}}`);

  test("properties", () => {
    const line = (kind: "one_answer" | "within_base" | "floor" | "never_falls", about: string[]) =>
      tellProperty({ kind, heads: ["pay", "ship"], about, cells: 1, proven: true }, document, "en");
    expect(prove(document).properties.map((each) => tellProperty(each, document, "en"))).toEqual([
      "`pay` has exactly one answer in every case",
      "`pay` never rises with “the days since payment”",
      "blind to “the region”",
    ]);
    expect(line("within_base", [])).toBe("`pay`, `ship` together stay within their base");
    expect(line("floor", ["least@3"])).toBe("`pay` + `ship` keeps floor `least@3`");
    expect(line("never_falls", ["day"])).toContain("never falls with “the days since payment”");
  });

  test("assumptions and notes", () => {
    expect(document.assumptions.map((each) => tellAssumption(each, document, "en"))).toEqual([
      "taken never to happen: the days since payment is more than 7 days; the effect is not " +
        "proven; nobody is at fault or the fault is ours",
    ]);
    const { notes } = prove(document);
    expect(notes.map((note) => tellNote(note, document, "en"))).toEqual([
      "blindness covers “the region” themselves, not other facts that go along with them",
    ]);
    const floor = "least@3";
    expect(tellNote({ kind: "unverified_floor", floor }, document, "en")).toBe(
      "floor `least@3` is unverified: the text of the law was not at hand",
    );
    expect(tellNote({ kind: "floor_elsewhere", floor }, document, "zh-CN")).toBe(
      "底线 `least@3` 针对其他申请或其他顾客，与本规则的结果无关",
    );
  });

  test("every sentence is there in three languages, with the same names to fill", () => {
    const names = (text: string) => [...new Set(text.match(/\{\w+\}/g))].sort();
    for (const word of proofWords) {
      const texts = languages.map((language) => proofTexts(word)[language]);
      expect(texts.filter((text) => text.trim() === "")).toEqual([]);
      for (const text of texts) expect([word, names(text)]).toEqual([word, names(texts[2] ?? "")]);
    }
  });
});
