import { build } from "esbuild";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readTree } from "./read-tree.ts";
import {
  type CatalogueFile,
  type FileReading,
  problemLine,
  readCatalogueFile,
  readPolicyFile,
} from "./read-policy.ts";
import { withUnsaid } from "./take-unsaid.ts";

const text = "{zh-CN: 甲, zh-TW: 甲, en: a}";
const catalogueText = `makegood: catalogue/1
bases:
  order.prepaid: {scope: order, zh-CN: 甲, zh-TW: 甲, en: a}
reasons:
  late: ${text}
facts:
  age: {type: days, range: [0d, 100d], zh-CN: 甲, zh-TW: 甲, en: a}
  cause:
    {type: choice, by: reviewer, unsaid: none, zh-CN: 甲, zh-TW: 甲, en: a,
      of: {none: ${text}, fire: ${text}}}
  wish: {type: flag, wish: true, unsaid: no, yes: ${text}, no: ${text}}
`;

const floorText = `makegood: floor/1
id: least
version: 1
market: CN
verified: true
sources:
  law: {title: 某法, number: 某号, text: law.md}
  rules: {title: 某办法}
heads: {money: {pay: order.prepaid, otherwise: silent}}
clauses:
  a1:
    when: {age: {at_most: 7d}}
    give: {money: 100%}
    cite:
      - {source: law, article: 第一条, quote: 某句}
      - {source: law, article: 第二条}
      - {source: rules, article: 第三条}
deadlines:
  repay: {duty: merchant, from: claim.filed_at, to: refund.paid_at, within: 15d}
duties:
  tell: {say: ${text}, cite: [{source: law, article: 第四条}]}
notes:
  reading: ${text}
`;

function must<T>(reading: FileReading<T>): T {
  if (reading.ok) return reading.value;
  throw new Error(reading.problems.map((problem) => problemLine(problem)).join("\n"));
}

const words: CatalogueFile = must(readCatalogueFile(catalogueText));
const faultsOf = (source: string): string[] => {
  const reading = readPolicyFile(source, words);
  return reading.ok ? [] : reading.problems.map((problem) => problemLine(problem));
};

