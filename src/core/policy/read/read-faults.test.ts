import { describe, expect, test } from "vitest";
import { policyText, same } from "../testing/documents.ts";
import { faults, heading } from "../testing/told.ts";

/** Faults of a policy whose clauses begin on line 7, column 1. */
function clauseFaults(body: string, heads?: string): string[] {
  return faults(policyText(body, heads));
}

describe("a fault is told with its place and remedy", () => {
  test.each([
    [
      "  a: {when: {sinc: {at_most: 72h}}, give: {pay: 100%}}",
      "7:14 unknown_fact `sinc` is no known fact: did you mean `since`? " +
        "Otherwise define it under `facts`",
    ],
    [
      "  a: {when: {since: {at_most: 7mo}}, give: {pay: 100%}}",
      "7:31 not_a_duration `7mo` is no duration, and `since` is compared with durations: " +
        "write 72h, 90min or 30s",
    ],
    [
      "  a: {when: {day: {at_most: 72h}}, give: {pay: 100%}}",
      "7:29 not_a_days `72h` is no number of days, and `day` counts days: " +
        "write 7d, 3mo or 12mo+14d",
    ],
    [
      "  a: {when: {used: {at_most: 7d}}, give: {pay: 100%}}",
      "7:30 not_a_ratio `7d` is no share, and `used` is compared with shares: " +
        "write 90%, 0.5 or 2/3",
    ],
    [
      "  a: {when: {cycles: {at_most: 7d}}, give: {pay: 100%}}",
      "7:32 not_a_count `7d` is no count, and `cycles` is compared with counts: " +
        "write a whole number such as 3",
    ],
    [
      "  a: {when: {day: {at_most: 1096d}}, give: {pay: 100%}}",
      "7:29 out_of_range `1096d` is out of range: `day` runs from 0d to 1095d, " +
        "so write a value among them",
    ],
    [
      "  a: {when: {day: {under: 7d}}, give: {pay: 100%}}",
      "7:20 unknown_key `under` means nothing here: use one of at_most, more_than, " +
        "less_than, at_least",
    ],
    [
      "  a: {when: {day: 7d}, give: {pay: 100%}}",
      "7:19 fact_is_ordered `day` is compared by size: write {at_most: …}, {more_than: …}, " +
        "{less_than: …} or {at_least: …}",
    ],
    [
      "  a: {when: {day: {}}, give: {pay: 100%}}",
      "7:19 empty `day` is empty: write at least one entry",
    ],
    [
      "  a: {when: {cause: {at_most: 1}}, give: {pay: 100%}}",
      "7:21 fact_is_listed `cause` has options and no order: name options instead, " +
        "such as none, trader, breach",
    ],
    [
      "  a: {when: {cause: [trder, none]}, give: {pay: 100%}}",
      "7:22 unknown_option `trder` is no option of `cause`: did you mean `trader`?",
    ],
    [
      "  a: {when: {cause: []}, give: {pay: 100%}}",
      "7:21 empty `cause` is empty: write at least one entry",
    ],
    [
      "  a: {when: {cause: unproven}, give: {pay: 100%}}",
      "7:21 unproven_not_possible `cause` is never `unproven`: " +
        "only a fact whose burden is the customer's can be",
    ],
    [
      "  a: {when: {used: unproven}, give: {pay: 100%}}",
      "7:20 unproven_not_possible `used` is never `unproven`: " +
        "only a fact whose burden is the customer's can be",
    ],
    [
      "  a: {when: {day: {at_least: 7d, more_than: 8d}}, give: {pay: 100%}}",
      "7:19 two_bounds_one_side `day` has two limits on the same side: keep one of them",
    ],
    [
      "  a: {when: {day: {at_most: 7d, less_than: 8d}}, give: {pay: 100%}}",
      "7:19 two_bounds_one_side `day` has two limits on the same side: keep one of them",
    ],
    [
      "  a: {when: {day: {more_than: 7d, at_most: 7d}}, give: {pay: 100%}}",
      "7:19 empty_interval no value of `day` lies between 7d and 7d: correct one of them",
    ],
    [
      "  a: {when: {day: {at_least: 9d, less_than: 7d}}, give: {pay: 100%}}",
      "7:19 empty_interval no value of `day` lies between 9d and 7d: correct one of them",
    ],
    [
      "  a: {when: {day: {at_most: $notice}}, give: {pay: 100%}}",
      "7:29 unknown_parameter `notice` is no parameter: define it under `params`",
    ],
    [
      "  a: {give: {pya: 100%}}",
      "7:14 unknown_head `pya` is no head of this document: did you mean `pay`?",
    ],
    [
      "  a: {give: {pay: lots}}",
      "7:19 not_a_ratio `lots` is no share, and `give` is compared with shares: write 90%, " +
        "0.5 or 2/3",
    ],
    [
      "  a: {give: {pay: {rate: 90%, minus: used}}}",
      "7:19 bad_amount `{…}` is no amount: write 90%, or {rate: 100%, less: fact}, " +
        "with unused or part instead of less",
    ],
    [
      "  a: {give: {pay: {rate: 90%, less: day}}}",
      "7:37 fact_not_ratio `day` is no share and cannot be part of an amount: use a fact of " +
        "type ratio",
    ],
    [
      "  a: {give: {pay: -5%}}",
      "7:19 bad_amount `-5%` is no amount: write 90%, or {rate: 100%, less: fact}, with " +
        "unused or part instead of less",
    ],
    [
      "  a: {give: {pay: 102.5%}}",
      "7:19 above_max 102.5% is above the maximum 100% of head `pay`: " +
        "lower it, or give the head a `max`",
    ],
    ["  a: {give: {}}", "7:13 empty `give` is empty: write at least one entry"],
    ["  a: {when: {}}", "7:6 missing_key `give` is missing: add it"],
    [
      "  a: {give: {pay: 0%}}",
      "7:3 missing_why clause `a` pays nothing for head `pay` and gives no reason: add `why`",
    ],
    [
      "  a: {why: to_late, give: {pay: 0%}}",
      "7:12 unknown_reason `to_late` is no known reason: did you mean `too_late`? " +
        "Otherwise define it under `reasons`",
    ],
    [
      "  a: {over: [b], give: {pay: 100%}}",
      "7:14 unknown_clause `b` is no clause of this document: name one that it has",
    ],
    [
      "  a: {over: a, give: {pay: 100%}}",
      "7:13 override_cycle clauses override each other in a circle: a → a; remove one `over`",
    ],
    [
      "  a: {when: {defect: none}, give: {pay: 100%}}",
      "7:3 scope_mismatch head `pay` is answered per order and cannot read `defect`, " +
        "a fact per line: use a derived fact of the order, or split the clause",
    ],
    [
      "  a: {give: {pay: {rate: 100%, part: effect}}}",
      "7:3 amount_may_be_unproven `effect` can stay unproven, and clause `a` computes with it: " +
        "bound it under `when`",
    ],
    [
      "  a: {give: {pay: 100%}}\n  a: {give: {pay: 90%}}",
      "8:3 duplicate_key `a` stands here twice: remove one of the two",
    ],
    [
      "  A: {give: {pay: 100%}}",
      "7:3 bad_name `A` cannot be a name: begin with a small letter and use small letters, " +
        "digits, dots, underscores and hyphens, at most 60 characters",
    ],
    [
      "  a: [pay]",
      "7:6 not_a_map `[…]` stands where keys with values belong: write `key: value` lines",
    ],
    [
      "  a: {over: {b: c}, give: {pay: 100%}}",
      "7:13 not_a_list `{…}` stands where a list belongs: write `[one, two]`",
    ],
    [
      "  a: {why: [x], give: {pay: 100%}}",
      "7:12 not_a_text `[…]` stands where a single value belongs: write one value",
    ],
  ])("%s", (body, expected) => {
    expect(clauseFaults(body).join("\n")).toContain(expected);
  });

  test("a circle of overrides is told once, from the clause that stands first", () => {
    const body = `  a: {over: [c], give: {pay: 100%}}
  b: {over: [a], give: {pay: 100%}}
  c: {over: [b], give: {pay: 100%}}
  d: {over: [a, b], give: {pay: 100%}}`;
    expect(clauseFaults(body)).toEqual([
      "7:14 override_cycle clauses override each other in a circle: a → c → b → a; " +
        "remove one `over`",
    ]);
  });

  test("an override of a clause without a common head is told where it stands", () => {
    const heads = "{pay: {pay: order.prepaid}, ship: {pay: order.shipping}}";
    const body = `  a: {give: {pay: 100%}}
  b: {over: [a, c], give: {ship: 100%}}
  c: {give: {pay: 100%, ship: 90%}}`;
    expect(clauseFaults(body, heads)).toEqual([
      "8:14 override_apart `b` and `a` share no head, so nothing is overridden: " +
        "remove `a` from `over`",
    ]);
  });

  test.each([
    [
      "{pay: {pay: order.prepayed}}",
      "4:20 unknown_base `order.prepayed` is no known money base: did you mean `order.prepaid`?",
    ],
    ["{pay: {max: 90%}}", "4:14 missing_key `pay` is missing: add it"],
    [
      "{pay: {pay: order.prepaid, max: 120%}}",
      "4:40 max_above_base max 120% is above 100%: only a grant may exceed its base",
    ],
    [
      "{pay: {pay: order.prepaid, otherwise: none}}",
      "4:46 otherwise_none `otherwise: none` is for grants only: write a clause for every " +
        "case instead",
    ],
    [
      "{pay: {take: order.prepaid, otherwise: silent}}",
      "4:47 otherwise_silent `otherwise: silent` is for floors only: write a clause for " +
        "every case instead",
    ],
    [
      "{pay: {grant: voucher, of: order.prepaid}, too: {grant: voucher, of: order.prepaid}}",
      "4:51 same_head heads `too` and `pay` grant the same thing on the same base, and only the " +
        "larger would hold: make them one head",
    ],
    [
      "{pay: {grant: cash, of: order.prepaid}}",
      "4:22 wrong_value `cash` does not fit here: use one of voucher, points",
    ],
    ["{pay: {grant: voucher}}", "4:14 missing_key `of` is missing: add it"],
    [
      "{pay: {pay: order.prepaid, take: order.prepaid}}",
      "4:35 unknown_key `take` means nothing here: use one of pay, max, otherwise",
    ],
    [
      "{pay: {pay: order.prepaid, max: much}}",
      "4:40 not_a_ratio `much` is no share, and `pay` is compared with shares: write 90%, " +
        "0.5 or 2/3",
    ],
  ])("heads: %s", (heads, expected) => {
    const text = `${heading}heads: ${heads}\nclauses:\n  a: {give: {pay: 100%}}`;
    expect(faults(text).join("\n")).toContain(expected);
  });

  test.each([
    ["notice: {of: dya, range: [0d, 60d], default: 15d}", "4:23 unknown_fact"],
    ["notice: {of: cause, range: [0d, 60d], default: 15d}", "4:23 fact_is_listed"],
    ["notice: {of: day, range: [0d, 2000d], default: 15d}", "4:35 out_of_range `2000d`"],
    [
      "notice: {of: day, range: [0d, 60d], default: 61d}",
      "4:55 out_of_range `61d` is out of range: `notice` runs from 0d to 60d",
    ],
    [
      "notice: {of: day, range: [60d, 0d], default: 15d}",
      "4:35 range_reversed the range from 60d to 0d",
    ],
    ["notice: {of: day, range: [60d], default: 60d}", "4:35 not_a_list"],
    ["notice: {of: day, default: 60d}", "4:18 missing_key `range`"],
    ["notice: {of: day, range: [0d, 60d]}", "4:18 missing_key `default`"],
    ["notice: {of: day, range: [0h, 60d], default: 3d}", "4:36 not_a_days `0h`"],
    [
      "mode: {choice: [keep, linear], default: line}",
      "4:50 wrong_value `line` does not fit here: use one of keep, linear",
    ],
    ["mode: {choice: [], default: line}", "4:16 empty `choice` is empty"],
    ["mode: {choice: [Keep, low], default: low}", "4:26 bad_name `Keep`"],
  ])("params: %s", (params, expected) => {
    const rest = "heads: {pay: {pay: order.prepaid}}\nclauses: {a: {give: {pay: 100%}}}";
    const text = `${heading}params: {${params}}\n${rest}`;
    expect(faults(text).join("\n")).toContain(expected);
  });

  test("a parameter of another fact, and a choice parameter as a constant", () => {
    const params =
      "params: {notice: {of: day, range: [0d, 60d], default: 15d}, " +
      "mode: {choice: [a], default: a}}\n";
    const clauses = `heads: {pay: {pay: order.prepaid}}\nclauses:
  a: {when: {since: {at_most: $notice}, mode: b}, give: {pay: 100%}}
  b: {when: {day: {at_most: $mode}}, give: {pay: 100%}}`;
    expect(faults(heading + params + clauses)).toEqual([
      "7:31 parameter_of_other_fact parameter `notice` is for `day`, not for `since`: " +
        "use one of `since` or a constant",
      "7:47 unknown_option `b` is no option of `mode`: use one of a",
      "8:29 parameter_of_other_fact parameter `mode` is for `choice`, not for `day`: " +
        "use one of `day` or a constant",
    ]);
  });

  test.each([
    ["[]", "1:1 not_a_map"],
    ["id: test", "1:1 missing_key `makegood` is missing"],
    ["makegood: policy/2", "1:11 wrong_kind_of_file `policy/2` is no"],
    ["makegood: policy/1", "1:1 missing_key `id`"],
    ["makegood: policy/1\nid: Test", "2:5 bad_name `Test`"],
    ["makegood: policy/1\nversion: 0", "2:10 not_a_version `0` is no version"],
    ["makegood: policy/1\nversion: 1.5", "2:10 not_a_version `1.5`"],
    ["makegood: policy/1\ntitle: {en: x}", "2:8 missing_language the text in zh-CN is missing"],
    ["makegood: policy/1\nbinds: [everyone]", "2:9 wrong_value `everyone`"],
    ["makegood: policy/1\nuse: [dya]", "2:7 unknown_fact `dya`"],
    ["makegood: policy/1\nverified: yes", "2:1 unknown_key `verified`"],
    ["makegood: floor/1\nparams: {}", "2:1 unknown_key `params`"],
    ["makegood: policy/1\nassume: {a: {when: {}}}", "2:13 missing_key `never`"],
    ["makegood: policy/1\nassume: {a: {never: {x: yes}}}", "2:22 unknown_fact `x`"],
    ["makegood: policy/1\npromises: {blind_to: [x]}", "2:23 unknown_fact `x`"],
    ["makegood: policy/1\npromises: {time: {x: {never_rises: [day]}}}", "2:19 unknown_head `x`"],
    [
      "makegood: policy/1\nheads: {p: {pay: order.prepaid}}\npromises: {time: {p: " +
        "{never_falls: cause}}}",
      "3:36 promise_not_ordered `cause` has no order",
    ],
    ["makegood: policy/1\npromises: {always: yes}", "2:12 unknown_key `always`"],
    [`makegood: policy/1\nreasons: {too_late: {${same("x")}}}`, "2:11 name_taken `too_late`"],
    [`makegood: policy/1\nbases: {line.paid: {${same("x")}}}`, "2:9 name_taken `line.paid`"],
    [
      `makegood: policy/1\nfacts: {day: {type: count, range: [0, 1], ${same("x")}}}`,
      "2:9 name_taken `day`",
    ],
    [
      "makegood: policy/1\nid: constructor\nheads: {a: {pay: constructor}}",
      "3:18 unknown_base `constructor`",
    ],
    ["makegood: policy/1\nuse: constructor", "2:6 unknown_fact `constructor`"],
  ])("%s", (text, expected) => {
    expect(faults(text).join("\n")).toContain(expected);
  });

  test("all faults come at once, in the order of the text", () => {
    const body = `  b: {when: {sinc: {at_most: 72h}, cause: nobody}, give: {pya: 100%}}
  a: {give: {pay: 0%}}`;
    const codes = clauseFaults(body).map((line) => line.split(" ").slice(0, 2).join(" "));
    expect(codes).toEqual([
      "7:14 unknown_fact",
      "7:43 unknown_option",
      "7:59 unknown_head",
      "8:3 missing_why",
    ]);
  });

  test("a long value is quoted in part", () => {
    const text = clauseFaults(`  a: {give: {pay: ${"x".repeat(100)}}}`)[0] ?? "";
    expect(text).toContain(`\`${"x".repeat(60)}…\``);
  });
});
