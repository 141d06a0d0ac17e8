import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Fraction, add, compare, fraction, fractionText } from "../../money/index.ts";
import { multiply, zero } from "../../money/index.ts";
import { isFeasible } from "./feasible.ts";
import { type Constraint, atLeast, boundOf, constantLinear, holdsAlone } from "./linear.ts";
import { inverse, isDifference, minus, plus, scaled, substituted } from "./linear.ts";
import { variableLinear } from "./linear.ts";
import { type Room, solve } from "./solve.ts";
import { tries } from "../../testing.ts";

const one = fraction(1);
const at = (value: number | Fraction) =>
  constantLinear(typeof value === "number" ? fraction(value) : value);
const variable = (index: number, factor = 1) => variableLinear(index, fraction(factor));

/** 0 ≤ x ≤ 10. */
const box = (index: number): Constraint[] => [
  atLeast(variable(index), at(0)),
  atLeast(at(10), variable(index)),
];

/** The middle of what is left, and what that was. */
function solved(variables: readonly number[], constraints: readonly Constraint[]) {
  const rooms: string[] = [];
  const values = solve(variables, constraints, (index, room) => {
    rooms.push(`${index} ${roomText(room)}`);
    return multiply(add(room.lowest, room.highest), fraction(1, 2));
  });
  const told = values && Object.fromEntries([...values].map(([i, v]) => [i, fractionText(v)]));
  return { rooms, values: told };
}

function roomText({ lowest, aboveLowest, highest, belowHighest }: Room): string {
  const [low, high] = [fractionText(lowest), fractionText(highest)];
  return `${aboveLowest ? "(" : "["}${low}, ${high}${belowHighest ? ")" : "]"}`;
}

describe("linear forms", () => {
  test("add, scale and cancel", () => {
    const sum = plus(plus(variable(1), variable(2, 3)), at(4));
    expect([...sum.terms.keys()]).toEqual([1, 2]);
    expect([...minus(sum, variable(1)).terms.keys()]).toEqual([2]);
    expect([...scaled(sum, fraction(2)).terms.values()].map(fractionText)).toEqual(["2/1", "6/1"]);
    expect(fractionText(scaled(sum, fraction(-2)).constant)).toBe("-8/1");
    expect(variable(3, 0).terms.size).toBe(0);
    expect(fractionText(inverse(fraction(-2, 3)))).toBe("-3/2");
  });

  test("take values for variables", () => {
    const rest = substituted(plus(variable(1, 2), variable(2)), new Map([[1, fraction(5)]]));
    expect([fractionText(rest.constant), [...rest.terms.keys()]]).toEqual(["10/1", [2]]);
  });

  test("bound a variable from below or above", () => {
    const bound = (constraint: Constraint, index = 1) => {
      const found = boundOf(constraint, index);
      return found && [fractionText(found.value), found.strict, found.lower];
    };
    expect(bound(atLeast(variable(1, 2), at(3)))).toEqual(["3/2", false, true]);
    expect(bound(atLeast(at(3), variable(1, 2), true))).toEqual(["3/2", true, false]);
    expect(bound(atLeast(at(3), variable(1, 2)), 2)).toBeNull();
  });

  test("hold alone where nothing is open", () => {
    expect(holdsAlone(atLeast(at(1), at(1)))).toBe(true);
    expect(holdsAlone(atLeast(at(1), at(1), true))).toBe(false);
    expect(holdsAlone(atLeast(at(2), at(1), true))).toBe(true);
    expect(holdsAlone(atLeast(at(0), at(1)))).toBe(false);
  });

  test("are differences where two variables have opposite weights", () => {
    expect(isDifference(atLeast(variable(1), at(1)))).toBe(true);
    expect(isDifference(atLeast(variable(1), variable(2)))).toBe(true);
    expect(isDifference(atLeast(variable(1, 2), variable(2)))).toBe(false);
    expect(isDifference(atLeast(plus(variable(1), variable(2)), at(1)))).toBe(false);
    const three = atLeast(variable(1), plus(variable(2), variable(3)));
    expect(isDifference(three)).toBe(false);
    expect(isDifference(atLeast(at(1), at(1)))).toBe(true);
  });
});

const isPossible = (variables: readonly number[], constraints: readonly Constraint[]) =>
  solve(variables, constraints, (_, { lowest }) => lowest) !== null;