describe("a policy file", () => {
  it("is read with what it carries beside its amounts", () => {
    const { document, carried, hash } = must(readPolicyFile(floorText, words));
    expect(document.hash).toBe(hash);
    expect(document.clauses[0]?.cite).toBe("某号 第一条、第二条；某办法 第三条");
    expect(carried.market).toBe("CN");
    expect(carried.citations["a1"]).toEqual([
      { source: "law", article: "第一条", quote: "某句" },
      { source: "law", article: "第二条", quote: null },
      { source: "rules", article: "第三条", quote: null },
    ]);
    expect(carried.deadlines).toEqual([
      {
        ...{ name: "repay", duty: "merchant", from: "claim.filed_at", to: "refund.paid_at" },
        ...{ within: "15d", kinds: null, citations: [] },
      },
    ]);
    expect(carried.duties[0]?.citations).toHaveLength(1);
    expect(carried.notes["reading"]?.en).toBe("a");
    expect(carried.sources["rules"]).toEqual({
      ...{ title: "某办法", titles: null, number: null, text: null },
    });
  });

  it("reads whose a duty is, of which claims it speaks, and the names of a source", () => {
    const answering = floorText.replace("version: 1\n", "version: 1\nanswers: [refund, cancel]\n");
    const duties = must(readPolicyFile(answering, words)).carried.duties;
    expect(duties[0]).toMatchObject({ duty: "merchant", kinds: null });
    const source = answering
      .replace("tell: {say:", "tell: {duty: customer, for: [refund], say:")
      .replace(
        "title: 某办法",
        "title: 某办法, titles: {zh-CN: 某办法, zh-TW: 某辦法, en: Measures}",
      );
    const { carried } = must(readPolicyFile(source, words));
    expect(carried.duties[0]).toMatchObject({ duty: "customer", kinds: ["refund"] });
    expect(carried.sources["rules"]?.titles).toEqual({
      ...{ "zh-CN": "某办法", "zh-TW": "某辦法", en: "Measures" },
    });
    const wrong = answering.replace("tell: {say:", "tell: {duty: nobody, for: [goodwill], say:");
    const read = readPolicyFile(wrong, words);
    expect(read.ok ? [] : read.problems.map(({ say }) => say.en)).toEqual([
      "`nobody` does not fit here: use one of merchant, customer",
      "`goodwill` does not fit here: use one of refund, cancel",
    ]);
  });

  it("reads for which of its kinds a deadline runs", () => {
    const answering = floorText.replace("version: 1\n", "version: 1\nanswers: [refund, cancel]\n");
    const source = answering.replace("within: 15d", "within: 7bd, for: [refund]");
    const [deadline] = must(readPolicyFile(source, words)).carried.deadlines;
    expect(deadline).toMatchObject({ within: "7bd", kinds: ["refund"] });
  });

  it.each([
    ["within: 15d", "within: soon", "line 19, column 77: `soon` does not fit"],
    ["within: 15d", "within: 15d, for: [refnd]", "`refnd` does not fit"],
    ["within: 15d", "within: 15d, for: refund", "line 19, column 87"],
    ["from: claim.filed_at", "from: order.paid_at", "line 19, column 33: `order.paid_at` does not"],
    ["to: refund.paid_at", "to: refund.payed_at", "`refund.payed_at` does not fit"],
    ["duty: merchant", "duty: customer", "`customer` does not fit"],
    ["duty: merchant", "duty: nobody", "line 19, column 17: `nobody` does not fit"],
    ["from: claim.filed_at, ", "", "line 19, column 10: `from` is missing"],
    ["{source: rules, article: 第三条}", "{source: rule, article: 第三条}", "`rule` does not fit"],
    ["article: 第二条}", "articel: 第二条}", "`articel` means nothing here"],
    ["title: 某办法", "titel: 某办法", "`titel` means nothing here"],
    [`say: ${text}`, "say: {en: a}", "`zh-CN` is missing"],
    ["  tell: {say", "  tell: {said", "`say` is missing"],
    ["deadlines:\n", "deadlines: none\ndead:\n", "line 18, column 12: `none` stands where"],
    ["give: {money: 100%}", "give: {mony: 100%}", "line 13, column 12: `mony` is no head"],
    ["at_most: 7d", "at_most: 7h", "line 12, column 27"],
  ])("with `%s` changed to `%s` is refused at its place", (from, to, fault) => {
    expect(floorText).toContain(from);
    expect(faultsOf(floorText.replace(from, to)).join("\n")).toContain(fault);
  });

  it("reports faults of both parts together, in the order of the text", () => {
    const source = floorText.replace("within: 15d", "within: soon").replace("7d", "7h");
    const lines = faultsOf(source);
    expect(lines).toHaveLength(2);
    expect(lines[0]).toMatch(/^line 12,/);
    expect(lines[1]).toMatch(/^line 19,/);
  });

  it("never throws, whatever it is given", () => {
    const pieces = [...floorText.split(/(?<=[\s{}[\],:])/), "&a ", "*a ", "- ", "? ", "!!x ", "\t"];
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...pieces), { maxLength: 60 }), (parts) => {
        const reading = readPolicyFile(parts.join(""), words);
        expect(reading.ok || reading.problems.length > 0).toBe(true);
      }),
      { seed: 4600, numRuns: 300 },
    );
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 200 }), (source) => {
        expect(["boolean"]).toContain(typeof readTree(source).ok);
      }),
      { seed: 4600, numRuns: 300 },
    );
  });

  it("is read in the browser as well: nothing of Node is needed", async () => {
    const { errors } = await build({
      entryPoints: [new URL("./index.ts", import.meta.url).pathname],
      ...{ bundle: true, write: false, platform: "browser", logLevel: "silent" },
    });
    expect(errors).toEqual([]);
  });
});

describe("what nobody has said", () => {
  it("is known of facts that are no wish; a wish keeps its own rule", () => {
    expect(words.unsaid).toEqual({ cause: "none" });
    expect(words.catalogue.facts["wish"]).toMatchObject({ unsaid: "no" });
  });

  it("must be one of the fact's options", () => {
    const reading = readCatalogueFile(catalogueText.replace("unsaid: none", "unsaid: rain"));
    expect(reading.ok ? [] : reading.problems.map((problem) => problemLine(problem))).toEqual([
      expect.stringMatching(/^line 9, column 42: `rain` does not fit here: use one of none, fire/),
    ]);
  });

  it("is written down where nothing is known, and nowhere else", () => {
    const claimed = { cause: { state: "claimed", value: "fire" } } as const;
    expect(withUnsaid(claimed, words.unsaid, ["cause", "age"])).toEqual(claimed);
    expect(withUnsaid({ cause: { state: "unknown" } }, words.unsaid, ["cause"])).toEqual({
      cause: { state: "event", value: "none" },
    });
    expect(withUnsaid({}, words.unsaid, ["age"])).toEqual({});
  });
});
