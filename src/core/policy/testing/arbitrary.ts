import fc from "fast-check";
import type { CaseFacts, FactInput } from "../facts.ts";
import { documentOf } from "./documents.ts";
import { marksFrom } from "./naive.ts";
import { treeOf } from "./tree.ts";

/** Random documents over the test catalogue, and random facts around their constants. */
const days = ["3d", "7d", "8d", "30d", "2mo", "12mo+14d"];
const seconds = ["1h", "71h", "72h", "30d"];
const shares = ["0%", "1/3", "50%", "100%"];
const counts = ["0", "1", "3"];

const bound = (constants: readonly string[]) =>
  fc
    .tuple(
      fc.constantFrom("at_most", "more_than", "less_than", "at_least"),
      fc.constantFrom(...constants),
    )
    .map(([operator, constant]) => ({ [operator]: constant }));

const conditions = {
  since: bound(seconds),
  day: bound([...days, "$notice"]),
  came: fc.oneof(bound(days), fc.constant("before_start")),
  used: bound(shares),
  cycles: bound(counts),
  effect: fc.oneof(bound(shares), fc.constant("unproven")),
  cause: fc.subarray(["none", "trader", "breach"], { minLength: 1 }),
  ended: fc.constantFrom("yes", "no", true),
  mode: fc.constantFrom("a", "b"),
};

const amount = fc.oneof(
  fc.constantFrom("0%", "30%", "100%", "2/3"),
  fc
    .tuple(
      fc.constantFrom("less", "unused", "part"),
      fc.constantFrom("used", "used.full"),
      fc.constantFrom("50%", "90%", "100%"),
    )
    .map(([form, fact, rate]) => ({ rate, [form]: fact })),
);

const when = fc
  .record(conditions, { requiredKeys: [] })
  .map((all) => Object.fromEntries(Object.entries(all).slice(0, 3)));

const give = fc.record({ pay: amount, sorry: amount }, { requiredKeys: ["pay"] });

type Clause = { when: object; give: object; over: string[]; why: string };

function documentFrom(clauses: Record<string, Clause>) {
  return documentOf(
    treeOf({
      makegood: "policy/1",
      id: "random",
      version: 1,
      params: {
        notice: { of: "day", range: ["0d", "60d"], default: "15d" },
        mode: { choice: ["a", "b"], default: "a" },
      },
      heads: {
        pay: { pay: "order.prepaid" },
        sorry: { grant: "voucher", of: "order.prepaid", max: "120%", otherwise: "none" },
      },
      clauses,
    }),
  );
}

/** Any clauses with overrides of earlier ones: gaps and overlaps included. */
export const anyDocument = fc
  .array(fc.tuple(when, give, fc.array(fc.nat(9), { maxLength: 3 })), {
    minLength: 1,
    maxLength: 6,
  })
  .map((parts) => {
    const clauses = parts.map(([condition, given, over], index): [string, Clause] => {
      const names = over.filter((other) => other < index).map((other) => `c${other}`);
      return [
        `c${index}`,
        { when: condition, give: given, over: [...new Set(names)], why: "too_late" },
      ];
    });
    return documentFrom(Object.fromEntries(clauses));
  });

/** Each clause overrides all before it, and the first always holds: one answer in every case. */
export const wholeDocument = fc
  .tuple(give, fc.array(fc.tuple(when, give), { maxLength: 5 }))
  .map(([first, parts]) => {
    const always: Clause = { when: {}, give: first, over: [], why: "too_late" };
    const clauses = parts.map(([condition, given], index): [string, Clause] => {
      const over = Array.from({ length: index + 1 }, (_, other) => `c${other}`);
      return [`c${index + 1}`, { when: condition, give: given, over, why: "too_late" }];
    });
    return documentFrom(Object.fromEntries([["c0", always], ...clauses]));
  });

const dayPeriods: [number, number, string][] = [
  [2, 0, "2mo"],
  [12, 14, "12mo+14d"],
];
const event = (value: number | string | boolean): FactInput => ({ state: "event", value });

/** Values on, just below and just above the constants. */
export const possibleInputs: Readonly<Record<string, readonly FactInput[]>> = {
  since: [0, 3600, 3601, 255_600, 259_200, 259_201, 2_592_001].map(event),
  day: [0, 3, 7, 8, 9, 15, 16, 30, 31, 58, 59, 60, 61, 62, 63, 378, 379, 380, 381].map(
    (value): FactInput => ({ state: "event", value, marks: marksFrom(19_000, dayPeriods) }),
  ),
  came: [
    { state: "before_start" },
    ...[0, 3, 4, 7, 8, 30, 59, 60, 380].map((value): FactInput => ({
      state: "event",
      value,
      marks: marksFrom(19_000, dayPeriods),
    })),
  ],
  used: ["0/1", "1/4", "1/3", "2/5", "1/2", "3/4", "1/1"].map(event),
  "used.full": ["1/1", "3/2", "10/1"].map(event),
  cycles: [0, 1, 2, 3, 4].map(event),
  effect: [
    ...["0/1", "1/4", "1/3", "2/5", "1/2", "3/4", "1/1", "2/1"].map(event),
    { state: "unproven" },
  ],
  cause: ["none", "trader", "breach"].map(event),
  ended: [true, false, "yes", "no"].map(event),
};

export const anyFacts: fc.Arbitrary<CaseFacts> = fc.record(
  Object.fromEntries(
    Object.entries(possibleInputs).map(([name, inputs]) => [name, fc.constantFrom(...inputs)]),
  ),
);

export const anyParams = fc.record({
  notice: fc.constantFrom("0d", "7d", "15d", "58d"),
  mode: fc.constantFrom("a", "b"),
});
