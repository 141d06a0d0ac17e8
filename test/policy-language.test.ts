import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { problemLine, readPolicyFile } from "../src/contract/index.ts";
import { compile, decideCase, fractionText, isRefusal, prove } from "../src/core/index.ts";
import { tellFinding } from "../src/core/index.ts";
import { shippedCatalogue } from "../policies/shipped-files.ts";

const page = readFileSync(new URL("../docs/policy-language.md", import.meta.url), "utf8");
const examples = [...page.matchAll(/```yaml\n([\s\S]*?)```/g)].map(([, text]) => text!);
const words = shippedCatalogue();

function documentOf(text: string) {
  const read = readPolicyFile(text, words);
  if (!read.ok) throw new Error(read.problems.map((each) => problemLine(each)).join("\n"));
  return read.value.document;
}

const named = (id: string) => examples.find((text) => text.includes(`id: ${id}\n`))!;

it.each(examples.map((text) => [/^id: (.*)$/m.exec(text)?.[1] ?? "", text]))(
  "the example %s of the page is proven",
  (_, text) => {
    const document = documentOf(text);
    const { findings } = prove(document, { facts: words.catalogue.facts });
    expect(findings.map((found) => tellFinding(found, document, [], "en"))).toEqual([]);
  },
);

it("the page has an example of each kind", () => {
  expect(examples.map((text) => /^id: (.*)$/m.exec(text)?.[1])).toEqual([
    "cancel-simple",
    "course-trial",
    "cancel-notice",
    "two-heads",
    "example-supervisor",
  ]);
});

it("two heads of the page come to what it says", () => {
  const policy = compile(documentOf(named("two-heads")));
  if (isRefusal(policy)) throw new Error(policy.sentence);
  const facts = {
    used_share: { state: "event", value: "1/4" },
    cause: { state: "attested", value: "trader" },
  } as const;
  const shares = decideCase(policy, facts).heads.map(({ answer }) => fractionText(answer));
  expect(shares).toEqual(["3/4", "1/8"]);
  const broken = documentOf(
    named("two-heads").replace("{unused: {rate: 100%, unused: used_share}}", "{unused: 100%}"),
  );
  expect(prove(broken).findings.map(({ kind }) => kind)).toEqual(["above_base"]);
});

it("the floor of the page is for merchants under financial supervision", () => {
  const text = named("example-supervisor");
  expect(documentOf(text)).toMatchObject({ merchants: "financial", verified: false });
  const bare = text.replace(/^sources: .*\n/m, "").replace(/cite: \[.*\]/, "cite: art. 1");
  const unsourced = readPolicyFile(bare, words);
  expect(unsourced.ok ? [] : unsourced.problems.map((each) => problemLine(each))).toEqual([
    "line 1, column 1: `sources` is missing: add it",
  ]);
  expect(readPolicyFile(bare.replace("merchants: financial\n", ""), words).ok).toBe(true);
});
