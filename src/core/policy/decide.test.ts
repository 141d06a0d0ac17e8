import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { decide, evaluator } from "./decide.ts";
import type { ClaimItem, DecideRequest, DecideResult, Decision } from "./decision.ts";
import type { CaseFacts, FactInput } from "./facts.ts";
import { replay } from "./replay.ts";
import { anyFacts, anyParams, possibleInputs, wholeDocument } from "./testing/arbitrary.ts";
import { compiled, known, policyText } from "./testing/documents.ts";
import { naiveAnswer } from "./testing/naive.ts";

type Part = Partial<DecideRequest>;

function ask(policies: DecideRequest["policies"], orderFacts: CaseFacts, more: Part = {}) {
  return decide({
    policies,
    currency: "CNY",
    calendarVersion: "china-2026",
    orderFacts,
    items: [],
    baseOf: () => 1000,
    final: false,
    ...more,
  });
}

function decided(result: DecideResult): Decision {
  if (result.status !== "decided") throw new Error(JSON.stringify(result));
  return result.decision;
}

/** Fractions per head and item: `pay order.prepaid 1/2`. */
function shares(result: DecideResult): string[] {
  return decided(result).heads.flatMap(({ direction, base, items }) =>
    items.map(({ fraction, lineId }) =>
      [direction, base, lineId, fraction].filter(Boolean).join(" "),
    ),
  );
}

function neededOf(result: DecideResult): string[] {
  if (result.status !== "needed") throw new Error(JSON.stringify(result));
  return result.needed.map(({ fact, lineId }) => (lineId === null ? fact : `${fact} ${lineId}`));
}

function item(lineId: string, facts: CaseFacts): ClaimItem {
  return { lineId, packetId: null, from: 0, to: 2, facts };
}

const cancel = compiled(
  policyText(`  cool: {when: {since: {at_most: 72h}}, give: {pay: 100%}}
  late:
    when: {since: {more_than: 72h}, cause: [none, breach]}
    give: {pay: {rate: 90%, less: used}}
  ours: {when: {since: {more_than: 72h}, cause: trader}, give: {pay: 100%}}`),
);

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
      { seed: 20_262, numRuns: 150 },
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

describe("scopes", () => {
  test("order heads answer once, line heads per line, packet heads per packet", () => {
    const heads =
      "{ship: {pay: order.shipping}, price: {pay: line.paid}, face: {pay: packet.face}}";
    const policy = compiled(policyText("  a: {give: {ship: 100%, price: 50%, face: 20%}}", heads));
    const packet = { lineId: null, packetId: "p1", from: 0, to: 1, facts: {} };
    const asked: string[] = [];
    const baseOf: DecideRequest["baseOf"] = (base, place) => {
      asked.push(`${base} ${place.lineId} ${place.packetId} ${place.from}-${place.to}`);
      return asked.length * 100;
    };
    const result = ask([policy], {}, { items: [item("l1", {}), item("l2", {}), packet], baseOf });
    expect(asked).toEqual([
      "order.shipping null null 0-1",
      "line.paid l1 null 0-2",
      "line.paid l2 null 0-2",
      "packet.face null p1 0-1",
    ]);
    const items = decided(result).heads.map((head) => head.items);
    expect(items).toEqual([
      [{ lineId: null, packetId: null, from: 0, to: 1, baseMinor: 100, fraction: "1/1" }],
      [
        { lineId: "l1", packetId: null, from: 0, to: 2, baseMinor: 200, fraction: "1/2" },
        { lineId: "l2", packetId: null, from: 0, to: 2, baseMinor: 300, fraction: "1/2" },
      ],
      [{ lineId: null, packetId: "p1", from: 0, to: 1, baseMinor: 400, fraction: "1/5" }],
    ]);
  });

  test("says how a head is settled, and has fixed sums of its own", () => {
    const text = `
makegood: policy/1
id: sorry
version: 1
bases: {apology: {const: 20.00, currency: CNY, zh-CN: 致歉, zh-TW: 致歉, en: apology}}
heads:
  pay: {pay: order.prepaid}
  freight: {pay: return.freight}
  sorry: {grant: voucher, of: apology, otherwise: none}
clauses: {a: {give: {pay: 100%, freight: 100%, sorry: 100%}}}`;
    const { heads } = decided(ask([compiled(text)], {}));
    expect(heads.map(({ settles, grant, base }) => [settles, grant, base])).toEqual([
      ["refund", null, "order.prepaid"],
      ["cash", null, "return.freight"],
      ["grant", "voucher", "sorry/apology"],
    ]);
    expect(heads[2]?.items[0]?.baseMinor).toBe(2000);
    expect(ask([compiled(text)], {}, { currency: "USD" })).toEqual({
      status: "impossible",
      assumption: "currency",
      policy: "sorry@1",
      facts: [],
      lineId: null,
      packetId: null,
    });
  });
});

describe("an impossible case", () => {
  const policy = compiled(
    policyText(
      `  a:
    when: {cycles: {at_most: 50}, used: {at_most: 100%}}
    over: [rest]
    give: {pay: {rate: 100%, less: used.full}}
  b: {when: {cycles: {more_than: 50}, ended: yes, defect: none}, over: [rest], give: {pay: 50%}}
  rest: {give: {pay: 10%}}
assume: {odd: {never: {ended: yes, cycles: {at_least: 90}}}}`,
      "{pay: {pay: line.paid}}",
    ),
  );
  const fine = { cycles: 3, used: "1/2", "used.full": "2/3", ended: false, defect: "none" };

  test.each([
    [{ cycles: 100 }, "range", ["cycles"]],
    [{ cycles: -1 }, "range", ["cycles"]],
    [{ cycles: 1.5 }, "value", ["cycles"]],
    [{ cycles: "3" }, "value", ["cycles"]],
    [{ used: "3/2" }, "range", ["used"]],
    [{ used: -1, "used.full": 1 }, "range", ["used"]],
    [{ used: { n: 1, d: 0 } }, "value", ["used"]],
    [{ used: { n: 0.5, d: 1 } }, "value", ["used"]],
    [{ used: 0.5 }, "value", ["used"]],
    [{ used: "half" }, "value", ["used"]],
    [{ used: true }, "value", ["used"]],
    [{ ended: "perhaps" }, "value", ["ended"]],
    [{ defect: "scratch" }, "value", ["defect"]],
    [{ used: "2/3", "used.full": "1/2" }, "link", ["used.full", "used"]],
    [{ ended: true, cycles: 90 }, "odd", ["ended", "cycles"]],
  ])("%o is refused as %s", (change, assumption, facts) => {
    const items = [item("l1", attested({ ...fine, ...change }))];
    expect(ask([policy], {}, { items })).toEqual({
      status: "impossible",
      assumption,
      policy: "test@1",
      facts,
      lineId: "l1",
      packetId: null,
    });
  });

  test("ends of ranges, links and boxes are possible", () => {
    for (const change of [
      { cycles: 99 },
      { cycles: 0 },
      { used: 1, "used.full": 1 },
      { used: "0%" },
      { "used.full": "10/1" },
      { ended: true, cycles: 89 },
      { ended: "no", cycles: 90 },
    ]) {
      const items = [item("l1", attested({ ...fine, ...change }))];
      expect(ask([policy], {}, { items }).status).not.toBe("impossible");
    }
  });

  function attested(values: Parameters<typeof known>[0]): CaseFacts {
    return Object.fromEntries(
      Object.entries(values).map(([name, value]) => [name, { state: "attested", value }]),
    );
  }
});

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
      { seed: 20_263, numRuns: 200 },
    );
  });
});
