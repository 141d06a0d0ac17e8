import { describe, expect, test } from "vitest";
import { fractionText } from "../../money/index.ts";
import { documentOf, policyText } from "../testing/documents.ts";
import { buildSpace } from "./build-space.ts";
import { componentsOf } from "./components.ts";
import { instanceOf } from "./instance.ts";
import { type Constraint, atLeast, variableLinear } from "./linear.ts";
import { compareCuttings, divides, passes } from "./measures.ts";
import type { Axis, Row, Space } from "./space.ts";
import { rangesOf } from "./tests.ts";
import { one, zero } from "../../money/index.ts";

const head = `
makegood: policy/1
id: test
version: 1
params:
  notice: {of: day, range: [1d, 60d], default: 15d}
  share: {of: used, range: [10%, 50%], default: 20%}
  mode: {choice: [a, b, c], default: b}
heads: {pay: {pay: order.prepaid}}
clauses:
`;

const built = (body: string, moved: readonly string[] = [], growing: readonly string[] = []) => {
  const document = documentOf(head + body);
  const instances = [instanceOf(document)];
  if (moved.length > 0) instances.push(instanceOf(document, new Set(moved)));
  return buildSpace(instances, new Set(growing));
};

function axisText(axis: Axis, { variables }: Space): string {
  const nameOf = (index: number): string => {
    const source = variables[index]?.source;
    if (source?.kind === "fact") return `${source.fact.name}${source.copy === 1 ? "'" : ""}`;
    return source?.kind === "parameter" ? `$${source.parameter}` : `${source?.period ?? "?"}`;
  };
  switch (axis.kind) {
    case "options":
      return `${axis.fact.name}: ${axis.options.join()}${axis.unproven ? " ?" : ""} ${axis.cells}`;
    case "choice":
      return `$${axis.parameter}: ${axis.options.join()} ${axis.cells}`;
    case "order":
      return `${nameOf(axis.left)} ~ ${nameOf(axis.right)}`;
    case "values": {
      const cuts = axis.cuts.map((cut) => `${cut.above ? ">" : "≥"}${fractionText(cut.value)}`);
      return `${nameOf(axis.variable)}: ${cuts.join()}${axis.unproven ? " ?" : ""} ${axis.cells}`;
    }
  }
}

const axesOf = (body: string, moved: readonly string[] = []) => {
  const { space } = built(body, moved);
  return space.axes.map((axis) => axisText(axis, space));
};

const rowText = (row: Row | null) =>
  row === null
    ? "never"
    : row
        .map(({ axis, ranges }) => `${axis}:${ranges.map((each) => each.join("-")).join()}`)
        .join(" ");
const rowsOf = (body: string) => built(body).rows.flat().map(rowText);

describe("axes", () => {
  test("are cut at constants, whole numbers from the next one", () => {
    expect(
      axesOf(`  a: {when: {day: {at_most: 7d}, used: {more_than: 50%}}, give: {pay: 1%}}
  b: {when: {day: {at_least: 8d, less_than: 20d}, used: {at_least: 50%}}, give: {pay: 1%}}`),
    ).toEqual(["day: ≥8/1,≥20/1 3", "used: ≥1/2,>1/2 3"]);
  });

  test("leave out cuts that divide nothing", () => {
    expect(
      axesOf(`  a: {when: {cycles: {at_least: 0}}, give: {pay: 1%}}
  b: {when: {cycles: {at_most: 99}}, give: {pay: 1%}}
  c: {when: {cycles: {more_than: 98}}, give: {pay: 1%}}
  d: {when: {used: {at_least: 0%}}, give: {pay: 1%}}
  e: {when: {used: {more_than: 0%}}, give: {pay: 1%}}
  f: {when: {used: {at_most: 100%}}, give: {pay: 1%}}
  g: {when: {used: {less_than: 100%}}, give: {pay: 1%}}`),
    ).toEqual(["used: >0/1,≥1/1 3", "cycles: ≥99/1 2"]);
  });

  test("have a cell for the unproven where the customer bears the burden", () => {
    expect(
      axesOf(`  a: {when: {effect: {at_least: 50%}, cause: none, ended: yes}, give: {pay: 1%}}`),
    ).toEqual(["cause: none,trader,breach 3", "effect: ≥1/2 ? 3", "ended: no,yes 2"]);
  });

  test("of parameters and months are an order or options", () => {
    expect(
      axesOf(`  a: {when: {day: {at_most: $notice}, mode: [a, c]}, give: {pay: 1%}}
  b: {when: {day: {more_than: 3mo}, used: {less_than: $share}}, give: {pay: 1%}}`),
    ).toEqual([
      "day:  1",
      "used:  1",
      "day ~ $notice",
      "$mode: a,b,c 3",
      "day ~ 3mo",
      "used ~ $share",
    ]);
  });

  test("are there once per copy", () => {
    expect(
      axesOf("  a: {when: {day: {at_most: 7d}, used: {at_most: $share}}, give: {pay: 1%}}", [
        "day",
      ]),
    ).toEqual(["day: ≥8/1 2", "used:  1", "day': ≥8/1 2", "used ~ $share"]);
  });
});

