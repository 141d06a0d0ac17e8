import { describe, expect, test } from "vitest";
import { documentOf, policyText, same } from "../testing/documents.ts";
import { faults, heading } from "../testing/told.ts";

const clauses = (body: string, heads?: string) => faults(policyText(body, heads));
/** Codes with their places. */
const codes = (lines: readonly string[]) =>
  lines.map((line) => line.split(" ").slice(0, 2).join(" "));
const rest = "heads: {pay: {pay: order.prepaid}}\nclauses: {a: {give: {pay: 10%}}}";

describe("clauses are told what is wrong with them, and nothing twice", () => {
  test.each([
    ["  a: {give: {pay: [10%]}}", ["7:19 bad_amount"]],
    ["  a: {give: {pay: {less: used}}}", ["7:19 bad_amount"]],
    ["  a: {give: {pay: {rate: 90%}}}", ["7:19 bad_amount"]],
    ["  a: {give: {pay: {rate: [90%], less: used}}}", ["7:26 not_a_text"]],
    ["  a: {give: {pay: {rate: 90%, less: [used]}}}", ["7:37 not_a_text"]],
    ["  a: {give: {pay: {rate: 90%, less: usd}}}", ["7:37 unknown_fact"]],
    ["  a: {give: {pay: {rate: much, less: used}}}", ["7:26 not_a_ratio"]],
    ["  a: {give: [pay]}", ["7:13 not_a_map"]],
    ["  a: {give: {pay: 10%}, why: none}", ["7:30 unknown_reason"]],
    ["  a: {when: {day: unproven}, give: {pay: 10%}}", ["7:19 unproven_not_possible"]],
    ["  a: {when: {day: {unproven: 1}}, give: {pay: 10%}}", ["7:20 unknown_key"]],
    ["  a: {when: {day: {at_most: [7d]}}, give: {pay: 10%}}", ["7:29 not_a_text"]],
    [
      "  a: {when: {day: {at_least: 7d, at_most: $x}}, give: {pay: 10%}}",
      ["7:43 unknown_parameter"],
    ],
    [
      "  a: {when: {day: {at_least: 7d, less_than: 7d}}, give: {pay: 10%}}",
      ["7:19 empty_interval"],
    ],
    ["  a: {when: {day: {more_than: 7d, at_most: 7d}}, give: {pay: 10%}}", ["7:19 empty_interval"]],
    ["  a: {when: {day: {at_least: 7d, at_most: 7d}}, give: {pay: 10%}}", []],
    ["  a: {when: {cause: [none, nobody]}, give: {pay: 10%}}", ["7:28 unknown_option"]],
    ["  a: {when: {cause: true}, give: {pay: 10%}}", ["7:21 unknown_option"]],
    ["  a: {when: {ended: maybe}, give: {pay: 10%}}", ["7:21 unknown_option"]],
    ["  a: {when: {effect: {at_most: 50%}}, give: {pay: {rate: 100%, part: effect}}}", []],
    [
      "  a: {when: {effect: unproven}, give: {pay: {rate: 100%, part: effect}}}",
      ["7:3 amount_may_be_unproven"],
    ],
    ["  a: {give: {pay: 10%}}\n  Bad: {give: {pay: 10%}}", ["8:3 bad_name"]],
    ["  a: {over: [x, y], give: {pay: 10%}}", ["7:14 unknown_clause", "7:17 unknown_clause"]],
    ["  a: {over: x, give: {pay: 10%}}", ["7:13 unknown_clause"]],
    ["  a: {over: b, give: {pay: 10%}}\n  b: {over: a, give: {pay: 10%}}", ["7:13 override_cycle"]],
    [
      "  a: {give: {pay: 10%}}\n  b: {over: c, give: {pay: 10%}}\n  c: {over: b, give: {pay: 9%}}",
      ["8:13 override_cycle"],
    ],
  ])("%s", (body, expected) => {
    expect(codes(clauses(body))).toEqual(expected);
  });

  test("a circle leaves out the clauses that only lead to it", () => {
    const body = `  z: {over: [a], give: {pay: 10%}}
  a: {over: [b], give: {pay: 10%}}
  b: {over: [a], give: {pay: 10%}}`;
    expect(clauses(body)).toEqual([
      "8:14 override_cycle clauses override each other in a circle: a → b → a; remove one `over`",
    ]);
  });

  test("what pays nothing needs a reason only where the head pays", () => {
    const heads =
      "{pay: {pay: order.prepaid}, fee: {take: order.prepaid}, " +
      "sorry: {grant: points, of: order.prepaid, max: 250.5%, otherwise: none}}";
    expect(codes(clauses("  a: {give: {pay: 10%, fee: 0%, sorry: 0%}}", heads))).toEqual([]);
    expect(clauses("  a: {give: {fee: 0%, pay: 0%}}", heads)).toEqual([
      "7:3 missing_why clause `a` pays nothing for head `pay` and gives no reason: add `why`",
    ]);
    expect(clauses("  a: {give: {sorry: 251%}}", heads)).toEqual([
      "7:21 above_max 251% is above the maximum 250.5% of head `sorry`: " +
        "lower it, or give the head a `max`",
    ]);
    expect(codes(clauses("  a: {give: {sorry: 250.5%, pay: 100%}}", heads))).toEqual([]);
  });

  test("a head reads facts of the order and of its own scope", () => {
    const heads = "{price: {pay: line.paid}, face: {pay: packet.face}, pay: {pay: order.prepaid}}";
    const body = (head: string) => `  a: {when: {line.day: {at_most: 7d}}, give: {${head}: 10%}}`;
    expect(codes(clauses(body("price"), heads))).toEqual([]);
    expect(codes(clauses(body("pay"), heads))).toEqual(["7:3 scope_mismatch"]);
    expect(clauses(body("face"), heads)[0]).toContain(
      "head `face` is answered per packet and cannot read `line.day`, a fact per line",
    );
    expect(codes(clauses("  a: {when: {day: {at_most: 7d}}, give: {price: 10%}}", heads))).toEqual(
      [],
    );
  });
});

