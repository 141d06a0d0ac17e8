import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { CaseFacts, FactInput } from "../facts.ts";
import { anyFacts, anyParams, possibleInputs, wholeDocument } from "../testing/arbitrary.ts";
import { ask, item, neededOf, shares } from "../testing/ask.ts";
import { cancel, compiled, known, policyText } from "../testing/documents.ts";
import { naiveAnswer } from "../testing/naive.ts";
import { tries } from "../../testing.ts";

describe("unknown facts", () => {
  test("are not asked for where every reachable clause gives the same", () => {
    expect(shares(ask([cancel], known({ since: 10 })))).toEqual(["pay order.prepaid 1/1"]);
    expect(shares(ask([cancel], known({ since: 300_000, used: 0, cause: "trader" })))).toEqual([
      "pay order.prepaid 1/1",
    ]);
  });

  test("are asked for with who establishes them and by what", () => {
    expect(ask([cancel], known({ since: 300_000, used: 0 }))).toEqual({
      status: "needed",
      needed: [{ fact: "cause", lineId: null, packetId: null, by: "reviewer", proof: ["report"] }],
    });
    expect(neededOf(ask([cancel], known({ since: 300_000 })))).toEqual(["cause", "used"]);
    expect(neededOf(ask([cancel], {}))).toEqual(["since", "cause", "used"]);
  });

  test("a share that another document's answer makes idle is not asked for", () => {
    const all = compiled(policyText("  a: {give: {pay: 100%}}").replace("id: test", "id: other"));
    const late = known({ since: 300_000 });
    expect(shares(ask([cancel, all], late))).toEqual(["pay order.prepaid 1/1"]);
    const most = compiled(policyText("  a: {give: {pay: 95%}}").replace("id: test", "id: other"));
    expect(neededOf(ask([cancel, most], late))).toEqual(["cause"]);
    const take = "{back: {take: order.prepaid}}";
    const some = compiled(policyText("  a: {give: {back: {rate: 100%, part: used}}}", take));
    const none = compiled(
      policyText("  a: {give: {back: 0%}}", take).replace("id: test", "id: other"),
    );
    expect(shares(ask([some, none], {}))).toEqual(["take order.prepaid 0/1"]);
  });

  test("a clause's share is asked for only in the part of its range that matters", () => {
    const policy = compiled(
      policyText(`  a: {when: {used.full: {at_least: 1}}, give: {pay: {rate: 1, less: used.full}}}
  b: {when: {used.full: {less_than: 100%}, ended: yes}, give: {pay: 0%}, why: too_late}
  c: {when: {used.full: {less_than: 100%}, ended: no}, give: {pay: 0%}, why: too_late}`),
    );
    expect(shares(ask([policy], {}))).toEqual(["pay order.prepaid 0/1"]);
  });

  test("one line's unknown fact is asked for once and for that line alone", () => {
    const policy = compiled(
      policyText(
        `  a: {when: {line.day: {at_most: 7d}}, give: {price: 100%}}
  b: {when: {line.day: {more_than: 7d}}, why: too_late, give: {price: 0%}}`,
        "{price: {pay: line.paid}, gift: {grant: points, of: line.gift, otherwise: none}}",
      ),
    );
    const items = [item("l1", known({ "line.day": 3 })), item("l2", {}), item("l3", {})];
    expect(neededOf(ask([policy], {}, { items }))).toEqual(["line.day l2", "line.day l3"]);
  });

  test("an order's unknown fact is asked for once, whatever lines read it", () => {
    const policy = compiled(
      policyText(
        `  a: {when: {ended: yes}, give: {price: 100%}}
  b: {when: {ended: no}, why: too_late, give: {price: 0%}}`,
        "{price: {pay: line.paid}}",
      ),
    );
    const items = [item("l1", {}), item("l2", {})];
    expect(neededOf(ask([policy], {}, { items }))).toEqual(["ended"]);
    expect(shares(ask([policy], known({ ended: true }), { items }))).toHaveLength(2);
  });

  test("exactly those that can change the amount are asked for, in random documents", () => {
    const facts = ["since", "used", "cycles", "effect", "cause", "ended"];
    fc.assert(
      fc.property(
        wholeDocument,
        anyParams,
        anyFacts,
        fc.subarray(facts, { minLength: 1, maxLength: 3 }),
        (document, params, all, unknown) => {
          const policy = compiled(document, params);
          const kept = Object.entries(all).filter(([name]) => !unknown.includes(name));
          const attested = kept.map(([name, input]) => [name, attest(input)]);
          const result = ask([policy], Object.fromEntries(attested) as CaseFacts);
          const asked = result.status === "needed" ? neededOf(result) : [];
          const relevant = relevantFacts(policy, params, all, unknown);
          expect(asked.toSorted()).toEqual(relevant.toSorted());
        },
      ),
      { seed: 20_262, numRuns: tries(150) },
    );
  });
});

