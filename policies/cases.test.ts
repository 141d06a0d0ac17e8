import { describe, expect, it } from "vitest";
import { type RuleDocument, equal, isRefusal, parseFraction } from "../src/core/index.ts";
import { type PolicyCase, decideWritten, headOf, readCases } from "./case-files.ts";
import { documentNames, policyText, shippedCatalogue } from "./shipped-files.ts";
import { shippedFile, testNames } from "./shipped-files.ts";

const words = shippedCatalogue();

describe.each([...documentNames(), ...testNames()])("the cases of %s", (name) => {
  const { document } = shippedFile(name, words);
  const cases = readCases(policyText(name.replace(/\.(policy|floor)\.yaml$/, ".cases.yaml")));

  it.each(cases.map((each) => [each.name, each] as const))("%s", (_, written) => {
    const result = decideWritten(document, written);
    if (written.needed !== undefined) {
      expect(result.status).toBe("needed");
      const names = result.status === "needed" ? result.needed.map(({ fact }) => fact) : [];
      expect(names.sort()).toEqual([...written.needed].sort());
    } else if (written.impossible !== undefined) expect(result.status).toBe("impossible");
    else checkHeads(document, written, result);
  });

  it("answer every head, decide by every clause and give every reason", () => {
    const expected = cases.flatMap((each) => Object.entries(each.expect ?? {}));
    const said = expected.flatMap(([, answer]) => (answer === "none" ? [] : [answer]));
    const clauses = new Set(said.map(({ by }) => by));
    expect(document.clauses.map((clause) => clause.name).filter((by) => !clauses.has(by))).toEqual(
      [],
    );
    const heads = new Set(expected.map(([head]) => head));
    expect(document.heads.map((head) => head.name).filter((head) => !heads.has(head))).toEqual([]);
  });
});

function checkHeads(
  document: RuleDocument,
  written: PolicyCase,
  result: ReturnType<typeof decideWritten>,
): void {
  if (result.status !== "decided") throw new Error(JSON.stringify(result));
  const expected = written.expect ?? {};
  expect(Object.keys(expected)).toEqual(document.heads.map(({ name }) => name));
  for (const head of document.heads) {
    const answer = headOf(head, result.decision.heads);
    const wanted = expected[head.name]!;
    if (wanted === "none") {
      // Silence of a grant is told as a share of nothing, decided by no clause.
      expect(answer?.clause ?? null).toBeNull();
      continue;
    }
    const share = parseFraction(wanted.is);
    if (isRefusal(share)) throw new Error(share.sentence);
    expect(answer !== undefined && equal(answer.fraction, share)).toBe(true);
    if (wanted.by !== undefined) expect(answer?.clause).toBe(wanted.by);
    const paysNothing = head.direction === "pay" && wanted.why !== undefined;
    if (paysNothing) expect(answer?.why).toBe(wanted.why);
  }
}
