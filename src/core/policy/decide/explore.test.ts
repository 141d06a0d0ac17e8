import { describe, expect, test } from "vitest";
import { fractionText } from "../../money/index.ts";
import { bindPolicies } from "./binding.ts";
import type { CompiledPolicy } from "../compile/compiled.ts";
import { explore } from "./explore.ts";
import type { CaseFacts } from "../facts.ts";
import { PolicyFault } from "../fault.ts";
import { compiled, known, policyText } from "../testing/documents.ts";

/** The answer of the first head, or the facts that are asked for. */
function explored(policies: CompiledPolicy[], facts: CaseFacts, branchesMax?: number) {
  const binding = bindPolicies(policies);
  const [head] = binding.heads;
  if (head === undefined) throw new Error("no head");
  const result = explore(head, facts, binding, branchesMax);
  return result.status === "settled"
    ? fractionText(result.composed.winner?.lowest ?? { n: -1, d: 1 })
    : [...result.facts].toSorted();
}

const named = (id: string, body: string) =>
  compiled(policyText(body).replace("id: test", `id: ${id}`));

describe("unknown facts", () => {
  test("a share is asked for where it moves the answer, though at its cuts all is equal", () => {
    const policy = named(
      "test",
      `  a: {when: {used: {at_least: 50%}}, give: {pay: {rate: 100%, less: used}}}
  b: {when: {used: {less_than: 50%}}, give: {pay: 50%}}`,
    );
    expect(explored([policy], {})).toEqual(["used"]);
    expect(explored([policy], known({ used: "80%" }))).toBe("1/5");
    expect(explored([policy], known({ used: "1/3" }))).toBe("1/2");
  });

  test("a share is asked for where the clause is clear and its sum is not", () => {
    const policy = named("test", "  a: {give: {pay: {rate: 100%, less: used}}}");
    expect(explored([policy], {})).toEqual(["used"]);
    expect(explored([policy], known({ used: "1/4" }))).toBe("3/4");
  });

  test("a share is not asked for where all that it can be gives the same", () => {
    const policy = named(
      "test",
      `  a: {when: {used.full: {at_least: 1}}, give: {pay: {rate: 1, less: used.full}}}
  b: {when: {used.full: {less_than: 1}}, why: too_late, give: {pay: 0%}}`,
    );
    expect(explored([policy], {})).toBe("0/1");
  });

  test("two facts are asked for where each changes what the other means", () => {
    const policy = named(
      "test",
      `  a: {when: {cycles: {at_least: 3}, ended: yes}, give: {pay: 100%}}
  b: {when: {cycles: {less_than: 3}, ended: yes}, give: {pay: 50%}}
  c: {when: {cycles: {at_least: 3}, ended: no}, give: {pay: 50%}}
  d: {when: {cycles: {less_than: 3}, ended: no}, give: {pay: 100%}}`,
    );
    expect(explored([policy], {})).toEqual(["cycles", "ended"]);
    expect(explored([policy], known({ ended: true }))).toEqual(["cycles"]);
  });

  test("a fact is not asked for where both its values lead to the same question", () => {
    const policy = named(
      "test",
      `  a: {when: {ended: yes, cycles: {at_least: 3}}, give: {pay: 100%}}
  b: {when: {ended: no, cycles: {at_least: 3}}, give: {pay: 100%}}
  c: {when: {cycles: {less_than: 3}}, give: {pay: 50%}}`,
    );
    expect(explored([policy], {})).toEqual(["cycles"]);
  });

  test("a case that any one of the documents takes to be impossible does not count", () => {
    const body = `  a: {when: {ended: yes}, give: {pay: 100%}}
  b: {when: {ended: no}, give: {pay: 50%}}`;
    const assuming = named("other", `${body}\nassume: {open: {never: {ended: no}}}`);
    expect(explored([named("test", body)], {})).toEqual(["ended"]);
    expect(explored([named("test", body), assuming], {})).toBe("1/1");
  });

  test("nor does a case that a document has no answer to, or two", () => {
    const gap = named("test", "  a: {when: {cause: [none, trader]}, give: {pay: 100%}}");
    expect(explored([gap], {})).toBe("1/1");
    const overlap = named(
      "test",
      `  a: {when: {cause: [none, trader]}, give: {pay: 100%}}
  b: {when: {cause: [trader, breach]}, give: {pay: 50%}}`,
    );
    expect(explored([overlap], known({ cause: "none" }))).toBe("1/1");
    expect(explored([overlap], {})).toEqual(["cause"]);
  });

  test("among more clauses than one word of bits holds only those that matter are asked", () => {
    const counted = Array.from(
      { length: 32 },
      (_, n) => `  c${n}: {when: {cycles: {at_least: ${n}, at_most: ${n}}}, give: {pay: 1%}}`,
    );
    const rest = `  yes: {when: {cycles: {more_than: 31}, ended: yes}, give: {pay: 100%}}
  no: {when: {cycles: {more_than: 31}, ended: no}, give: {pay: 50%}}
  north: {when: {region: north}, give: {sorry: 100%}}`;
    const heads =
      "{pay: {pay: order.prepaid}, sorry: {grant: voucher, of: order.prepaid, otherwise: none}}";
    const policy = compiled(policyText([...counted, rest].join("\n"), heads));
    expect(explored([policy], known({ cycles: 32 }))).toEqual(["ended"]);
    expect(explored([policy], known({ cycles: 31 }))).toBe("1/100");
  });
});

describe("what no proven document does", () => {
  test("a gap or an overlap in what is known is a fault", () => {
    const gap = named("test", "  a: {when: {ended: yes}, give: {pay: 100%}}");
    expect(() => explored([gap], known({ ended: false }))).toThrow(PolicyFault);
  });

  test("a document that leaves no case possible is a fault", () => {
    const policy = named(
      "test",
      `  a: {when: {ended: yes}, give: {pay: 100%}}
  b: {when: {ended: no}, give: {pay: 50%}}
assume: {one: {never: {ended: yes}}, two: {never: {ended: no}}}`,
    );
    expect(() => explored([policy], {})).toThrow("no branch of a case is possible");
  });
});

describe("a case with too many branches", () => {
  const policy = named(
    "test",
    `  a: {when: {ended: yes}, give: {pay: 100%}}
  b: {when: {ended: no, cause: trader}, give: {pay: 100%}}
  c: {when: {ended: no, cause: [none, breach], cycles: {at_most: 3}}, give: {pay: 50%}}
  d: {when: {ended: no, cause: [none, breach], cycles: {more_than: 3}}, give: {pay: 50%}}`,
  );

  test("asks for every unknown fact of its documents, and for no known one", () => {
    expect(explored([policy], {}, 0)).toEqual(["cause", "cycles", "ended"]);
    expect(explored([policy], known({ ended: false }), 0)).toEqual(["cause", "cycles"]);
  });

  test("asks for the facts that matter alone as soon as it may look far enough", () => {
    expect(explored([policy], {})).toEqual(["cause", "ended"]);
    expect(explored([policy], {}, 19)).toEqual(["cause", "ended"]);
    expect(explored([policy], {}, 18)).toEqual(["cause", "cycles", "ended"]);
  });
});