describe("heads are told what is wrong with them, and nothing twice", () => {
  const head = (text: string) =>
    codes(faults(`${heading}heads: ${text}\nclauses: {a: {give: {pay: 10%}}}`));

  test.each([
    ["{pay: [order.prepaid]}", ["4:14 not_a_map", "4:14 missing_key"]],
    ["{pay: {pay: [order.prepaid]}}", ["4:20 not_a_text"]],
    ["{pay: {grant: [voucher], of: order.prepaid}}", ["4:22 not_a_text"]],
    ["{pay: {pay: order.prepaid, max: 100%}}", []],
    ["{pay: {pay: order.prepaid, max: 100.1%}}", ["4:40 max_above_base"]],
    ["{pay: {grant: voucher, of: order.prepaid, max: 200%}}", []],
    ["{pay: {grant: voucher, of: order.prepaid}, too: {grant: points, of: order.prepaid}}", []],
    ["{pay: {pay: order.prepaid}, too: {take: order.prepaid}}", []],
    ["{pay: {pay: order.prepaid, otherwise: error}}", []],
    ["{pay: {pay: order.prepaid, otherwise: often}}", ["4:46 wrong_value"]],
    ["{pay: {grant: voucher, of: order.prepaid, otherwise: none}}", []],
  ])("%s", (text, expected) => {
    expect(head(text)).toEqual(expected);
  });

  test("a head may say that it falls silent in a floor alone", () => {
    const floor = (more: string) => `makegood: floor/1
id: test
version: 1
heads: {pay: {pay: order.prepaid${more}}}
clauses: {a: {cite: x, give: {pay: 0%}}}`;
    expect(faults(floor(", otherwise: silent"))).toEqual([]);
    expect(faults(floor(""))).toEqual([]);
    const document = documentOf(floor(""));
    expect(document.clauses[0]).toMatchObject({ cite: "x", why: null });
    expect(
      documentOf(`${heading}heads: {pay: {pay: order.prepaid}}
clauses: {a: {cite: y, give: {pay: 10%}}}`).clauses[0]?.cite,
    ).toBe("y");
  });
});

describe("parameters are told what is wrong with them, and nothing twice", () => {
  const parameter = (text: string) => faults(`${heading}params: {p: ${text}}\n${rest}`);

  test.each([
    ["[x]", ["4:13 not_a_map", "4:13 missing_key", "4:13 missing_key", "4:13 missing_key"]],
    ["{of: [day], range: [0d, 1d], default: 1d}", ["4:18 not_a_text"]],
    ["{of: dya, range: [0d, 1d], default: 1d}", ["4:18 unknown_fact"]],
    ["{of: day, range: [0d, 1d], default: [1d]}", ["4:49 not_a_text"]],
    ["{of: day, range: [0d, 1d], default: 1h}", ["4:49 not_a_days"]],
    ["{of: day, range: [0d, 1d]}", ["4:13 missing_key"]],
    ["{range: [0d, 1d], default: 1d}", ["4:13 missing_key"]],
    ["{of: day, range: [0d, 1096d], default: 1d}", ["4:30 out_of_range"]],
    ["{of: day, range: [0d, 1096d], default: 1097d}", ["4:30 out_of_range"]],
    ["{choice: [a, b]}", ["4:13 missing_key"]],
    ["{choice: [a, b], default: [a]}", ["4:39 not_a_text"]],
  ])("%s", (text, expected) => {
    expect(codes(parameter(text))).toEqual(expected);
  });

  test("one of a listed fact is told its options", () => {
    expect(parameter("{of: cause, range: [0d, 1d], default: 1d}")).toEqual([
      "4:18 fact_is_listed `cause` has options and no order: name options instead, " +
        "such as none, trader, breach",
    ]);
  });

  test("a condition on a choice names at least one of its options", () => {
    const text = (
      options: string,
    ) => `${heading}params: {mode: {choice: [keep, drop], default: keep}}
heads: {pay: {pay: order.prepaid}}
clauses: {a: {when: {mode: ${options}}, give: {pay: 10%}}}`;
    expect(faults(text("[]"))).toEqual(["6:28 empty `mode` is empty: write at least one entry"]);
    expect(faults(text("keep"))).toEqual([]);
    expect(faults(text("[keep, drp]"))).toEqual([
      "6:35 unknown_option `drp` is no option of `mode`: did you mean `drop`?",
    ]);
  });

  test("one that is not there is told the nearest", () => {
    const text = `${heading}params: {notice: {of: day, range: [0d, 9d], default: 1d}}
heads: {pay: {pay: order.prepaid}}
clauses: {a: {when: {day: {at_most: $notise}}, give: {pay: 10%}}}`;
    expect(faults(text)).toEqual([
      "6:37 unknown_parameter `notise` is no parameter: did you mean `notice`? " +
        "Otherwise define it under `params`",
    ]);
  });
});

