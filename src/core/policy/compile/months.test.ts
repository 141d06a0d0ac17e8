import { describe, expect, test } from "vitest";
import { addMonths } from "../../calendar/index.ts";
import { parseConstant } from "../constant.ts";
import type { CaseFacts } from "../facts.ts";
import { marksNeeded } from "./marks.ts";
import { isPeriod, lengthsTogether, marksTogether, monthsOf } from "./months.ts";
import { ask, decided, neededOf, shares } from "../testing/ask.ts";
import { compiled, policyText } from "../testing/documents.ts";

const periods = (...texts: string[]) =>
  texts.map((text) => parseConstant(text, "days")!).filter(isPeriod);

describe("months", () => {
  test("last together as from one day on, and in no other way", () => {
    const told = lengthsTogether([1, 2]).map((each) => each.join(" "));
    expect(told.toSorted()).toEqual([
      ...["28 59", "29 59", "29 60", "30 59", "30 60", "30 61", "31 59", "31 60", "31 61"],
      "31 62",
    ]);
    expect(
      lengthsTogether([12])
        .map(([days]) => days)
        .toSorted(),
    ).toEqual([365, 366]);
  });

  test("from any day of two centuries last as that says", () => {
    const known = new Set(lengthsTogether([1, 2, 12, 48]).map((each) => each.join()));
    for (let from = 0; from < 80_000; from += 1) {
      const found = [1, 2, 12, 48].map((months) => addMonths(from, months) - from).join();
      if (!known.has(found)) throw new Error(`${from}: ${found}`);
    }
  });

  test("of periods are marked by their texts, with the days beside them", () => {
    expect(monthsOf(periods("2mo", "1mo+3d", "1mo"))).toEqual([1, 2]);
    const marks = marksTogether(periods("12mo", "12mo+14d"));
    expect(marks).toHaveLength(2);
    expect(marks).toContainEqual({ "12mo": 365, "12mo+14d": 379 });
    expect(marks).toContainEqual({ "12mo": 366, "12mo+14d": 380 });
  });
});

describe("days and months of one fact", () => {
  const policy = compiled(
    policyText(`  early: {when: {day: {at_most: 1mo}}, give: {pay: 100%}}
  late: {when: {day: {more_than: 1mo, at_most: 60d}}, give: {pay: 50%}}
  last: {when: {day: {more_than: 60d, at_most: 2mo}}, give: {pay: 30%}}
  over: {when: {day: {more_than: 60d}}, over: [last], why: too_late, give: {pay: 0%}}
  long: {when: {day: {more_than: 60d, at_most: 2mo}}, over: [over, last], give: {pay: 20%}}`),
  );
  const on = (value: number, two: number): CaseFacts => ({
    day: { state: "event", value, marks: { "1mo": 30, "2mo": two } },
  });

  test("are decided by how long the months of the case last", () => {
    const answers = (value: number, two: number) => shares(ask([policy], on(value, two)))[0];
    expect(answers(30, 59)).toBe("pay order.prepaid 1/1");
    expect(answers(31, 59)).toBe("pay order.prepaid 1/2");
    expect(answers(60, 59)).toBe("pay order.prepaid 1/2");
    expect(answers(61, 59)).toBe("pay order.prepaid 0/1");
    expect(answers(61, 61)).toBe("pay order.prepaid 1/5");
    expect(answers(62, 61)).toBe("pay order.prepaid 0/1");
  });

  test("are traced with every bound of a condition", () => {
    const seen = (value: number, two: number) =>
      decided(ask([policy], on(value, two))).heads[0]?.trace[0];
    expect(seen(61, 61)?.conditions).toEqual([
      {
        fact: "day",
        seen: 61,
        needed: {
          bounds: [
            { operator: "at_most", constant: "2mo" },
            { operator: "more_than", constant: "60d" },
          ],
        },
        met: true,
      },
    ]);
    expect(seen(61, 61)?.overridden).toEqual(["last", "over"]);
    const refused = seen(62, 59)?.nearest;
    expect(refused?.missing.map(({ fact, met, change }) => [fact, met, change])).toEqual([
      ["day", false, "time"],
    ]);
  });

  test("ask for the day where it matters, and tell once which months are needed", () => {
    expect(neededOf(ask([policy], {}))).toEqual(["day"]);
    expect(marksNeeded(policy)).toEqual([{ fact: "day", periods: ["1mo", "2mo"] }]);
  });

  test("do not ask for the day where only lengths that cannot be would matter", () => {
    const same = compiled(
      policyText(`  a: {when: {day: {at_most: 60d}}, give: {pay: 50%}}
  b: {when: {day: {more_than: 60d}}, give: {pay: 50%}}
  c: {when: {day: {more_than: 2mo, at_most: 1mo+28d}}, over: [a, b], give: {pay: 90%}}`),
    );
    expect(shares(ask([same], {}))).toEqual(["pay order.prepaid 1/2"]);
  });
});
