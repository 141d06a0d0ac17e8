import { describe, expect, test } from "vitest";
import { bindPolicies } from "./binding.ts";
import type { CompiledPolicy } from "../compile/compiled.ts";
import { PolicyFault } from "../fault.ts";
import type { Fact } from "../model.ts";
import { compiled, policyText } from "../testing/documents.ts";

const policyOf = (id: string, change: Partial<Fact> = {}): CompiledPolicy => {
  const policy = compiled(
    policyText("  a: {when: {cause: none}, give: {pay: 50%}}").replace("id: test", `id: ${id}`),
  );
  const cause = { ...policy.document.facts["cause"], ...change } as Fact;
  return { ...policy, document: { ...policy.document, facts: { cause } } };
};

describe("documents that bind one claim", () => {
  test("share the facts that they mean alike, of which the first document's counts", () => {
    const [one, two] = [policyOf("one"), policyOf("two", { burden: "customer" })];
    const { facts } = bindPolicies([one, two]);
    expect([...facts]).toEqual([["cause", { fact: one.document.facts["cause"], policy: one }]]);
  });

  test.each([{ type: "flag" }, { scope: "line" }] as const)(
    "are at fault where one name has %o in one of them",
    (change) => {
      expect(() => bindPolicies([policyOf("one"), policyOf("two", change)])).toThrow(
        new PolicyFault("conflict", "two@1", "one@1", ["cause"]),
      );
    },
  );

  test("have the bases of their heads", () => {
    const policy = policyOf("one");
    const bare = { ...policy, document: { ...policy.document, bases: {} } };
    expect(() => bindPolicies([bare])).toThrow("document without its base `order.prepaid`");
  });
});
