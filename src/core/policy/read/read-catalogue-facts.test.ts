import { describe, expect, test } from "vitest";
import type { Fact } from "../model.ts";
import { readCatalogue } from "./read-catalogue.ts";
import { same } from "../testing/documents.ts";
import { problemsOf } from "../testing/told.ts";
import { tree } from "../testing/tree.ts";

const textOf = (fact: string) => `makegood: catalogue/1\nfacts:\n  f: ${fact}`;

function factOf(fact: string): Fact {
  const reading = readCatalogue(tree(textOf(fact)));
  const read = reading.ok ? reading.value.facts["f"] : undefined;
  if (read === undefined) throw new Error(problemsOf(reading).join("\n"));
  return read;
}

/** Codes with their places and the values that stand in the sentence. */
const faults = (fact: string) => problemsOf(readCatalogue(tree(textOf(fact))));
const codes = (fact: string) => faults(fact).map((line) => line.split(" ").slice(0, 2).join(" "));

const texts = { "zh-CN": "x", "zh-TW": "x", en: "x" };

describe("a fact with an order", () => {
  test("has everything that it says", () => {
    expect(
      factOf(`{type: count, scope: packet, by: reviewer, proof: [photo, report], burden: merchant,
    range: [3, 3], unit: {${same("x")}}, say: {at_least: {${same("x")}}, less_than: {${same("x")}}},
    ${same("x")}}`),
    ).toEqual({
      name: "f",
      type: "count",
      scope: "packet",
      by: "reviewer",
      proof: ["photo", "report"],
      burden: "merchant",
      derived: null,
      reads: [],
      clock: null,
      attribute: false,
      brief: {},
      text: texts,
      asked: texts,
      found: texts,
      range: {
        from: { kind: "whole", value: 3, text: "3" },
        to: { kind: "whole", value: 3, text: "3" },
      },
      say: { at_least: texts, less_than: texts },
      sayWhole: {},
      seen: null,
      beforeStart: null,
      rest: null,
      unit: texts,
      atLeastFact: null,
      daysOf: null,
    });
  });

  test("may say what is usual, and whatever says the same", () => {
    const said = factOf(
      `{type: count, scope: order, by: event, burden: none, attribute: no,
    range: [0, 1], ${same("x")}}`,
    );
    expect(said).toMatchObject({ scope: "order", by: "event", burden: null, attribute: false });
    expect(factOf(`{type: count, range: [0, 1], ${same("x")}}`)).toEqual(said);
    const customer = `{type: count, by: customer, burden: customer, range: [0, 1], ${same("x")}}`;
    expect(factOf(customer)).toMatchObject({ by: "customer", burden: "customer", scope: "order" });
    const trait = `{type: count, attribute: true, range: [0, 1], ${same("x")}}`;
    expect(factOf(trait).attribute).toBe(true);
    const none = `{type: count, attribute: false, range: [0, 1], ${same("x")}}`;
    expect(factOf(none).attribute).toBe(false);
  });

  test("is told what is wrong with it, and nothing twice", () => {
    expect(codes("{type: count, range: [1, 2], zh-CN: x, en: x}")).toEqual([
      "3:6 missing_language",
    ]);
    expect(codes(`{type: count, ${same("x")}}`)).toEqual(["3:6 missing_key"]);
    expect(codes(`{type: count, range: [[1], 2], ${same("x")}}`)).toEqual(["3:28 not_a_text"]);
    expect(codes("{type: money}")).toEqual(["3:13 wrong_value"]);
    expect(codes("[count]")).toEqual(["3:6 not_a_map", "3:6 missing_key"]);
    expect(codes(`{type: count, range: [1, 2], clock: {from: [a], to: b}, ${same("x")}}`)).toEqual([
      "3:49 not_a_text",
    ]);
    expect(codes(`{type: count, range: [1, 2], clock: {to: b}, ${same("x")}}`)).toEqual([
      "3:42 missing_key",
    ]);
    expect(faults(`{type: count, range: [1, 2], burden: court, ${same("x")}}`)).toEqual([
      "3:43 wrong_value `court` does not fit here: use one of customer, merchant, none",
    ]);
    expect(faults(`{type: count, range: [1, 2], by: robot, ${same("x")}}`)).toEqual([
      "3:39 wrong_value `robot` does not fit here: use one of event, customer, reviewer",
    ]);
    expect(faults(`{type: count, range: [1, 2], attribute: maybe, ${same("x")}}`)).toEqual([
      "3:46 wrong_value `maybe` does not fit here: use one of yes, no, true, false",
    ]);
  });
});

