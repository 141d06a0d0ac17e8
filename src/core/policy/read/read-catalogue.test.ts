import { describe, expect, test } from "vitest";
import { readCatalogue } from "./read-catalogue.ts";
import { catalogue, catalogueText, same } from "../testing/documents.ts";
import { problemsOf } from "../testing/told.ts";
import { tree } from "../testing/tree.ts";

describe("a catalogue", () => {
  const fact = (text: string) =>
    problemsOf(readCatalogue(tree(`makegood: catalogue/1\nfacts:\n  f: ${text}`)));

  test("is read with its facts, bases and reasons", () => {
    expect(catalogue.facts["since"]).toMatchObject({
      type: "duration",
      scope: "order",
      by: "event",
      burden: null,
      clock: { from: "order.paid_at", to: "claim.filed_at", count: null, first: null, roll: null },
      range: { from: { value: 0 }, to: { value: 94_608_000 } },
      say: { at_most: { en: "you ask within {v}" } },
      unit: null,
      attribute: false,
    });
    expect(catalogue.facts["day"]).toMatchObject({ daysOf: "since", atLeastFact: null });
    expect(catalogue.facts["used.full"]).toMatchObject({ atLeastFact: "used", derived: null });
    expect(catalogue.facts["cause"]).toMatchObject({
      by: "reviewer",
      burden: "merchant",
      proof: ["report"],
      unsaid: null,
    });
    expect(catalogue.facts["ended"]).toMatchObject({
      type: "flag",
      options: [{ name: "no" }, { name: "yes" }],
      text: { en: "the contract has ended" },
    });
    expect(catalogue.facts["wish"]).toMatchObject({ unsaid: "money" });
    expect(catalogue.facts["region"]).toMatchObject({ attribute: true });
    expect(catalogue.bases["return.freight"]).toMatchObject({ settles: "cash", constant: null });
    expect(catalogue.bases["order.prepaid"]).toMatchObject({ settles: "refund" });
    expect(catalogue.reasons["too_late"]).toEqual({
      code: "too_late",
      text: { "zh-CN": "the time is over", "zh-TW": "the time is over", en: "the time is over" },
    });
  });

  test("keeps what a derived fact reads and how its clock counts", () => {
    const text = `makegood: catalogue/1
facts:
  f: {type: days, range: [0d, 9d], derived: f@1, reads: [usage], ${same("f")}, 
    clock: {from: a, to: b, count: calendar_days, first: next_day, roll: off_holiday}}
  g: {type: flag, ${same("g")}, yes: {${same("y")}}, no: {${same("n")}}}`;
    const reading = readCatalogue(tree(text));
    expect(reading).toMatchObject({
      ok: true,
      value: {
        facts: {
          f: {
            derived: "f@1",
            reads: ["usage"],
            clock: {
              from: "a",
              to: "b",
              count: "calendar_days",
              first: "next_day",
              roll: "off_holiday",
            },
          },
          g: { text: { en: "g" } },
        },
        bases: {},
        reasons: {},
      },
    });
  });

  test.each([
    [`{${same("x")}}`, "3:6 missing_key `type`"],
    [
      `{type: money, ${same("x")}}`,
      "3:13 wrong_value `money` does not fit here: use one of duration, days",
    ],
    ["yes", "3:6 not_a_map `yes`"],
    [`{type: count, ${same("x")}}`, "3:6 missing_key `range`"],
    [`{type: count, range: [3, 1], ${same("x")}}`, "3:27 range_reversed"],
    [`{type: count, range: 3, ${same("x")}}`, "3:27 not_a_list `3`"],
    [`{type: days, range: [30d, 1mo], ${same("x")}}`, "3:26 range_reversed"],
    [`{type: count, range: [1, x], ${same("x")}}`, "3:31 not_a_count `x`"],
    ["{type: count, range: [1, 2], zh-CN: x, en: x}", "3:6 missing_language the text in zh-TW"],
    [`{type: count, range: [1, 2], ${same("x")}, yes: x}`, "unknown_key `yes`"],
    [`{type: count, range: [1, 2], ${same("x")}, by: robot}`, "wrong_value `robot`"],
    [`{type: count, range: [1, 2], ${same("x")}, scope: unit}`, "wrong_value `unit`"],
    [`{type: count, range: [1, 2], ${same("x")}, burden: court}`, "wrong_value `court`"],
    [`{type: count, range: [1, 2], ${same("x")}, attribute: maybe}`, "wrong_value `maybe`"],
    [`{type: count, range: [1, 2], ${same("x")}, say: {at: {${same("x")}}}}`, "unknown_key `at`"],
    [`{type: count, range: [1, 2], ${same("x")}, say: {at_most: {en: x}}}`, "missing_language"],
    [`{type: count, range: [1, 2], ${same("x")}, unit: {en: x}}`, "missing_language"],
    [`{type: count, range: [1, 2], ${same("x")}, clock: {from: x}}`, "missing_key `to`"],
    [
      `{type: count, range: [1, 2], ${same("x")}, at_least_fact: g}`,
      "unknown_fact `g` is no known fact: use one of the catalogue, or define it under `facts`",
    ],
    [`{type: count, range: [1, 2], ${same("x")}, days_of: f}`, "link_type_mismatch `f` and `f`"],
    [`{type: choice, ${same("x")}}`, "3:6 missing_key `of`"],
    [`{type: choice, of: {}, ${same("x")}}`, "3:25 empty `of`"],
    [`{type: choice, of: {a: {en: x}}, ${same("x")}}`, "missing_language the text in zh-CN"],
    [
      `{type: choice, of: {a: {${same("x")}}}, wish: true, ${same("x")}}`,
      "3:6 missing_key `unsaid`",
    ],
    [
      `{type: choice, of: {a: {${same("x")}}}, wish: true, unsaid: b, ${same("x")}}`,
      "wrong_value `b`",
    ],
    [
      `{type: choice, of: {a: {${same("x")}}}, unsaid: a, ${same("x")}}`,
      "missing_key `wish: true`",
    ],
    [`{type: flag, yes: {${same("x")}}}`, "3:6 missing_key `no`"],
    [`{type: flag, yes: {${same("x")}}, no: {${same("x")}}, en: x}`, "missing_language"],
  ])("fact: %s", (text, expected) => {
    expect(fact(text).join("\n")).toContain(expected);
  });

  test("days are linked with durations only", () => {
    const facts = (link: string) => `makegood: catalogue/1
facts:
  hours: {type: duration, range: [0s, 9h], ${same("x")}}
  f: {type: days, range: [0d, 9d], ${link}, ${same("x")}}`;
    expect(problemsOf(readCatalogue(tree(facts("days_of: hours"))))).toEqual([]);
    expect(problemsOf(readCatalogue(tree(facts("at_least_fact: hours"))))[0]).toContain(
      "link_type_mismatch `f` and `hours`",
    );
    expect(problemsOf(readCatalogue(tree(facts("days_of: f"))))[0]).toContain("link_type_mismatch");
  });

  test.each([
    [`{scope: town, ${same("x")}}`, "wrong_value `town`"],
    [`{settles: gold, ${same("x")}}`, "wrong_value `gold`"],
    [`{const: 20.00, ${same("x")}}`, "3:6 missing_key `currency`"],
    [
      `{const: 20.001, currency: CNY, ${same("x")}}`,
      "3:14 constant_base_currency `20.001` is no amount of `CNY`",
    ],
    [
      `{const: 20, currency: XXX, ${same("x")}}`,
      "constant_base_currency `20` is no amount of `XXX`",
    ],
    [
      `{const: {CNY: 20.00, JPY: 3.50}, ${same("x")}}`,
      "3:32 constant_base_currency `3.50` is no amount of `JPY`",
    ],
    [`{const: -20.00, currency: CNY, ${same("x")}}`, "constant_base_currency `-20.00`"],
    ["{scope: line}", "missing_language"],
  ])("base: %s", (text, expected) => {
    const reading = readCatalogue(tree(`makegood: catalogue/1\nbases:\n  b: ${text}`));
    expect(problemsOf(reading).join("\n")).toContain(expected);
  });

  test.each([
    ["makegood: policy/1", "1:11 wrong_value `policy/1` does not fit here: use one of catalogue/1"],
    ["facts: {}", "1:1 missing_key `makegood`"],
    ["makegood: catalogue/1\nheads: {}", "2:1 unknown_key `heads`"],
    ["makegood: catalogue/1\nreasons: {a: {en: x}}", "missing_language"],
  ])("%s", (text, expected) => {
    expect(problemsOf(readCatalogue(tree(text))).join("\n")).toContain(expected);
  });

  test("the catalogue of these tests has no faults", () => {
    expect(problemsOf(readCatalogue(tree(catalogueText)))).toEqual([]);
  });
});
