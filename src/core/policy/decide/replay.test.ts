import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { evaluator } from "./decide.ts";
import type { DecideRequest, Decision } from "./decision.ts";
import { replay } from "./replay.ts";
import { anyFacts, anyParams, wholeDocument } from "../testing/arbitrary.ts";
import { ask, decided } from "../testing/ask.ts";
import { cancel, compiled, known, policyText } from "../testing/documents.ts";
import { tries } from "../../testing.ts";

describe("a decision", () => {
  const facts = known({ since: 300_000, used: "1/3", cause: "none" });

  test("carries what it was made of", () => {
    const decision = decided(ask([cancel], facts));
    expect(decision).toMatchObject({
      evaluator,
      calendar: "china-2026",
      currency: "CNY",
      final: false,
      policies: [{ id: "test", version: 1, hash: "hash", params: {} }],
      facts: { order: facts, items: [] },
    });
    expect(JSON.parse(JSON.stringify(decision))).toEqual(decision);
  });

  test("replays byte for byte, also after storage", () => {
    const baseOf: DecideRequest["baseOf"] = (_, { from, to }) => 100 * (to - from) + from;
    const decision = decided(ask([cancel], facts, { baseOf }));
    const stored = JSON.parse(JSON.stringify(decision)) as Decision;
    expect(replay(stored, [cancel])).toEqual({ same: true });
  });

  test("replays with the amount of each place, though places differ in one thing only", () => {
    const heads = "{price: {pay: line.paid}, face: {pay: packet.face}}";
    const policy = compiled(policyText("  a: {give: {price: 50%, face: 20%}}", heads));
    const places: [string | null, string | null, number, number][] = [
      ["l1", null, 0, 2],
      ["l2", null, 0, 2],
      ["l1", null, 1, 2],
      ["l1", null, 0, 1],
      [null, "p1", 0, 1],
      [null, "p2", 0, 1],
    ];
    const items = places.map(([lineId, packetId, from, to]) => {
      return { lineId, packetId, from, to, facts: {} };
    });
    let asked = 0;
    const baseOf: DecideRequest["baseOf"] = () => (asked += 100);
    const decision = decided(ask([policy], {}, { items, baseOf }));
    const bases = decision.heads.map((head) => head.items.map(({ baseMinor }) => baseMinor));
    expect(bases).toEqual([
      [100, 200, 300, 400],
      [500, 600],
    ]);
    expect(replay(decision, [policy])).toEqual({ same: true });
  });

  test("replays where a head had nothing to give a share of", () => {
    const baseOf: DecideRequest["baseOf"] = (base) => (base === "order.shipping" ? 0 : 1000);
    const heads = "{pay: {pay: order.prepaid}, ship: {pay: order.shipping}}";
    const policy = compiled(
      policyText(
        `  ours: {when: {cause: trader}, over: [rest], give: {pay: 100%, ship: 100%}}
  rest: {give: {pay: 100%, ship: 50%}}`,
        heads,
      ),
    );
    const decision = decided(ask([policy], {}, { baseOf }));
    expect(decision.heads[1]?.items).toEqual([]);
    expect(replay(decision, [policy])).toEqual({ same: true });
  });

  test("a changed document, fact or amount does not replay", () => {
    const decision = decided(ask([cancel], facts));
    const other = compiled(policyText("  a: {give: {pay: 50%}}"));
    expect(replay(decision, [other])).toMatchObject({ same: false });
    const forged = { ...decision, facts: { ...decision.facts, order: known({ since: 10 }) } };
    expect(replay(forged, [cancel])).toMatchObject({ same: false });
    const open = { ...decision, facts: { ...decision.facts, order: {} } };
    const result = replay(open, [cancel]);
    expect(result).toMatchObject({ same: false });
    if (!result.same) {
      expect(result.found).toContain('"status":"needed"');
      expect(result.expected).toContain('"evaluator":"makegood-policy/1"');
    }
    const [head] = decision.heads;
    const more = { ...head!, items: [{ ...head!.items[0]!, fraction: "1/1" }] };
    expect(replay({ ...decision, heads: [more] }, [cancel])).toMatchObject({ same: false });
  });

  test("replays in random documents and cases", () => {
    fc.assert(
      fc.property(
        wholeDocument,
        anyParams,
        anyFacts,
        fc.boolean(),
        (document, params, all, final) => {
          const policy = compiled(document, params);
          const result = ask([policy], all, { final });
          if (result.status !== "decided") return;
          const stored = JSON.parse(JSON.stringify(result.decision)) as Decision;
          expect(replay(stored, [policy])).toEqual({ same: true });
        },
      ),
      { seed: 20_263, numRuns: tries(200) },
    );
  });
});