describe("a choice", () => {
  test("has its options in their order, and a wish what it is while unsaid", () => {
    const options = `{north: {${same("x")}}, south: {${same("x")}}}`;
    expect(factOf(`{type: choice, of: ${options}, ${same("x")}}`)).toEqual({
      name: "f",
      type: "choice",
      scope: "order",
      by: "event",
      proof: [],
      burden: null,
      derived: null,
      reads: [],
      clock: null,
      attribute: false,
      brief: {},
      text: texts,
      options: [
        { name: "north", text: texts, asked: texts, found: texts },
        { name: "south", text: texts, asked: texts, found: texts },
      ],
      asked: texts,
      found: texts,
      unsaid: null,
    });
    const wish = factOf(
      `{type: choice, of: ${options}, wish: yes, unsaid: south, by: customer, ${same("x")}}`,
    );
    expect(wish).toMatchObject({ unsaid: "south", by: "customer" });
  });

  test("is told what is wrong with it, and nothing twice", () => {
    expect(codes("{type: choice, of: {a: {en: x}}, zh-CN: x, zh-TW: x, en: x}")).toEqual([
      "3:25 empty",
      "3:29 missing_language",
      "3:29 missing_language",
    ]);
    expect(codes(`{type: choice, of: {}, wish: yes, ${same("x")}}`)).toEqual(["3:25 empty"]);
  });
});

describe("the voices of a fact", () => {
  const said = (text: string) => ({ "zh-CN": text, "zh-TW": text, en: text });

  test("are what the customer is asked, what the reviewer establishes, and the terms", () => {
    const fact = factOf(`{type: choice, ${same("the cause")},
      asked: {${same("what happened?")}}, found: {${same("what was found")}}, of: {
      breach: {${same("we broke it")}, asked: {${same("the shop broke it")}},
        found: {${same("the merchant broke it")}}},
      yours: {${same("you broke it")}, asked: none, found: {${same("the customer broke it")}}},
      none: {${same("nobody did")}}}}`);
    expect(fact).toMatchObject({
      text: said("the cause"),
      asked: said("what happened?"),
      found: said("what was found"),
      options: [
        { asked: said("the shop broke it"), found: said("the merchant broke it") },
        { asked: null, found: said("the customer broke it") },
        { asked: said("nobody did"), found: said("nobody did") },
      ],
    });
  });

  test("of a flag stand with its answers, of a number with itself", () => {
    const yes = `{${same("you used it")}, asked: {${same("I used it")}}}`;
    const flag = `{type: flag, yes: ${yes}, no: {${same("unused")}, asked: none}}`;
    expect(factOf(flag)).toMatchObject({
      asked: said("you used it"),
      options: [{ asked: null }, { asked: said("I used it"), found: said("you used it") }],
    });
    const count = `{type: count, range: [1, 2], ${same("uses")}, found: {${same("its uses")}}}`;
    expect(factOf(count)).toMatchObject({ asked: said("uses"), found: said("its uses") });
  });

  test("are texts in every language, or none", () => {
    expect(codes(`{type: count, range: [1, 2], ${same("x")}, asked: {en: x}}`)).toEqual([
      "3:75 missing_language",
      "3:75 missing_language",
    ]);
    const never = `{type: choice, ${same("x")}, of: {a: {${same("x")}, found: none}}}`;
    expect(codes(never)).toContain("3:103 not_a_map");
    expect(codes(`{type: count, range: [1, 2], ${same("x")}, asked: none}`)).toContain(
      "3:75 not_a_map",
    );
  });
});

describe("a flag", () => {
  const yes = '{zh-CN: "是", zh-TW: "是的", en: "yes"}';
  const no = '{zh-CN: "否", zh-TW: "否的", en: "no"}';

  test("has the options `no` and `yes`, and is named by what `yes` says", () => {
    expect(factOf(`{type: flag, yes: ${yes}, no: ${no}, burden: customer}`)).toMatchObject({
      type: "flag",
      options: [
        { name: "no", text: { "zh-CN": "否", "zh-TW": "否的", en: "no" } },
        { name: "yes", text: { "zh-CN": "是", "zh-TW": "是的", en: "yes" } },
      ],
      text: { "zh-CN": "是", "zh-TW": "是的", en: "yes" },
      unsaid: null,
      burden: "customer",
    });
    expect(factOf(`{type: flag, yes: ${yes}, no: ${no}, ${same("x")}}`).text).toEqual(texts);
  });

  test("may be a wish", () => {
    expect(factOf(`{type: flag, yes: ${yes}, no: ${no}, wish: yes, unsaid: no}`)).toMatchObject({
      unsaid: "no",
    });
  });

  test("is told what is wrong with it, and nothing twice", () => {
    expect(faults(`{type: flag, yes: ${yes}}`)).toEqual([
      "3:6 missing_key `no` is missing: add it",
    ]);
    expect(faults(`{type: flag, no: ${no}}`)).toEqual(["3:6 missing_key `yes` is missing: add it"]);
    expect(codes(`{type: flag, yes: ${yes}, no: {en: x, zh-CN: x}}`)).toHaveLength(1);
    expect(codes(`{type: flag, yes: {en: x, zh-CN: x}, no: ${no}}`)).toHaveLength(1);
    expect(codes(`{type: flag, yes: ${yes}, no: ${no}, en: x, zh-CN: x}`)).toEqual([
      "3:6 missing_language",
    ]);
    expect(codes("{type: flag, wish: yes}")).toEqual(["3:6 missing_key", "3:6 missing_key"]);
  });
});

