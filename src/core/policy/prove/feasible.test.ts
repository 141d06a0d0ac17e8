import { describe, expect, test } from "vitest";
import { fraction } from "../../money/index.ts";
import { isFeasible } from "./feasible.ts";
import { type Constraint, atLeast, constantLinear, isDifference, plus } from "./linear.ts";
import { variableLinear } from "./linear.ts";

const at = (value: number) => constantLinear(fraction(value));
const variable = (index: number) => variableLinear(index, fraction(1));
const [x, y] = [variable(1), variable(2)];
const within = (low: number, high: number): Constraint[] =>
  [x, y].flatMap((each) => [atLeast(each, at(low)), atLeast(at(high), each)]);

describe("what is feasible", () => {
  test("needs no bounds on both sides", () => {
    expect(isFeasible([1], [atLeast(x, at(3))])).toBe(true);
    expect(isFeasible([1], [atLeast(at(3), x)])).toBe(true);
    expect(isFeasible([1, 2], [atLeast(at(5), x), atLeast(x, y)])).toBe(true);
  });

  test("is pushed up from below alone", () => {
    const pushed = [atLeast(y, at(3)), atLeast(x, y), atLeast(at(2), x)];
    expect(isFeasible([1, 2], pushed)).toBe(false);
    expect(isFeasible([1, 2], [...pushed.slice(0, 2), atLeast(at(3), x)])).toBe(true);
  });

  test("keeps the closest of several bounds", () => {
    expect(isFeasible([1], [atLeast(at(10), x), atLeast(at(3), x), atLeast(x, at(5))])).toBe(false);
    expect(isFeasible([1], [atLeast(at(3), x), atLeast(at(10), x), atLeast(x, at(5))])).toBe(false);
    expect(isFeasible([1], [atLeast(x, at(1)), atLeast(x, at(4)), atLeast(at(3), x)])).toBe(false);
    expect(isFeasible([1], [atLeast(x, at(4)), atLeast(x, at(1)), atLeast(at(3), x)])).toBe(false);
  });

  test("counts strict steps beside values", () => {
    const above = [atLeast(y, at(3)), atLeast(x, y, true)];
    expect(isFeasible([1, 2], [...above, atLeast(at(3), x)])).toBe(false);
    expect(isFeasible([1, 2], [...above, atLeast(at(4), x, true)])).toBe(true);
    expect(isFeasible([1], [atLeast(x, at(3), true), atLeast(at(3), x)])).toBe(false);
    expect(isFeasible([1], [atLeast(x, at(3)), atLeast(at(3), x, true)])).toBe(false);
  });

  test("is not what pushes itself up for ever", () => {
    const circle = [atLeast(x, y, true), atLeast(y, x, true)];
    expect(isFeasible([1, 2], [...within(0, 10), ...circle])).toBe(false);
    const slow = [atLeast(x, plus(y, at(1))), atLeast(y, plus(x, at(1)))];
    expect(isFeasible([1, 2], [...within(0, 1000), ...slow])).toBe(false);
    const still = [atLeast(x, y), atLeast(y, x)];
    expect(isFeasible([1, 2], [...within(0, 10), ...still])).toBe(true);
  });

  test("knows ties of two variables only", () => {
    const three = atLeast(x, plus(y, variable(3)));
    expect(() => isFeasible([1, 2, 3], [three])).toThrow("a tie joins two variables");
    expect(isDifference(three)).toBe(false);
    expect(isDifference(atLeast(at(1), at(0)))).toBe(true);
    expect(isDifference(atLeast(x, at(0)))).toBe(true);
    expect(isDifference(atLeast(plus(x, plus(y, variable(3))), variable(4)))).toBe(false);
  });
});
