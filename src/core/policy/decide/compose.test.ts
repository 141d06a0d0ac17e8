import { describe, expect, test } from "vitest";
import { bindPolicies } from "./binding.ts";
import type { CompiledPolicy } from "../compile/compiled.ts";
import { comparedCases, compose } from "./compose.ts";
import type { CaseFacts } from "../facts.ts";
import { sharesIn } from "./shares.ts";
import { ask, decided, neededOf, shares } from "../testing/ask.ts";
import { cancel, compiled, known, policyText } from "../testing/documents.ts";

const floor = (body: string, heads = "{pay: {pay: order.prepaid}}") => `makegood: floor/1
id: floor
version: 4
heads: ${heads}
clauses:
${body}`;

describe("several documents", () => {
  test("the largest pay and the smallest take hold, head by head", () => {
    const heads = "{pay: {pay: order.prepaid}, back: {take: order.shipping}}";
    const one = compiled(policyText("  a: {give: {pay: 50%, back: 30%}}", heads));
    const two = compiled(
      policyText("  a: {give: {pay: 40%, back: 20%}}", heads).replace("id: test", "id: two"),
    );
    const result = ask([one, two], {});
    expect(shares(result)).toEqual(["pay order.prepaid 1/2", "take order.shipping 1/5"]);
    const [pay, take] = decided(result).heads;
    expect(pay?.trace[0]).toMatchObject({
      policy: "test@1",
      others: [{ policy: "two@1", clause: "a", fraction: "2/5" }],
    });
    expect(take?.trace[0]).toMatchObject({
      policy: "two@1",
      others: [{ policy: "test@1", clause: "a", fraction: "3/10" }],
    });
  });

  test("a floor raises a pay, lowers a take, and is ignored where it is silent", () => {
    const heads = "{pay: {pay: order.prepaid}, back: {take: order.shipping}}";
    const policy = compiled(policyText("  a: {give: {pay: 50%, back: 30%}}", heads));
    const body = "  a14: {cite: art. 14, when: {ended: yes}, give: {pay: 80%, back: 10%}}";
    const bound = [policy, compiled(floor(body, heads))];
    expect(shares(ask(bound, known({ ended: true })))).toEqual([
      "pay order.prepaid 4/5",
      "take order.shipping 1/10",
    ]);
    expect(shares(ask(bound, known({ ended: false })))).toEqual([
      "pay order.prepaid 1/2",
      "take order.shipping 3/10",
    ]);
    const silent = decided(ask(bound, known({ ended: false }))).heads[0]?.trace[0]?.others;
    expect(silent).toEqual([{ policy: "floor@4", clause: null, fraction: null }]);
  });

  test("a floor alone pays, and takes nothing by itself", () => {
    const heads = "{pay: {pay: order.prepaid}, back: {take: order.shipping}}";
    const body = "  a14: {cite: art. 14, when: {ended: yes}, give: {pay: 80%, back: 10%}}";
    const bound = [compiled(floor(body, heads))];
    expect(shares(ask(bound, known({ ended: true })))).toEqual(["pay order.prepaid 4/5"]);
    expect(decided(ask(bound, known({ ended: false }))).heads).toMatchObject([{ items: [] }]);
  });

  test("a floor that some wish meets does not add to the wish that was chosen", () => {
    const heads =
      "{pay: {pay: order.prepaid}, " +
      "voucher: {grant: voucher, of: order.prepaid, max: 110%, otherwise: none}}";
    const body = (share: string) => `  money: {when: {wish: money}, give: {pay: ${share}}}
  voucher: {when: {wish: voucher}, why: not_covered, give: {pay: 0%, voucher: 110%}}`;
    const demand = compiled(
      floor(
        "  a53: {cite: art. 53, when: {ended: yes}, give: {pay: 100%}}",
        "{pay: {pay: order.prepaid}}",
      ),
    );
    const wish = known({ wish: "voucher", ended: true });
    expect(shares(ask([compiled(policyText(body("100%"), heads)), demand], wish))).toEqual([
      "pay order.prepaid 0/1",
      "grant order.prepaid 11/10",
    ]);
    expect(shares(ask([compiled(policyText(body("90%"), heads)), demand], wish))).toEqual([
      "pay order.prepaid 1/1",
      "grant order.prepaid 11/10",
    ]);
    const unsaid = known({ ended: true });
    expect(shares(ask([compiled(policyText(body("100%"), heads)), demand], unsaid))[0]).toBe(
      "pay order.prepaid 1/1",
    );
  });

  test("what a wish depends on is asked for where a floor asks", () => {
    const policy = compiled(
      policyText(`  money: {when: {wish: money, cause: none}, give: {pay: 100%}}
  less: {when: {wish: money, cause: [trader, breach]}, give: {pay: 50%}}
  voucher: {when: {wish: voucher}, why: not_covered, give: {pay: 0%}}`),
    );
    const demand = compiled(
      floor("  a: {cite: art. 53, give: {pay: 100%}}", "{pay: {pay: order.prepaid}}"),
    );
    expect(neededOf(ask([policy, demand], known({ wish: "voucher" })))).toEqual(["cause"]);
    expect(shares(ask([policy], known({ wish: "voucher" })))).toEqual(["pay order.prepaid 0/1"]);
  });

  test("one name for two kinds of fact is a fault", () => {
    const other = structuredClone(cancel.document);
    const facts = { ...other.facts, since: { ...cancel.document.facts["used"]!, name: "since" } };
    const two = { ...cancel, document: { ...cancel.document, id: "two", facts } };
    expect(() => ask([cancel, two], {})).toThrow(/conflict.*since/);
  });
});