describe("bases and reasons", () => {
  const read = (text: string) => readCatalogue(tree(`makegood: catalogue/1\n${text}`));

  test("are read under their names", () => {
    expect(
      read(`bases:
  a: {scope: order, settles: refund, ${same("x")}}
  b: {scope: packet, settles: grant, const: 0.00, currency: CNY, ${same("x")}}
reasons:
  late: {${same("x")}}`),
    ).toEqual({
      ok: true,
      value: {
        facts: {},
        bases: {
          a: {
            ...{ name: "a", scope: "order", settles: "refund", constant: null },
            ...{ brief: null, text: texts },
          },
          b: {
            name: "b",
            scope: "packet",
            settles: "grant",
            constant: { CNY: 0 },
            brief: null,
            text: texts,
          },
        },
        reasons: { late: { code: "late", text: texts } },
      },
    });
  });

  test("are told what is wrong with them", () => {
    expect(
      problemsOf(read("bases: {a: {const: 1.00, currency: [CNY], zh-CN: x, zh-TW: x, en: x}}")),
    ).toEqual(["2:36 not_a_text `[…]` stands where a single value belongs: write one value"]);
    expect(problemsOf(read("bases: {a: {scope: line}}"))).toHaveLength(3);
    expect(problemsOf(read("reasons: {a: {en: x}}"))).toHaveLength(2);
    expect(problemsOf(read("reasons: [a]"))).toEqual([
      "2:10 not_a_map `[…]` stands where keys with values belong: write `key: value` lines",
    ]);
  });

  test("links join facts of the types that they are for", () => {
    const facts = (link: string) => `facts:
  hours: {type: duration, range: [0s, 9h], ${same("x")}}
  more: {type: duration, range: [0s, 9h], ${same("x")}}
  f: {type: duration, range: [0s, 9h], ${link}, ${same("x")}}`;
    expect(problemsOf(read(facts("at_least_fact: more")))).toEqual([]);
    expect(problemsOf(read(facts("days_of: hours")))).toEqual([
      expect.stringContaining("link_type_mismatch `f` and `hours`"),
    ]);
    const days = `facts:
  d: {type: days, range: [0d, 9d], ${same("x")}}
  f: {type: count, range: [0, 9], days_of: d, ${same("x")}}`;
    expect(problemsOf(read(days))).toEqual([
      expect.stringContaining("link_type_mismatch `f` and `d`"),
    ]);
  });
});

test("faults come in the order of the text, by line and then by column", () => {
  const text = `makegood: catalogue/1
reasons: {b: {zh-CN: x, zh-TW: x}}
facts:
  g: {type: count, range: [2, 1], ${same("x")}, by: robot}
  f: {type: money}
bases: {a: {zh-CN: x, en: x, scope: town}}`;
  expect(
    problemsOf(readCatalogue(tree(text))).map((line) => line.split(" ").slice(0, 2).join(" ")),
  ).toEqual([
    "2:14 missing_language",
    "4:27 range_reversed",
    "4:72 wrong_value",
    "5:13 wrong_value",
    "6:12 missing_language",
    "6:37 wrong_value",
  ]);
});

describe("what a fact says", () => {
  test("of its value, and in brief by its limits or options", () => {
    const ratio = factOf(
      `{type: ratio, range: [0%, 100%], ${same("x")}, say: {is: {${same("it is {v}")}}},
    brief: {at_most: {${same("up to {v}")}}}}`,
    );
    expect(ratio).toMatchObject({
      say: {},
      seen: { "zh-CN": "it is {v}", "zh-TW": "it is {v}", en: "it is {v}" },
      brief: { at_most: { en: "up to {v}" } },
    });
    const flag = factOf(
      `{type: flag, yes: {${same("y")}}, no: {${same("n")}}, brief: {yes: {${same("b")}}}}`,
    );
    expect(flag.brief).toEqual({ yes: { "zh-CN": "b", "zh-TW": "b", en: "b" } });
    const choice = factOf(`{type: choice, of: {a: {${same("a")}}}, ${same("x")},
    brief: {a: {${same("c")}}}}`);
    expect(choice.brief).toEqual({ a: { "zh-CN": "c", "zh-TW": "c", en: "c" } });
  });

  test("is refused of what it does not have", () => {
    const flag = `{type: flag, yes: {${same("y")}}, no: {${same("n")}},
    brief: {at_most: {${same("b")}}}}`;
    expect(codes(flag).map((code) => code.replace(/^\S+ /, ""))).toEqual(["unknown_key"]);
    const whole = `{type: ratio, range: [0%, 100%], ${same("x")}, say_whole: {is: {${same("y")}}}}`;
    expect(codes(whole).map((code) => code.replace(/^\S+ /, ""))).toEqual(["unknown_key"]);
  });
});