describe("a document is told what is wrong with it, and nothing twice", () => {
  test.each([
    ["makegood: policy/2", ["1:11 wrong_kind_of_file"]],
    [`${heading}heads: {pay: {pay: order.prepaid}}`, ["1:1 missing_key"]],
    [`${heading}clauses: {}`, ["1:1 missing_key"]],
    [`makegood: policy/1\nid: [test]\nversion: 1\n${rest}`, ["2:5 not_a_text"]],
    [`makegood: policy/1\nid: test\nversion: [1]\n${rest}`, ["3:10 not_a_text"]],
    [`makegood: policy/1\nid: test\nversion: 1a\n${rest}`, ["3:10 not_a_version"]],
    [`makegood: policy/1\nid: test\nversion: 1234567890\n${rest}`, ["3:10 not_a_version"]],
    [`${heading}binds: [consumer, all]\n${rest}`, ["4:19 wrong_value"]],
    [`${heading}assume: {x: {never: [ended]}}\n${rest}`, ["4:21 not_a_map"]],
    [`${heading}promises: {time: {pay: {never_rises: dya}}}\n${rest}`, ["4:38 unknown_fact"]],
    [`${heading}promises: {time: {pya: {never_rises: day}}}\n${rest}`, ["4:19 unknown_head"]],
    [`${heading}promises: {time: {pay: {rises: day}}}\n${rest}`, ["4:25 unknown_key"]],
    [
      `${heading}promises: {time: {pay: {never_rises: cause}}}\n${rest}`,
      ["4:38 promise_not_ordered"],
    ],
    [`${heading}reasons: [x]\n${rest}`, ["4:10 not_a_map"]],
  ])("%s", (text, expected) => {
    expect(codes(faults(text))).toEqual(expected);
  });

  test("with what would do instead", () => {
    expect(faults("makegood: policy/2")).toEqual([
      expect.stringContaining("write policy/1, floor/1"),
    ]);
    expect(faults(`${heading}binds: [all]\n${rest}`)).toEqual([
      "4:9 wrong_value `all` does not fit here: use one of consumer, business",
    ]);
    const name = "x".repeat(60);
    expect(faults(`${heading}use: [${name}]\n${rest}`)[0]).toContain(`\`${name}\``);
    expect(faults(`${heading}${"A".repeat(61)}: x\n${rest}`)).toHaveLength(1);
    const long = `  ${"A".repeat(70)}: {give: {pay: 10%}}`;
    expect(clauses(long)[0]).toContain(`\`${"A".repeat(60)}\``);
  });

  test("names of its own join those of the catalogue", () => {
    const document = documentOf(
      `${heading}answers: [cancel, refund]
binds: [business]
facts: {mine: {type: flag, yes: {${same("yes")}}, no: {${same("no")}}}}
reasons: {mine: {${same("a reason")}}}
heads: {pay: {pay: order.prepaid}}
clauses: {a: {when: {mine: [yes, no]}, why: mine, give: {pay: 0%}}}`,
    );
    expect(document.answers).toEqual(["cancel", "refund"]);
    expect(document.binds).toEqual(["business"]);
    expect(document.facts["mine"]?.text.en).toBe("yes");
    expect(document.clauses[0]).toMatchObject({
      why: "mine",
      when: [{ kind: "options", fact: "mine", options: ["yes", "no"], unproven: false }],
    });
    expect(document.reasons["mine"]).toEqual({
      code: "mine",
      text: { "zh-CN": "a reason", "zh-TW": "a reason", en: "a reason" },
    });
  });

  test("what is unproven stands beside the options of a fact", () => {
    const heads = "{price: {pay: line.paid}}";
    const text = policyText("  a: {when: {defect: [none, unproven]}, give: {price: 10%}}", heads);
    expect(documentOf(text).clauses[0]?.when).toEqual([
      { kind: "options", fact: "defect", options: ["none"], unproven: true },
    ]);
    const effect = documentOf(policyText("  a: {when: {effect: unproven}, give: {pay: 10%}}"));
    expect(effect.clauses[0]?.when).toEqual([
      { kind: "options", fact: "effect", options: [], unproven: true },
    ]);
  });
});