describe("rows", () => {
  test("admit the cells between their bounds", () => {
    expect(
      rowsOf(`  a: {when: {day: {at_most: 7d}}, give: {pay: 1%}}
  b: {when: {day: {more_than: 7d, at_most: 9d}}, give: {pay: 1%}}
  c: {when: {day: {at_least: 10d}}, give: {pay: 1%}}
  d: {when: {}, give: {pay: 1%}}`),
    ).toEqual(["0:0-0", "0:1-1", "0:2-2", ""]);
  });

  test("at the ends of a range hold always or never", () => {
    expect(
      rowsOf(`  a: {when: {cycles: {at_least: 0}}, give: {pay: 1%}}
  b: {when: {cycles: {at_most: 99}}, give: {pay: 1%}}
  c: {when: {cycles: {less_than: 0}}, give: {pay: 1%}}
  d: {when: {cycles: {more_than: 99}}, give: {pay: 1%}}`),
    ).toEqual(["", "", "never", "never"]);
  });

  test("of options name them, and what is unproven", () => {
    expect(
      rowsOf(`  a: {when: {cause: [none, breach]}, give: {pay: 1%}}
  b: {when: {effect: unproven}, give: {pay: 1%}}
  c: {when: {effect: {at_least: 0%}}, give: {pay: 1%}}
  d: {when: {cause: [none, trader, breach]}, give: {pay: 1%}}
  e: {when: {mode: [a, b, c]}, give: {pay: 1%}}
  f: {when: {mode: [c]}, give: {pay: 1%}}`),
    ).toEqual(["0:0-0,2-2", "1:1-1", "1:0-0", "", "", "2:2-2"]);
  });

  test("of parameters lie below, at and above them", () => {
    expect(
      rowsOf(`  a: {when: {day: {at_most: $notice}}, give: {pay: 1%}}
  b: {when: {day: {less_than: $notice}}, give: {pay: 1%}}
  c: {when: {day: {at_least: $notice}}, give: {pay: 1%}}
  d: {when: {day: {more_than: $notice}}, give: {pay: 1%}}
  e: {when: {day: {at_least: $notice, at_most: 20d}}, give: {pay: 1%}}`),
    ).toEqual(["1:0-1", "1:0-0", "1:1-2", "1:2-2", "0:0-0 1:1-2"]);
  });

  test("of settled wishes read no axis", () => {
    const document = documentOf(
      policyText(`  a: {when: {wish: money}, give: {pay: 1%}}
  b: {when: {wish: voucher}, give: {pay: 1%}}`),
    );
    const wished = instanceOf(document, new Set(), new Map([["wish", "money"]]));
    const { space, rows } = buildSpace([wished]);
    expect(space.axes).toEqual([]);
    expect(rows.flat().map(rowText)).toEqual(["", "never"]);
  });

  test("come with those of assumptions after them", () => {
    const document = documentOf(`${policyText("  a: {when: {ended: yes}, give: {pay: 1%}}")}
assume: {odd: {never: {ended: no}}}`);
    const { rows } = buildSpace([instanceOf(document)]);
    expect(rows.flat().map(rowText)).toEqual(["0:1-1", "0:0-0"]);
  });

  test("join neighbouring cells", () => {
    expect(rangesOf([])).toEqual([]);
    expect(rangesOf([0, 1, 2, 4, 6, 7])).toEqual([
      [0, 2],
      [4, 4],
      [6, 7],
    ]);
  });
});

