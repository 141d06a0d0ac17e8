import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import type { Citation, PolicyFile } from "../src/contract/index.ts";
import { describeWithData } from "../test/data.ts";
import { documentNames, policyText, shippedCatalogue, shippedFile } from "./shipped-files.ts";

const words = shippedCatalogue();
const names = documentNames();
const files = new Map(names.map((name) => [name, shippedFile(name, words)]));

describe.each(names)("%s", (name) => {
  const { document, carried, hash } = files.get(name)!;

  it("is named after its id and kind", () => {
    expect(name).toBe(`${document.id}.${document.kind}.yaml`);
    expect(document.hash).toBe(hash);
    expect(document.title).not.toBeNull();
  });

  it("uses every fact that it lists, and lists every fact that it uses", () => {
    const listed = /^use: \[(.*)\]$/m.exec(policyText(name))?.[1]?.split(", ") ?? [];
    const own = Object.keys(document.facts).filter((fact) => !(fact in words.catalogue.facts));
    const read = new Set(
      document.clauses.flatMap(({ when, give }) => [
        ...when.map(({ fact }) => fact),
        ...give.flatMap(({ amount }) => (amount.fact === null ? [] : [amount.fact])),
      ]),
    );
    expect([...read].sort()).toEqual([...listed, ...own].sort());
  });

  it("stands on floors that are shipped", () => {
    const floors = document.kind === "policy" ? document.floors : [];
    expect(floors.filter((floor) => !files.has(`${floor}.floor.yaml`))).toEqual([]);
  });

  it("says by when it answers, pays and waits, where it is the merchant's own word", () => {
    // Records of the past promise nobody anything from today on.
    if (document.kind === "floor" || document.id === "online-retail-replay") return;
    const ends = carried.deadlines.map(({ to }) => to).sort();
    expect(ends).toEqual(["claim.decided_at", "claim.supplemented_at", "refund.paid_at"]);
  });

  it("cites for each clause of a floor, from sources that it names", () => {
    if (document.kind !== "floor") return;
    expect(Object.keys(carried.citations)).toEqual(document.clauses.map((clause) => clause.name));
    expect(citationsOf({ document, carried, hash }).length).toBeGreaterThan(0);
    expect(carried.market).toMatch(/^(CN|EU)$/);
  });
});

function citationsOf({ carried }: PolicyFile): Citation[] {
  return [
    ...Object.values(carried.citations).flat(),
    ...carried.deadlines.flatMap(({ citations }) => citations),
    ...carried.duties.flatMap(({ citations }) => citations),
  ];
}

describe("floors", () => {
  it("without a text at hand are marked as not verified and quote nothing", () => {
    for (const file of files.values()) {
      if (file.document.kind !== "floor") continue;
      const texts = Object.values(file.carried.sources).map(({ text }) => text);
      const quotes = citationsOf(file).map(({ quote }) => quote);
      if (file.document.verified) expect([...texts, ...quotes]).not.toContain(null);
      else expect([...texts, ...quotes].filter((text) => text !== null)).toEqual([]);
    }
  });
});

describe("a floor that is verified", () => {
  const verified = [...files.values()].filter(
    ({ document }) => document.kind === "floor" && document.verified,
  );

  it("is one of the four of China, each with the day from which it is in force", () => {
    expect(
      verified.map(({ document }) => [
        document.id,
        document.kind === "floor" && [document.inForce, document.merchants],
      ]),
    ).toEqual([
      ["cn-penalty-clock", ["2015-03-15", "all"]],
      ["cn-prepaid-2025", ["2025-05-01", "all"]],
      ["cn-promise", ["2014-03-15", "all"]],
      ["cn-seven-day", ["2017-03-15", "all"]],
    ]);
  });

  it.each(verified.map((file) => [file.document.id, file] as const))(
    "%s quotes an article for every clause, deadline and duty",
    (_, { document, carried }) => {
      const places = [
        ...document.clauses.map(({ name }) => [name, carried.citations[name] ?? []] as const),
        ...carried.deadlines.map(({ name, citations }) => [name, citations] as const),
        ...carried.duties.map(({ name, citations }) => [name, citations] as const),
      ];
      expect(places.length).toBeGreaterThan(2);
      for (const [name, citations] of places) {
        expect([name, citations.length > 0]).toEqual([name, true]);
        for (const { source, article, quote } of citations) {
          expect([name, Object.keys(carried.sources)]).toEqual([
            name,
            expect.arrayContaining([source]),
          ]);
          expect([name, article]).toEqual([
            name,
            expect.stringMatching(/^第[一二三四五六七八九十百]+条$/),
          ]);
          expect([name, (quote ?? "").length > 9]).toEqual([name, true]);
        }
      }
    },
  );
});

describe("texts in three languages", () => {
  it("give every phrase about a bound the place of its value", () => {
    for (const file of [...files.values()]) {
      for (const fact of Object.values(file.document.facts)) {
        if (!("say" in fact)) continue;
        const phrases = Object.values(fact.say).flatMap((texts) => Object.values(texts));
        expect(phrases.filter((phrase) => !phrase.includes("{v}"))).toEqual([]);
      }
    }
  });

  it("use the script and terms of their place", () => {
    const lines = [...names, "catalogue.yaml"].flatMap((name) => policyText(name).split("\n"));
    const told = (language: string, end: string) =>
      lines.flatMap((line) => new RegExp(`${language}: (.*?)(${end}|$)`).exec(line)?.[1] ?? []);
    const traditional = told("zh-TW", ", en: ").join("\n");
    const simplified = told("zh-CN", ", zh-TW: ").join("\n");
    // Characters and terms that belong to the other place alone.
    expect(traditional).not.toMatch(/[们这时为请说订单过给还发现数据门质类应动]/);
    expect(traditional).not.toMatch(/數據|質量|默認|到賬|激活|我方|套餐|通過電話|線下/);
    expect(simplified).not.toMatch(/[們這時為請說訂單過給還發現數據門質類應動]/);
    expect(simplified).not.toMatch(/瑕疵|資料|预设|门市/);
  });
});

const lawTexts = ["law"];
describeWithData("quotations", lawTexts, ([folder = ""]) => {
  it("stand word for word in the article that they name", () => {
    let quoted = 0;
    for (const file of files.values()) {
      for (const { source, article, quote } of citationsOf(file)) {
        const text = file.carried.sources[source]?.text ?? null;
        if (text === null || quote === null) continue;
        quoted += 1;
        expect(articleOf(readFileSync(`${folder}/${text}`, "utf8"), article)).toContain(quote);
      }
    }
    expect(quoted).toBeGreaterThan(25);
  });

  /** From the article's heading to the next one. */
  function articleOf(law: string, article: string): string {
    const from = law.search(new RegExp(`^${article}\\s`, "m"));
    const rest = law.slice(from + article.length);
    const next = rest.search(/^第[一二三四五六七八九十百]+条\s/m);
    return from < 0 ? "" : rest.slice(0, next < 0 ? undefined : next);
  }
});
