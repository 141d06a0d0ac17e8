import { describe, expect, test } from "vitest";
import { ask, decided, neededOf, shares } from "./testing/ask.ts";
import { cancel, compiled, known, policyText } from "./testing/documents.ts";

describe("several documents", () => {
  const floor = (body: string, heads: string) => `makegood: floor/1
id: floor
version: 4
heads: ${heads}
clauses:
${body}`;

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
