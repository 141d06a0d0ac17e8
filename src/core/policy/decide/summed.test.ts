import { describe, expect, test } from "vitest";
import type { CompiledPolicy } from "../compile/compiled.ts";
import { explainDecision } from "../explain/explain.ts";
import { PolicyFault } from "../fault.ts";
import { replay } from "./replay.ts";
import { ask, decided, neededOf, shares } from "../testing/ask.ts";
import { compiled, known, policyText } from "../testing/documents.ts";

const two = "{rest: {pay: order.prepaid}, half: {pay: order.prepaid, max: 50%}}";
const paying = (give: string, id = "test") =>
  compiled(
    policyText(`  a: {why: too_late, give: {${give}}}`, two).replace("id: test", `id: ${id}`),
  );

/** The unused part comes back whole, and half of what was used where the fault is ours. */
const halves = compiled(
  policyText(
    `  rest: {why: too_late, give: {rest: {rate: 100%, unused: used}}}
  ours: {when: {cause: trader}, why: not_covered, give: {half: {rate: 50%, part: used}}}
  others: {when: {cause: [none, breach]}, why: not_covered, give: {half: 0%}}`,
    two,
  ).replace("version: 1", "version: 1\ntitle: {zh-CN: 退, zh-TW: 退還, en: Back}"),
);

const trace = (policies: CompiledPolicy[], facts: Record<string, string | number>) =>
  decided(ask(policies, known(facts))).heads[0]?.trace[0];

