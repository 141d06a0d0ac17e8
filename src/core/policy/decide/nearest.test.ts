import { describe, expect, test } from "vitest";
import { bindPolicies } from "./binding.ts";
import type { CompiledPolicy } from "../compile/compiled.ts";
import type { NearestPaying } from "./decision.ts";
import type { CaseFacts } from "../facts.ts";
import type { Fact } from "../model.ts";
import { nearestPaying } from "./nearest.ts";
import { sharesIn } from "./shares.ts";
import { compiled, documentOf, known, policyText } from "../testing/documents.ts";

const heads = "{price: {pay: line.paid}}";
const policyOf = (body: string, params = {}) => compiled(policyText(body, heads), params);

function nearest(policies: CompiledPolicy[], facts: CaseFacts): NearestPaying | null {
  const binding = bindPolicies(policies);
  const [head] = binding.heads;
  if (head === undefined) throw new Error("no head");
  return nearestPaying(head, facts, sharesIn(binding));
}

/** `clause: fact must be …`, with how each can change. */
function told(policies: CompiledPolicy | CompiledPolicy[], facts: CaseFacts): string | null {
  const found = nearest([policies].flat(), facts);
  if (found === null) return null;
  const missing = found.missing.map(({ fact, needed, change }) => {
    const values =
      "options" in needed
        ? needed.options.join("/")
        : needed.bounds.map(({ operator, constant }) => `${operator} ${constant}`).join(" ");
    return `${fact} ${values} (${change})`;
  });
  return `${found.clause}: ${missing.join(", ")}`;
}

