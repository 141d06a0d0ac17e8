import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { tries } from "../../testing.ts";
import type { Head, RuleDocument } from "../model.ts";
import { anyDocument, wholeDocument } from "../testing/arbitrary.ts";
import { documentOf, policyText } from "../testing/documents.ts";
import { languages } from "../texts.ts";
import { checkTexts, compareTerms } from "./check-texts.ts";
import { headTerms } from "./head-terms.ts";
import { TermsReader } from "./read-back.ts";
import { tellingOf } from "./telling.ts";

function findingsOf(document: RuleDocument) {
  return checkTexts(document, { params: null });
}

const late = "since: {more_than: 72h}";
const clauses = `  cool: {when: {since: {at_most: 72h}}, give: {pay: 100%}}
  late: {when: {${late}, cause: none}, why: too_late, give: {pay: {rate: 90%, less: used}}}
  ours: {when: {${late}, cause: trader}, over: [cool], give: {pay: 2/3}}`;

describe("terms read back", () => {
  it("are the clauses again, whatever the document", () => {
    fc.assert(
      fc.property(fc.oneof(anyDocument, wholeDocument), (document) => {
        expect(findingsOf(document).map(({ say }) => say.en)).toEqual([]);
        expect(checkTexts(document, { params: { notice: "7d", mode: "b" } })).toEqual([]);
      }),
      { seed: 4600, numRuns: tries(15) },
    );
  }, 120_000);

  it("find a sentence that says something else than its clause", () => {
    const document = documentOf(policyText(clauses));
    const [head] = document.heads as [Head];
    for (const language of languages) {
      const telling = tellingOf(document, language, null);
      const terms = headTerms(head, telling);
      const reader = new TermsReader(head, telling);
      const read = reader.read(terms.points, terms.closing);
      expect(compareTerms(terms, read, telling)).toEqual([]);
      const changed = JSON.parse(JSON.stringify(terms.points).replace("90%", "80%")) as never;
      const found = compareTerms(terms, reader.read(changed, terms.closing), telling);
      expect(found.map((each) => [each.kind, each.clauses])).toEqual([["not_recovered", ["late"]]]);
      const garbled = JSON.parse(JSON.stringify(terms.points).replace("90%", "most")) as never;
      const unread = compareTerms(terms, reader.read(garbled, terms.closing), telling);
      expect(unread.map((each) => each.clauses)).toEqual([["late"]]);
      expect(unread[0]?.text).toContain("most");
    }
  });

  it("find two conditions that read the same, by their clauses", () => {
    const sound = documentOf(policyText(clauses));
    const fact = sound.facts["cause"]!;
    const options = "options" in fact ? fact.options : [];
    const same = options.map((option) => ({ ...option, text: options[0]!.text }));
    const facts = { ...sound.facts, cause: { ...fact, options: same } as typeof fact };
    const found = findingsOf({ ...sound, facts });
    expect(found[0]).toMatchObject({
      kind: "same_text",
      language: "zh-CN",
      clauses: ["late", "ours"],
      text: "nobody is at fault",
    });
    expect(found[0]?.say.en).toBe(
      "different conditions of clauses `late`, `ours` read the same: “nobody is at fault”; " +
        "change the words of one of them in the catalogue or the document",
    );
    expect(found[0]?.say["zh-CN"]).toContain("条款 `late`, `ours` 的不同条件读起来相同");
    expect(found[1]?.say.en).toContain("`cause: none`, `cause: trader`, `cause: breach` have the");
  });

  /** A clause of two causes, and one whose label is what may be said of both. */
  function swallowing(text: string) {
    const both = documentOf(
      policyText(
        "  a: {when: {cause: [none, trader]}, give: {pay: 100%}}\n" +
          "  b: {when: {cause: breach}, why: too_late, give: {pay: 0%}}",
      ),
    );
    const fact = both.facts["cause"]!;
    const options = ("options" in fact ? fact.options : []).map((option) =>
      option.name === "breach" ? { ...option, text: { ...option.text, en: text } } : option,
    );
    return findingsOf({ ...both, facts: { ...both.facts, cause: { ...fact, options } } as never });
  }

  it("find a label that says what two others say together", () => {
    const found = swallowing("nobody is at fault or the fault is ours");
    expect(found.map(({ kind, clauses: names }) => [kind, names])).toEqual([
      ["same_text", ["a", "b"]],
    ]);
  });

  it("find a sentence that can be read in two ways, by its clause", () => {
    const text =
      "If either nobody is at fault or the fault is ours, nothing is paid back (the time is over).";
    expect(swallowing("either nobody is at fault or the fault is ours")).toEqual([
      {
        kind: "ambiguous",
        language: "en",
        clauses: ["b"],
        text,
        say: {
          "zh-CN":
            `条款 \`b\` 的文字可以有不止一种读法：“${text}”；` +
            "请改写其中所用的短语，使其只有一种读法",
          "zh-TW":
            `條款 \`b\` 的文字可以有不止一種讀法：「${text}」；` +
            "請改寫其中所用的短語，使其只有一種讀法",
          en:
            `the words of clauses \`b\` can be read in more than one way: “${text}”; ` +
            "change the phrases in it so that there is one",
        },
      },
    ]);
  });
});