describe("elimination", () => {
  test("gives each variable the room that the earlier ones leave", () => {
    const ordered = [...box(1), ...box(2), atLeast(variable(2), variable(1), true)];
    expect(solved([1, 2], ordered)).toEqual({
      rooms: ["1 [0/1, 10/1)", "2 (5/1, 10/1]"],
      values: { 1: "5/1", 2: "15/2" },
    });
    expect(solved([2, 1], ordered).rooms).toEqual(["2 (0/1, 10/1]", "1 [0/1, 5/1)"]);
  });

  test("keeps the closest of several bounds, the strict one of equal ones", () => {
    const bounds = [
      ...box(1),
      atLeast(variable(1), at(2)),
      atLeast(variable(1), at(2), true),
      atLeast(variable(1), at(2)),
      atLeast(variable(1), at(1), true),
      atLeast(at(8), variable(1), true),
      atLeast(at(8), variable(1)),
      atLeast(at(9), variable(1), true),
    ];
    expect(solved([1], bounds).rooms).toEqual(["1 (2/1, 8/1)"]);
  });

  test("finds contradictions, also between strict bounds and around circles", () => {
    expect(solved([1], [...box(1), atLeast(variable(1), at(11))]).values).toBeNull();
    expect(solved([1], [...box(1), atLeast(variable(1), at(10))]).rooms).toEqual([
      "1 [10/1, 10/1]",
    ]);
    expect(isPossible([1], [...box(1), atLeast(variable(1), at(10), true)])).toBe(false);
    const circle = [atLeast(variable(1), variable(2)), atLeast(variable(2), variable(1), true)];
    expect(isPossible([1, 2], [...box(1), ...box(2), ...circle])).toBe(false);
    expect(isPossible([], [atLeast(at(0), at(1))])).toBe(false);
    expect(isPossible([], [])).toBe(true);
    expect(isPossible([1], [...box(1), atLeast(at(0), at(1))])).toBe(false);
  });

  test("weighs variables", () => {
    const sum = [...box(1), ...box(2), atLeast(plus(variable(1), variable(2, 3)), at(38), true)];
    expect(solved([1, 2], sum)).toEqual({
      rooms: ["1 (8/1, 10/1]", "2 (29/3, 10/1]"],
      values: { 1: "9/1", 2: "59/6" },
    });
  });

  test("a variable needs bounds on both sides", () => {
    expect(() => solved([1], [atLeast(variable(1), at(0))])).toThrow("without bounds");
  });
});

describe("the faster check", () => {
  const number = fc.integer({ min: 0, max: 6 });
  const index = fc.integer({ min: 0, max: 3 });
  const constraint = fc.oneof(
    fc
      .tuple(index, number, fc.boolean())
      .map(([i, n, strict]) => atLeast(variable(i), at(n), strict)),
    fc
      .tuple(index, number, fc.boolean())
      .map(([i, n, strict]) => atLeast(at(n), variable(i), strict)),
    fc
      .tuple(index, index, fc.integer({ min: -2, max: 2 }), fc.boolean())
      .filter(([i, j]) => i !== j)
      .map(([i, j, n, strict]) => atLeast(variable(i), plus(variable(j), at(n)), strict)),
  );

  test("agrees with the elimination, and found values meet all constraints", () => {
    let possible = 0;
    fc.assert(
      fc.property(fc.array(constraint, { maxLength: 9 }), (some) => {
        const all = [...some, ...[0, 1, 2, 3].flatMap(box)];
        const found = solve([0, 1, 2, 3], all, (_, { lowest, highest }) =>
          multiply(add(lowest, highest), fraction(1, 2)),
        );
        expect(isFeasible([0, 1, 2, 3], all)).toBe(found !== null);
        if (found === null) return;
        possible += 1;
        for (const { linear, strict } of all) {
          const { constant } = substituted(linear, found);
          expect(holdsAlone({ linear: { terms: new Map(), constant }, strict })).toBe(true);
        }
      }),
      { numRuns: tries(400), seed: 5 },
    );
    expect(possible).toBeGreaterThan(0);
  });

  test("counts days against seconds", () => {
    const days = (n: number) => [...box(1), atLeast(variable(1), at(n))];
    const seconds = (n: number) => [atLeast(at(n), variable(2)), atLeast(variable(2), at(0))];
    const tie = atLeast(variable(2), plus(variable(1, 86_400), at(1 - 86_400)));
    expect(isFeasible([1, 2], [...days(4), ...seconds(259_201), tie])).toBe(true);
    expect(isFeasible([1, 2], [...days(4), ...seconds(259_200), tie])).toBe(false);
  });

  test("sees contradictions without variables, and ties of two alone", () => {
    expect(isFeasible([], [atLeast(at(0), at(1))])).toBe(false);
    expect(isFeasible([], [atLeast(at(1), at(1))])).toBe(true);
    const three = atLeast(variable(1), plus(variable(2), variable(3)));
    expect(() => isFeasible([1, 2, 3], [three])).toThrow("a tie joins two variables");
    expect(compare(one, zero)).toBeGreaterThan(0);
  });
});