describe("the nearest paying case", () => {
  test("names the document, the clause, and what is seen and needed", () => {
    const policy = policyOf(`  good: {when: {defect: quality}, give: {price: 100%}}
  bad: {when: {defect: [none, unproven]}, why: not_covered, give: {price: 0%}}`);
    expect(nearest([policy], known({ defect: "none" }))).toEqual({
      policy: "test@1",
      clause: "good",
      missing: [
        {
          fact: "defect",
          seen: "none",
          needed: { options: ["quality"] },
          met: false,
          change: "evidence",
        },
      ],
    });
  });

  const orders: [string, string][] = [
    ["one", "two"],
    ["two", "one"],
  ];
  test.each(orders)("asks for the fewest changes, in whatever order (%s, %s)", (...names) => {
    const clauses: Record<string, string> = {
      one: "  one: {when: {cause: trader, cycles: {at_most: 3}}, give: {price: 50%}}",
      two: "  two: {when: {cause: breach, effect: {at_least: 1}}, give: {price: 100%}}",
    };
    const rest = "  rest: {when: {cause: none}, why: not_covered, give: {price: 0%}}";
    const policy = policyOf([...names.map((name) => clauses[name]), rest].join("\n"));
    expect(told(policy, known({ cause: "none", cycles: 2, effect: "1/2" }))).toBe(
      "one: cause trader (evidence)",
    );
  });

  test.each(orders)("prefers what evidence can bring to what is fixed (%s, %s)", (...names) => {
    const clauses: Record<string, string> = {
      one: "  one: {when: {since: {at_most: 72h}}, give: {price: 100%}}",
      two: `  two:
    when: {since: {more_than: 72h}, cause: trader, defect: quality}
    give: {price: 50%}`,
    };
    const rest = `  rest:
    when: {since: {more_than: 72h}, cause: none}
    why: too_late
    give: {price: 0%}`;
    const policy = policyOf([...names.map((name) => clauses[name]), rest].join("\n"));
    expect(told(policy, known({ since: 300_000, cause: "none", defect: "none" }))).toBe(
      "two: cause trader (evidence), defect quality (evidence)",
    );
  });

  test("is not of a clause that gives the head nothing, or that is not in force", () => {
    const params = "params: {mode: {choice: [kind, strict], default: strict}}\n";
    const text = policyText(
      `  none: {when: {defect: quality, cause: none}, why: not_covered, give: {price: 0%}}
  other: {when: {defect: quality}, give: {sorry: 100%}}
  kind: {when: {mode: kind, cause: none}, over: [late], give: {price: 100%}}
  ours: {when: {cause: [trader, breach]}, give: {price: 100%}}
  late: {when: {defect: [none, unproven], cause: none}, why: too_late, give: {price: 0%}}`,
      "{price: {pay: line.paid}, sorry: {grant: points, of: line.gift, otherwise: none}}",
    ).replace("heads:", `${params}heads:`);
    const facts = known({ defect: "none", cause: "none" });
    expect(told(compiled(text), facts)).toBe("ours: cause trader/breach (evidence)");
    expect(told(compiled(text, { mode: "kind" }), facts)).toBe("kind: ");
  });

  test("is told of the document that would pay, not of one that gives nothing there", () => {
    const body = (rate: string) => `  early:
    when: {since: {at_most: 72h}}
    why: not_covered
    give: {price: ${rate}}
  late: {when: {since: {more_than: 72h}}, why: too_late, give: {price: 0%}}`;
    const other = compiled(policyText(body("80%"), heads).replace("id: test", "id: other"));
    expect(nearest([policyOf(body("0%")), other], known({ since: 300_000 }))?.policy).toBe(
      "other@1",
    );
  });

  test("is none where no clause pays, or its conditions cannot be met", () => {
    const never = policyOf("  a: {why: not_covered, give: {price: 0%}}");
    expect(told(never, {})).toBeNull();
    const beyond = policyOf(`  a: {when: {cycles: {more_than: 99}}, give: {price: 100%}}
  b: {when: {cycles: {at_most: 99}}, why: too_late, give: {price: 0%}}`);
    expect(told(beyond, known({ cycles: 3 }))).toBeNull();
  });

  test("moves a fact just as far as the clause asks, from above and from below", () => {
    const policy = policyOf(`  some:
    when: {cycles: {at_least: 2, at_most: 8}, ended: yes}
    over: [few, many]
    give: {price: 100%}
  few: {when: {cycles: {less_than: 4}}, why: not_covered, give: {price: 0%}}
  middle:
    when: {cycles: {at_least: 2, less_than: 4}}
    over: [some, few]
    why: not_covered
    give: {price: 0%}
  many: {when: {cycles: {at_least: 4}}, why: not_covered, give: {price: 0%}}`);
    expect(told(policy, known({ cycles: 9, ended: true }))).toBe(
      "some: cycles at_most 8 at_least 2 (evidence)",
    );
    expect(told(policy, known({ cycles: 1, ended: true }))).toBe(
      "some: cycles at_most 8 at_least 2 (evidence), cycles at_least 4 (evidence)",
    );
  });
});