describe("two heads on one base", () => {
  test("are one answer: their exact sum", () => {
    const result = ask([halves], known({ used: "1/3", cause: "trader" }));
    expect(shares(result)).toEqual(["pay order.prepaid 5/6"]);
    expect(shares(ask([halves], known({ used: "1/3", cause: "none" })))).toEqual([
      "pay order.prepaid 2/3",
    ]);
  });

  test("are traced head by head, under the one that gives most", () => {
    const seen = trace([halves], { used: "3/4", cause: "trader" });
    expect(seen).toMatchObject({ policy: "test@1", head: "half", clause: "ours", why: null });
    expect(seen?.parts).toEqual([
      {
        head: "rest",
        clause: "rest",
        overridden: [],
        conditions: [],
        arithmetic: {
          form: "unused",
          rate: "1/1",
          fact: "used",
          share: "3/4",
          raw: "1/4",
          max: "1/1",
        },
        why: null,
        fraction: "1/4",
      },
      {
        head: "half",
        clause: "ours",
        overridden: [],
        conditions: [{ fact: "cause", seen: "trader", needed: { options: ["trader"] }, met: true }],
        arithmetic: {
          form: "part",
          rate: "1/2",
          fact: "used",
          share: "3/4",
          raw: "3/8",
          max: "1/2",
        },
        why: null,
        fraction: "3/8",
      },
    ]);
    expect(trace([halves], { used: "1/4", cause: "trader" })?.head).toBe("rest");
  });

  test("of equal parts name the first, and one head alone has no parts", () => {
    expect(trace([paying("rest: 30%, half: 30%")], {})).toMatchObject({ head: "rest" });
    const alone = compiled(policyText("  a: {give: {pay: 100%}}"));
    expect(trace([alone], {})).not.toHaveProperty("parts");
  });

  test("ask for a share only where their sum moves with it", () => {
    const level = paying("rest: {rate: 50%, unused: used}, half: {rate: 50%, part: used}");
    expect(shares(ask([level], {}))).toEqual(["pay order.prepaid 1/2"]);
    expect(trace([level], {})?.parts?.map(({ arithmetic }) => arithmetic.raw)).toEqual([
      "unknown",
      "unknown",
    ]);
    expect(neededOf(ask([halves], known({ cause: "trader" })))).toEqual(["used"]);
    expect(neededOf(ask([halves], known({ used: "1/2" })))).toEqual(["cause"]);
    expect(shares(ask([halves], known({ used: 0 })))).toEqual(["pay order.prepaid 1/1"]);
  });

  test("see a sum that is the same at both ends of a share and moves between them", () => {
    const valley = paying("rest: {rate: 50%, less: used.full}, half: {rate: 50%, part: used.full}");
    expect(neededOf(ask([valley], {}))).toEqual(["used.full"]);
    const gains = `facts:
  gain: {type: ratio, range: [-100%, 100%], zh-CN: 增, zh-TW: 增, en: the gain}
`;
    const dip = compiled(
      policyText(
        "  a: {why: too_late, give: " +
          "{rest: {rate: 40%, unused: gain}, half: {rate: 50%, part: gain}}}",
        "{rest: {pay: order.prepaid, max: 50%}, half: {pay: order.prepaid, max: 50%}}",
      ).replace("heads:", `${gains}heads:`),
    );
    expect(neededOf(ask([dip], {}))).toEqual(["gain"]);
    expect(shares(ask([dip], known({ gain: "-100%" })))).toEqual(["pay order.prepaid 1/2"]);
    expect(shares(ask([dip], known({ gain: 0 })))).toEqual(["pay order.prepaid 2/5"]);
    expect(shares(ask([dip], known({ gain: 1 })))).toEqual(["pay order.prepaid 1/2"]);
  });

  test("of which one rises with another share ask for that one alone", () => {
    const mixed = paying("rest: {rate: 100%, less: used.full}, half: {rate: 0%, part: used}");
    expect(neededOf(ask([mixed], {}))).toEqual(["used.full"]);
  });

  test("beside another document, the larger sum holds, and the smaller is told as one", () => {
    const beside = [paying("rest: 40%, half: 30%"), paying("rest: 65%, half: 0%", "more")];
    expect(shares(ask(beside, {}))).toEqual(["pay order.prepaid 7/10"]);
    expect(trace(beside, {})?.others).toEqual([
      { policy: "more@1", clause: "a", fraction: "13/20" },
    ]);
    expect(shares(ask(beside.toReversed(), {}))).toEqual(["pay order.prepaid 7/10"]);
  });

  test("that take are summed as well, and the smallest sum of all documents holds", () => {
    const heads = "{fee: {take: order.prepaid}, wear: {take: order.prepaid}}";
    const taking = (give: string, id: string) =>
      compiled(policyText(`  a: {give: {${give}}}`, heads).replace("id: test", `id: ${id}`));
    const both = [taking("fee: 10%, wear: 15%", "one"), taking("fee: 20%, wear: 1%", "two")];
    expect(shares(ask(both, {}))).toEqual(["take order.prepaid 21/100"]);
  });

  test("keep a floor by their sum", () => {
    const floor = compiled(`makegood: floor/1
id: floor
version: 4
heads: {pay: {pay: order.prepaid}}
clauses: {a1: {cite: art. 1, give: {pay: 80%}}}`);
    expect(trace([paying("rest: 50%, half: 30%"), floor], {})?.policy).toBe("test@1");
    expect(trace([paying("rest: 50%, half: 29%"), floor], {})?.policy).toBe("floor@4");
  });

  test("of a floor speak together, each where it speaks", () => {
    const floor = compiled(`makegood: floor/1
id: floor
version: 4
heads: {one: {pay: order.prepaid}, other: {pay: order.prepaid}}
clauses:
  a1: {when: {ended: yes}, cite: art. 1, give: {one: 20%}}
  a2: {when: {cause: trader}, cite: art. 2, give: {other: 30%}}`);
    const policy = compiled(policyText("  a: {give: {pay: 25%}}"));
    const answer = (ended: string, cause: string) =>
      shares(ask([policy, floor], known({ ended, cause })))[0];
    expect(answer("yes", "trader")).toBe("pay order.prepaid 1/2");
    expect(answer("yes", "none")).toBe("pay order.prepaid 1/4");
    expect(answer("no", "trader")).toBe("pay order.prepaid 3/10");
    expect(answer("no", "none")).toBe("pay order.prepaid 1/4");
    const parts = trace([policy, floor], { ended: "yes", cause: "trader" })?.parts;
    expect(parts?.map(({ clause, fraction }) => [clause, fraction])).toEqual([
      ["a1", "1/5"],
      ["a2", "3/10"],
    ]);
    const one = trace([policy, floor], { ended: "no", cause: "trader" })?.parts;
    expect(one?.map(({ head }) => head)).toEqual(["other"]);
  });

  test("above the base are a fault of the document, never an answer", () => {
    const decide = () => ask([paying("rest: 60%, half: 41%")], {});
    expect(decide).toThrow(PolicyFault);
    expect(decide).toThrow("above_base in policy `test@1`, `rest`: a 3/5, a 41/100");
    expect(shares(ask([paying("rest: 60%, half: 40%")], {}))).toEqual(["pay order.prepaid 1/1"]);
  });

  test("replay byte for byte", () => {
    for (const cause of ["trader", "none"]) {
      const decision = decided(ask([halves], known({ used: "1/3", cause })));
      expect(replay(decision, [halves])).toEqual({ same: true });
    }
    const decision = decided(ask([halves], known({ used: "1/3", cause: "none" })));
    const [head] = decision.heads;
    const items = head!.items.map((item) => ({ ...item, fraction: "1/1" }));
    const changed = { ...decision, heads: [{ ...head!, items }] };
    expect(replay(changed, [halves]).same).toBe(false);
  });
});

