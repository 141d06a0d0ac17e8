import { describe, expect, test } from "vitest";
import { bindPolicies } from "./binding.ts";
import type { FactInput } from "../facts.ts";
import type { ListedFact } from "../model.ts";
import { settleFacts } from "./settle-facts.ts";
import { cancel, compiled, known, policyText } from "../testing/documents.ts";

const policy = compiled(
  policyText(
    "  a: {when: {defect: quality, cause: trader, wish: money}, give: {price: 100%}}",
    "{price: {pay: line.paid}}",
  ),
);
const binding = bindPolicies([policy]);

/** What one fact counts as, before and after the time to supplement has lapsed. */
function settled(name: string, input: FactInput, bound = binding): (FactInput | undefined)[] {
  return [false, true].map((final) => settleFacts({ [name]: input }, bound, final)[name]);
}

const unknown = { state: "unknown" };
const unproven = { state: "unproven" } as const;

describe("what a decision may build on", () => {
  test("what could not be proven stays unproven where the customer had to prove it", () => {
    expect(settled("defect", unproven)).toEqual([unproven, unproven]);
  });

  test("what the merchant has to prove is never unproven", () => {
    expect(settled("cause", unproven)).toEqual([unknown, unknown]);
  });

  test("a claim waits for its reviewer, then the burden of proof decides", () => {
    const quality = { state: "claimed", value: "quality" } as const;
    expect(settled("defect", quality)).toEqual([unknown, unproven]);
    const trader = { state: "claimed", value: "trader" } as const;
    expect(settled("cause", trader)).toEqual([unknown, trader]);
  });

  test("a wish counts as the customer says it, whoever the catalogue says establishes it", () => {
    const wish = { ...(policy.document.facts["wish"] as ListedFact), by: "reviewer" } as const;
    const facts = new Map([["wish", { fact: wish, policy }]]);
    const voucher = { state: "claimed", value: "voucher" } as const;
    expect(settled("wish", voucher, { ...binding, facts })).toEqual([voucher, voucher]);
  });

  test("facts that no document reads are left out, and those not told are unknown", () => {
    const facts = settleFacts(known({ region: "north", since: 3 }), bindPolicies([cancel]), false);
    expect(facts).toEqual({ since: { state: "event", value: 3 }, cause: unknown, used: unknown });
  });
});