describe("a joined answer", () => {
  const paying = (id: string, amount: string) =>
    compiled(policyText(`  a: {give: {pay: ${amount}}}`).replace("id: test", `id: ${id}`));
  const composed = (policies: CompiledPolicy[], facts: CaseFacts = {}) => {
    const binding = bindPolicies(policies);
    return compose(binding.heads[0]!, facts, sharesIn(binding));
  };
  const winner = (...policies: CompiledPolicy[]) =>
    composed(policies)?.winner?.member.policy.reference;

  test("is the one of the document that gives it, of equal ones of the first", () => {
    expect(winner(paying("one", "40%"), paying("two", "50%"))).toBe("two@1");
    expect(winner(paying("one", "50%"), paying("two", "50%"))).toBe("one@1");
  });

  test("that no document alone gives stands for the first, while a share is open", () => {
    const [open, fixed] = [paying("open", "{rate: 100%, less: used}"), paying("fixed", "50%")];
    expect(winner(open, fixed)).toBe("open@1");
    expect(winner(fixed, open)).toBe("fixed@1");
    expect(winner(fixed, paying("wide", "{rate: 100%, part: used}"))).toBe("fixed@1");
  });

  test("of silent documents only is none", () => {
    const demand = compiled(floor("  a: {cite: art. 1, when: {ended: yes}, give: {pay: 80%}}"));
    expect(composed([demand], known({ ended: false }))).toEqual({
      winner: null,
      answers: [{ member: { policy: demand, head: demand.heads[0] }, candidate: null }],
      moving: [],
      key: "silent",
    });
  });

  test("is open while a clause is open, of a floor as of a policy", () => {
    const demand = compiled(floor("  a: {cite: art. 1, when: {ended: yes}, give: {pay: 80%}}"));
    expect(composed([paying("one", "50%"), demand])).toBeUndefined();
  });

  test("that is settled is the same whoever gives it", () => {
    const key = (...policies: CompiledPolicy[]) => composed(policies)?.key;
    expect(key(paying("one", "50%"))).toBe(key(paying("two", "{rate: 50%, less: used}"), half()));
    expect(key(paying("one", "50%"))).toBe(key(paying("two", "50%")));
    expect(key(paying("one", "50%"))).not.toBe(key(paying("one", "40%")));
  });

  test("that moves with a share is the same only by the same clauses", () => {
    const key = (...policies: CompiledPolicy[]) => composed(policies)?.key;
    const [less, part] = ["{rate: 100%, less: used}", "{rate: 100%, part: used}"];
    expect(key(paying("one", less))).toBe(key(paying("one", less)));
    expect(key(paying("one", less))).not.toBe(key(paying("two", part)));
    expect(key(paying("one", less))).not.toBe(key(paying("one", "{rate: 90%, less: used}")));
    const two = compiled(
      policyText(`  a: {when: {ended: yes}, give: {pay: ${less}}}
  b: {when: {ended: no}, give: {pay: ${part}}}`),
    );
    const at = (ended: boolean) => composed([two], known({ ended }))?.key;
    expect(at(true)).not.toBe(at(false));
  });

  function half(): CompiledPolicy {
    return paying("half", "50%");
  }
});

describe("the cases that a floor compares", () => {
  const wishing = `  money: {when: {wish: money, cause: none}, give: {pay: 100%}}
  less: {when: {wish: money, cause: [trader, breach]}, give: {pay: 50%}}
  voucher: {when: {wish: voucher}, why: not_covered, give: {pay: 0%}}`;
  const demand = "  a: {cite: art. 1, when: {ended: yes}, give: {pay: 80%}}";
  const compared = (facts: CaseFacts, ...policies: CompiledPolicy[]) =>
    comparedCases(bindPolicies(policies).heads[0]!, facts);

  test("are the case itself without a floor, or without a wish", () => {
    const facts = known({ wish: "voucher" });
    expect(compared(facts, compiled(policyText(wishing)))).toEqual([facts]);
    const plain = compiled(policyText("  a: {give: {pay: 50%}}"));
    expect(compared(facts, plain, compiled(floor(demand)))).toEqual([facts]);
  });

  test("are the case and what it would be under each wish", () => {
    const facts = known({ wish: "voucher", ended: true });
    expect(compared(facts, compiled(policyText(wishing)), compiled(floor(demand)))).toEqual([
      facts,
      { ...facts, wish: { state: "claimed", value: "money" } },
      { ...facts, wish: { state: "claimed", value: "voucher" } },
    ]);
  });

  test("ask for nothing while the floor is silent", () => {
    const bound = [compiled(policyText(wishing)), compiled(floor(demand))];
    const wish = { wish: "voucher", ended: false };
    expect(shares(ask(bound, known(wish)))).toEqual(["pay order.prepaid 0/1"]);
    expect(neededOf(ask(bound, known({ ...wish, ended: true })))).toEqual(["cause"]);
  });

  test("keep the floor by what the policy gives under some wish, and by nothing else", () => {
    const policy = compiled(policyText("  money: {when: {wish: money}, give: {pay: 100%}}"));
    const [head] = policy.heads;
    const silent: CompiledPolicy = {
      ...policy,
      heads: [{ ...head!, head: { ...head!.head, otherwise: "silent" } }],
    };
    const facts = known({ wish: "voucher", ended: true });
    const least = (bound: CompiledPolicy) => {
      const binding = bindPolicies([bound, compiled(floor(demand))]);
      return compose(binding.heads[0]!, facts, sharesIn(binding))?.winner;
    };
    expect(least(silent)).toBeNull();
    const unmet = { ...silent, heads: silent.heads.map((each) => ({ ...each, rows: [0] })) };
    expect(least(unmet)?.member.policy.reference).toBe("floor@4");
  });
});