describe("two heads on one base in words", () => {
  const lines = (
    facts: Record<string, string | number>,
    language: "en" | "zh-CN" | "zh-TW" = "en",
  ) =>
    explainDecision(decided(ask([halves], known(facts))), [halves.document], language).flatMap(
      ({ items }) => items.flatMap(({ sentences }) => sentences.map(({ text }) => text)),
    );

  test("say what each gives", () => {
    expect(lines({ used: "1/4", cause: "trader" })).toEqual([
      "We pay back CNY 8.75 of the prepaid sum (CNY 10.00).",
      "Of this, CNY 7.50 follows from point 1 of “Refund of the prepaid sum” in “Back”, which " +
        "holds in every case.",
      "The sum: the prepaid sum (CNY 10.00); less CNY 2.50 (the part used), that leaves CNY 7.50.",
      "Of this, CNY 1.25 follows from point 1 of “Refund of the prepaid sum” in “Back”: the " +
        "fault is ours.",
      "The sum: the part used is 25%; 25% of the prepaid sum (CNY 10.00) is CNY 2.50, and 50% " +
        "of it is CNY 1.25.",
    ]);
    expect(lines({ used: "1/4", cause: "trader" }, "zh-CN")[1]).toBe(
      "其中7.50元依据《退》“退还the prepaid sum”第（一）项，任何情况下均如此办理。",
    );
    expect(lines({ used: "1/4", cause: "trader" }, "zh-TW")[3]).toBe(
      "其中人民幣 1.25 元依據《退還》「退還the prepaid sum」第（一）項：the fault is ours。",
    );
  });

  test("leave a head unsaid that gives nothing beside one that gives", () => {
    expect(lines({ used: "1/4", cause: "none" })).toEqual([
      "We pay back CNY 7.50 of the prepaid sum (CNY 10.00).",
      "This follows from point 1 of “Refund of the prepaid sum” in “Back”, which holds in " +
        "every case.",
      "The sum: the prepaid sum (CNY 10.00); less CNY 2.50 (the part used), that leaves CNY 7.50.",
    ]);
  });

  test("tell all grounds where nothing is given, and what would change it", () => {
    expect(lines({ used: "100%", cause: "none" })).toEqual([
      "We pay back nothing of the prepaid sum (CNY 10.00).",
      "This follows from point 1 of “Refund of the prepaid sum” in “Back”, which holds in " +
        "every case.",
      "The sum: the prepaid sum (CNY 10.00); less CNY 10.00 (the part used), nothing is left.",
      "This follows from point 2 of “Refund of the prepaid sum” in “Back”: nobody is at fault.",
      "The reason: the time is over.",
      "The reason: this is not covered.",
      "The result would differ if this could still be shown: the fault is ours.",
    ]);
  });
});