describe("a clause that stands in the way", () => {
  const policy = policyOf(`  good: {when: {defect: quality}, give: {price: 100%}}
  bad: {when: {defect: [none, unproven]}, why: not_covered, give: {price: 0%}}
  worn:
    when: {cycles: {more_than: 50}, cause: [none, breach]}
    over: [good, bad]
    why: too_late
    give: {price: 0%}`);

  const guarantee = `  flaw: {when: {defect: quality}, over: [works, weak], give: {price: 100%}}
  weak: {when: {effect: {less_than: 60%}, cycles: {at_least: 3}}, give: {price: 100%}}
  works: {when: {effect: {at_least: 60%}}, why: not_covered, give: {price: 0%}}
  untested: {when: {effect: unproven}, why: not_covered, give: {price: 0%}}
  early: {when: {effect: {less_than: 60%}, cycles: {less_than: 3}}, why: not_covered,
    give: {price: 0%}}`;

  test("is the proof that was missing, not the finding that was made otherwise", () => {
    const policy = policyOf(guarantee);
    const untested = { effect: { state: "unproven" } } as const;
    const used = { ...known({ defect: "none", cycles: 3 }), ...untested };
    expect(told(policy, used)).toBe("weak: effect less_than 60% (evidence)");
    const both = {
      ...untested,
      cycles: { state: "unproven" },
      ...known({ defect: "none" }),
    } as const;
    expect(told(policy, both)).toBe(
      "weak: effect less_than 60% (evidence), cycles at_least 3 (evidence)",
    );
    const tested = known({ defect: "none", cycles: 3, effect: "3/4" });
    expect(told(policy, tested)).toBe("flaw: defect quality (evidence)");
  });

  test("is told after what the paying clause asks itself", () => {
    expect(told(policy, known({ defect: "none", cycles: 60, cause: "none" }))).toBe(
      "good: defect quality (evidence), cycles at_most 50 (evidence)",
    );
    const found = nearest([policy], known({ defect: "none", cycles: 60, cause: "none" }));
    expect(found?.missing.map(({ seen, met }) => [seen, met])).toEqual([
      ["none", false],
      [60, false],
    ]);
  });

  test("is told by each of its conditions that alone would free the way", () => {
    const hard = policyOf(`  good: {give: {price: 100%}}
  worn:
    when: {day: {more_than: 30d}, cause: [none, breach]}
    over: [good]
    why: too_late
    give: {price: 0%}`);
    expect(told(hard, known({ day: 60, cause: "none" }))).toBe("good: cause trader (evidence)");
    expect(told(policy, known({ defect: "quality", cycles: 60, cause: "none" }))).toBe(
      "good: cycles at_most 50 (evidence)",
    );
  });

  test("and another behind it is no way, nor is a clause that stands in its own", () => {
    const two = policyOf(`  good: {when: {ended: yes}, give: {price: 100%}}
  bad: {when: {ended: no}, why: not_covered, give: {price: 0%}}
  worn: {when: {cycles: {more_than: 50}}, over: [good, bad], why: too_late, give: {price: 0%}}
  ours:
    when: {cause: breach}
    over: [good, bad, worn]
    why: not_covered
    give: {price: 0%}`);
    expect(told(two, known({ ended: true, cycles: 60, cause: "breach" }))).toBeNull();
    const computed = policyOf(`  late:
    when: {since: {more_than: 72h}}
    give: {price: {rate: 90%, less: used}}
  cool: {when: {since: {at_most: 72h}}, give: {price: 100%}}`);
    expect(told(computed, known({ since: 300_000, used: 1 }))).toBe(
      "cool: since at_most 72h (time)",
    );
  });

  test("because something is unproven asks for its proof", () => {
    const lab = policyOf(`  good: {when: {ended: yes}, give: {price: 100%}}
  bad: {when: {ended: no}, why: not_covered, give: {price: 0%}}
  untested: {when: {effect: unproven}, over: [good, bad], why: not_covered, give: {price: 0%}}`);
    const facts: CaseFacts = { ...known({ ended: true }), effect: { state: "unproven" } };
    expect(told(lab, facts)).toBe("good: effect at_least 0% (evidence)");
  });

  test("is not left by a value for which it holds and merely gives way", () => {
    const layered = policyOf(`  good: {when: {cause: trader}, give: {price: 100%}}
  bad: {when: {cause: [none, breach]}, why: not_covered, give: {price: 0%}}
  worn: {when: {cycles: {more_than: 3}}, over: [good, bad], why: too_late, give: {price: 0%}}
  kind: {when: {cycles: {at_most: 8}}, over: [good, bad, worn], give: {price: 50%}}
  new:
    when: {cycles: {at_most: 3}}
    over: [good, bad, kind]
    why: not_covered
    give: {price: 0%}`);
    expect(told(layered, known({ cause: "trader", cycles: 20 }))).toBe(
      "kind: cycles at_most 8 (evidence)",
    );
  });

  test("is left on the side that pays, not on the other", () => {
    const between = policyOf(`  good: {when: {cause: trader}, give: {price: 100%}}
  bad: {when: {cause: [none, breach]}, why: not_covered, give: {price: 0%}}
  new: {when: {cycles: {less_than: 3}}, over: [good, bad], why: not_covered, give: {price: 0%}}
  worn:
    when: {cycles: {at_least: 10, at_most: 50}}
    over: [good, bad]
    why: too_late
    give: {price: 0%}
  gone: {when: {cycles: {more_than: 50}}, over: [good, bad], why: too_late, give: {price: 0%}}`);
    expect(told(between, known({ cause: "trader", cycles: 20 }))).toBe(
      "good: cycles less_than 10 (evidence)",
    );
  });
});

