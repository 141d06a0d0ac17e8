import { describe, expect, test } from "vitest";
import { documentOf, policyText } from "../testing/documents.ts";
import { proofOf, shortly } from "../testing/proof.ts";
import { buildSpace } from "./build-space.ts";
import { groupOf } from "./group.ts";
import { instanceOf } from "./instance.ts";
import { proveProperty } from "./property.ts";
import { TooWide, walk } from "./walk.ts";

const cells = (text: string) => proofOf(text).properties.map((property) => property.cells);
const bounds = { leavesMax: 100, findingsMax: 10 };

describe("the walk", () => {
  test("divides first by what most open clauses read", () => {
    const body = `  a: {when: {day: {at_most: 7d}, ended: yes}, give: {pay: 10%}}
  b: {when: {ended: no}, give: {pay: 20%}}
  c: {when: {day: {more_than: 7d}, ended: yes}, give: {pay: 30%}}`;
    expect(cells(policyText(body))).toEqual([3]);
  });

  test("divides no finer than clauses read that still matter", () => {
    const body = `  a: {when: {day: {at_most: 5d}}, give: {pay: 10%}}
  all: {when: {cause: trader}, over: [a], give: {pay: 20%}}
  late: {when: {day: {at_most: 9d}, cause: trader}, over: [all, a], give: {pay: 30%}}
  worst: {when: {cause: breach}, over: [a], give: {pay: 40%}}`;
    expect(shortly(proofOf(policyText(body)))).toEqual(["gap pay day=6 cause=none"]);
    expect(cells(policyText(body))).toEqual([5]);
  });

  test("looks once at options with the same answer, of facts and of parameters", () => {
    const text = `
makegood: policy/1
id: test
version: 1
params: {mode: {choice: [a, b, c, d], default: b}}
heads: {pay: {pay: order.prepaid}}
clauses:
  x: {when: {mode: [a, c]}, give: {pay: 10%}}
  y: {when: {mode: [b, d]}, give: {pay: 20%}}`;
    expect(cells(text)).toEqual([2]);
    const body = `  x: {when: {cause: [none, breach]}, give: {pay: 10%}}
  y: {when: {cause: trader}, give: {pay: 20%}}`;
    expect(cells(policyText(body))).toEqual([2]);
  });

  test("looks at no case that links exclude", () => {
    const body = `  a: {when: {since: {at_most: 72h}}, give: {pay: 100%}}
  b: {when: {since: {more_than: 72h}, day: {at_most: 4d}}, give: {pay: 50%}}
  c: {when: {since: {more_than: 72h}, day: {more_than: 4d}}, give: {pay: 20%}}
  d: {when: {since: {at_most: 72h}, day: {at_least: 5d}}, give: {pay: 10%}}`;
    expect(cells(policyText(body))).toEqual([3]);
  });

  test("counts a cell once where nothing is wrong with it, whatever is assumed", () => {
    const text = `${policyText(`  a: {when: {ended: yes}, give: {pay: 10%}}
  b: {when: {ended: no}, give: {pay: 20%}}`)}
assume:
  odd: {never: {day: {more_than: 7d}}}
  even: {never: {cause: [none, breach]}}`;
    expect(cells(text)).toEqual([2]);
  });

  test("leaves out the cases of every assumption", () => {
    const text = `${policyText("  a: {when: {day: {at_most: 7d}, cause: none}, give: {pay: 10%}}")}
assume:
  late: {never: {day: {more_than: 7d}}}
  fault: {never: {cause: [trader, breach]}}`;
    expect(shortly(proofOf(text))).toEqual([]);
    const one = text.replace("  late: {never: {day: {more_than: 7d}}}\n", "");
    expect(shortly(proofOf(one))).toEqual(["gap pay day=8 cause=none"]);
  });

  test("stops when there are too many cells, and names the axes that divide most", () => {
    const document = documentOf(
      policyText(`  a: {when: {ended: yes, region: south, cause: trader, cycles: {at_most: 3}},
    give: {pay: 1%}}
  b: {when: {ended: yes, region: south, cause: trader, cycles: {more_than: 3}}, give: {pay: 1%}}
  c: {when: {ended: yes, region: south, cause: [none, breach]}, give: {pay: 1%}}
  d: {when: {ended: no, cause: trader}, give: {pay: 1%}}
  e: {when: {ended: no, cause: none}, give: {pay: 1%}}
  f: {when: {ended: no, cause: breach}, give: {pay: 1%}}`),
    );
    const instance = instanceOf(document);
    const { space, rows } = buildSpace([instance]);
    const own = rows[0] ?? [];
    const groups = document.heads.map((head) => groupOf(instance, head, own, 0));
    const run = (leavesMax: number) =>
      walk({ space, rows: own, groups, assumed: [], leavesMax }, () => false);
    expect(run(11)).toBe(11);
    let thrown: unknown = null;
    try {
      run(8);
    } catch (error) {
      thrown = error;
    }
    expect(thrown).toBeInstanceOf(TooWide);
    if (!(thrown instanceof TooWide)) return;
    expect([thrown.name, thrown.message]).toEqual(["TooWide", "too many cells"]);
    const names = thrown.axes.map((axis) => (axis.kind === "options" ? axis.fact.name : axis.kind));
    expect(names).toEqual(["region", "ended", "cause"]);
  });
});

describe("a property", () => {
  test("asks for heads that there are", () => {
    const document = documentOf(policyText("  a: {give: {pay: 10%}}"));
    const about = { kind: "one_answer", heads: ["none"], about: [] } as const;
    const prove = () =>
      proveProperty(
        about,
        [instanceOf(document)],
        [{ instance: 0, head: "none" }],
        bounds,
        () => null,
      );
    expect(prove).toThrow("no head `none`");
  });

  test("lets what is wrong with the proof through", () => {
    const document = documentOf(policyText("  a: {give: {pay: 10%}}"));
    const about = { kind: "one_answer", heads: ["pay"], about: [] } as const;
    const prove = () =>
      proveProperty(about, [instanceOf(document)], [{ instance: 0, head: "pay" }], bounds, () => {
        throw new TypeError("a bug");
      });
    expect(prove).toThrow("a bug");
  });

  test("that is too wide names parameters too, and no order of two values", () => {
    const text = `
makegood: policy/1
id: test
version: 1
params: {notice: {of: day, range: [1d, 60d], default: 15d}, mode: {choice: [a, b], default: b}}
heads: {pay: {pay: order.prepaid}}
clauses:
  x: {when: {mode: a, day: {at_most: $notice}}, give: {pay: 10%}}
  y: {when: {mode: a, day: {more_than: $notice}}, give: {pay: 20%}}
  z: {when: {mode: b}, give: {pay: 30%}}`;
    expect(cells(text)).toEqual([3]);
    expect(shortly(proofOf(text, { leavesMax: 1 }))).toEqual(["too_wide pay {1, mode, day}"]);
  });
});