function couplingTexts({ couplings, variables }: Space): string[] {
  const nameOf = (index: number): string => {
    const source = variables[index]?.source;
    if (source?.kind === "fact") return source.fact.name + "'".repeat(source.copy);
    return source?.kind === "mark" ? source.period : "?";
  };
  return couplings.map(({ linear }) => {
    const terms = [...linear.terms].map(([at, factor]) => `${fractionText(factor)} ${nameOf(at)}`);
    return [...terms, fractionText(linear.constant)].join(" + ");
  });
}

describe("couplings", () => {
  const body = "  a: {when: {since: {at_most: 72h}, day: {at_most: 7d}}, give: {pay: 1%}}";
  const shares = "  a: {when: {used: {at_most: 50%}, used.full: {at_most: 50%}}, give: {pay: 1%}}";

  test("hold the theorems of the catalogue", () => {
    expect(couplingTexts(built(body).space)).toEqual(["1/1 since + -86400/1 day + 86399/1"]);
    expect(couplingTexts(built(shares).space)).toEqual(["1/1 used.full + -1/1 used + 0/1"]);
  });

  test("hold them in each of two cases, with growth between", () => {
    expect(couplingTexts(built(shares, ["used"], ["used"]).space)).toEqual([
      "1/1 used.full + -1/1 used + 0/1",
      "1/1 used.full + -1/1 used' + 0/1",
      "1/1 used' + -1/1 used + 0/1",
    ]);
    expect(couplingTexts(built(shares, ["used", "used.full"]).space)).toEqual([
      "1/1 used.full + -1/1 used + 0/1",
      "1/1 used.full' + -1/1 used' + 0/1",
    ]);
  });

  test("keep periods of months apart by their days, and by what the calendar lets them", () => {
    const months = `  a: {when: {day: {at_most: 3mo}}, give: {pay: 1%}}
  b: {when: {day: {at_most: 3mo+9d}}, give: {pay: 1%}}
  c: {when: {day: {at_most: 12mo}}, give: {pay: 1%}}`;
    expect(couplingTexts(built(months).space)).toEqual([
      "1/1 3mo+9d + -1/1 3mo + -9/1",
      "1/1 3mo + -1/1 3mo+9d + 9/1",
      "1/1 12mo + -1/1 3mo + -273/1",
      "1/1 3mo + -1/1 12mo + 276/1",
      "1/1 12mo + -1/1 3mo+9d + -264/1",
      "1/1 3mo+9d + -1/1 12mo + 267/1",
    ]);
  });

  test("and orders tie variables into components", () => {
    const tie = (upper: number, lower: number): Constraint =>
      atLeast(variableLinear(upper, one, zero), variableLinear(lower, one, zero));
    expect(componentsOf(5, [tie(0, 1), tie(3, 1)], [])).toEqual([
      [0, 1, 3],
      [0, 1, 3],
      [2],
      [0, 1, 3],
      [4],
    ]);
    const order: Axis = { kind: "order", left: 2, right: 1, cells: 3 };
    expect(componentsOf(3, [], [order])).toEqual([[0], [1, 2], [1, 2]]);
  });
});

describe("cuts", () => {
  const half = { value: { n: 1, d: 2 }, above: false };
  const above = { ...half, above: true };

  test("come from a value before those above it", () => {
    expect(compareCuttings(half, above)).toBeLessThan(0);
    expect(compareCuttings(above, half)).toBeGreaterThan(0);
    expect(compareCuttings(half, half)).toBe(0);
    expect(compareCuttings({ value: one, above: false }, above)).toBeGreaterThan(0);
  });

  test("are passed by their value, or by more alone", () => {
    expect([zero, half.value, one].map((value) => passes(value, half))).toEqual([
      false,
      true,
      true,
    ]);
    expect([zero, half.value, one].map((value) => passes(value, above))).toEqual([
      false,
      false,
      true,
    ]);
    const used = documentOf(policyText("  a: {why: too_late, give: {pay: {rate: 1%, less: used}}}"))
      .facts["used"];
    if (used?.type !== "ratio") throw new Error("used is a share");
    expect(divides(half, used)).toBe(true);
    expect(divides({ value: zero, above: false }, used)).toBe(false);
    expect(divides({ value: one, above: true }, used)).toBe(false);
  });
});