describe("what no proven document does is no way to a payment", () => {
  const gap = `  good: {when: {ended: yes, cause: [none, trader]}, give: {price: 100%}}
  bad: {when: {ended: no}, why: not_covered, give: {price: 0%}}`;

  test("a case without an answer, and one that is ruled out", () => {
    expect(told(policyOf(gap), known({ ended: false, cause: "none" }))).toBe(
      "good: ended yes (fixed)",
    );
    const overlap = policyOf(`${gap}\n  twice: {when: {ended: yes}, give: {price: 50%}}`);
    expect(told(overlap, known({ ended: false, cause: "none" }))).toBeNull();
    const ruled = policyOf(`${gap}\nassume: {odd: {never: {ended: yes}}}`);
    expect(told(ruled, known({ ended: false, cause: "none" }))).toBeNull();
  });

  test("any other failure is not hidden", () => {
    const policy = policyOf(`  good: {when: {ended: yes}, give: {price: {rate: 1, less: used}}}
  bad: {when: {ended: no}, why: not_covered, give: {price: 0%}}`);
    const [head] = bindPolicies([policy]).heads;
    const broken = () => {
      throw new TypeError("broken");
    };
    expect(() => nearestPaying(head!, known({ ended: false }), broken)).toThrow("broken");
  });
});

describe("a missing condition can still change", () => {
  /** How a fact changes when it is declared as given. */
  function changeOf(name: string, when: string, facts: CaseFacts, declared: Partial<Fact>) {
    const [yes, no] = when.split(" / ");
    const document = documentOf(
      policyText(
        `  yes: {when: {${name}: ${yes}}, give: {price: 100%}}
  no: {when: {${name}: ${no}}, why: not_covered, give: {price: 0%}}`,
        heads,
      ),
    );
    const fact = { ...document.facts[name], ...declared } as Fact;
    const policy = compiled({ ...document, facts: { [name]: fact } });
    return nearest([policy], facts)?.missing[0]?.change;
  }
  const clock = { from: "a", to: "b", count: null, first: null, roll: null };
  const since = ["{at_most: 1h} / {more_than: 1h}", known({ since: 9_999 })] as const;
  const day = ["{at_most: 7d} / {more_than: 7d}", known({ day: 9 })] as const;
  const cycles = ["{at_most: 3} / {more_than: 3}", known({ cycles: 9 })] as const;

  test("not where a clock, a length of time or a count of days has fixed it", () => {
    expect(changeOf("since", ...since, { clock: null, by: "customer" })).toBe("time");
    expect(changeOf("day", ...day, { clock: null, by: "customer" })).toBe("time");
    expect(changeOf("cycles", ...cycles, { clock, by: "customer" })).toBe("time");
  });

  test("not where an event was as it was", () => {
    expect(changeOf("cycles", ...cycles, { by: "event" })).toBe("fixed");
  });

  test("by evidence where a person establishes it, by a choice where it is a wish", () => {
    expect(changeOf("cycles", ...cycles, { by: "customer" })).toBe("evidence");
    expect(changeOf("cycles", ...cycles, { by: "reviewer" })).toBe("evidence");
    expect(changeOf("wish", "money / voucher", known({ wish: "voucher" }), {})).toBe("wish");
  });
});