function attest(input: FactInput): FactInput {
  return "value" in input ? { ...input, state: "attested" } : input;
}

/** Tries every combination of values: a fact matters when it alone changes some answer. */
function relevantFacts(
  policy: ReturnType<typeof compiled>,
  params: Record<string, string>,
  facts: CaseFacts,
  unknown: readonly string[],
): string[] {
  const cases = unknown.reduce<CaseFacts[]>(
    (all, name) =>
      all.flatMap((each) =>
        (possibleInputs[name] ?? []).map((input) => ({ ...each, [name]: input })),
      ),
    [facts],
  );
  const answerOf = (each: CaseFacts) =>
    JSON.stringify(
      policy.document.heads.map((head) => {
        const answer = naiveAnswer(policy.document, params, each, head);
        return typeof answer === "string" ? answer : answer.answer;
      }),
    );
  return unknown.filter((name) => {
    const groups = new Map<string, Set<string>>();
    for (const each of cases) {
      const others = JSON.stringify(unknown.map((other) => (other === name ? 0 : each[other])));
      groups.set(others, (groups.get(others) ?? new Set()).add(answerOf(each)));
    }
    return [...groups.values()].some((answers) => answers.size > 1);
  });
}

describe("states and burden", () => {
  const byReviewer = compiled(
    policyText(
      `  a: {when: {defect: quality}, give: {price: 100%}}
  b: {when: {defect: [none, unproven]}, why: not_covered, give: {price: 0%}}`,
      "{price: {pay: line.paid}}",
    ),
  );
  const lines = (input: FactInput) => [item("l1", { defect: input })];
  const claimed = { state: "claimed", value: "quality" } as const;

  test("a reviewer's fact counts when attested, not when claimed", () => {
    expect(neededOf(ask([byReviewer], {}, { items: lines(claimed) }))).toEqual(["defect l1"]);
    const attested = { state: "attested", value: "quality" } as const;
    expect(shares(ask([byReviewer], {}, { items: lines(attested) }))).toEqual([
      "pay line.paid l1 1/1",
    ]);
  });

  test("a customer's fact counts when claimed", () => {
    const policy = compiled(
      policyText(`  a: {when: {cycles: {at_least: 3}}, give: {pay: 100%}}
  b: {when: {cycles: {less_than: 3}}, give: {pay: 50%}}`),
    );
    const input = { cycles: { state: "claimed", value: 3 } } as const;
    expect(shares(ask([policy], input))).toEqual(["pay order.prepaid 1/1"]);
  });

  test("at the end what the customer had to prove is unproven", () => {
    const final = { items: lines(claimed), final: true };
    expect(shares(ask([byReviewer], {}, final))).toEqual(["pay line.paid l1 0/1"]);
    const nothing = { items: lines({ state: "unknown" }), final: true };
    expect(shares(ask([byReviewer], {}, nothing))).toEqual(["pay line.paid l1 0/1"]);
  });

  test("at the end the customer's word stands where the merchant had to prove", () => {
    const facts = {
      ...known({ since: 300_000, used: 0 }),
      cause: { state: "claimed", value: "trader" },
    };
    expect(neededOf(ask([cancel], facts as CaseFacts))).toEqual(["cause"]);
    expect(shares(ask([cancel], facts as CaseFacts, { final: true }))).toEqual([
      "pay order.prepaid 1/1",
    ]);
    expect(neededOf(ask([cancel], known({ since: 300_000, used: 0 }), { final: true }))).toEqual([
      "cause",
    ]);
  });

  test("an event's fact stays needed, claimed or not, and is never unproven", () => {
    for (const state of ["claimed", "unproven"] as const) {
      const facts = { since: { state, value: 10 } } as unknown as CaseFacts;
      expect(neededOf(ask([cancel], facts, { final: true }))).toContain("since");
    }
  });
});
