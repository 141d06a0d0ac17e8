import type { Draft } from "./draft.ts";
import type { Clause } from "../model.ts";
import { own } from "../own.ts";
import { suggestion } from "./suggest.ts";
import type { Position } from "../syntax.ts";

/** Where the names of a clause's `over` stand. */
export type OverPlaces = ReadonlyMap<Clause, readonly Position[]>;

/** Overrides name clauses that share a head, and never run in a circle. */
export function checkOverrides(clauses: readonly Clause[], places: OverPlaces, draft: Draft): void {
  const byName = new Map(clauses.map((clause) => [clause.name, clause]));
  for (const clause of clauses) {
    clause.over.forEach((name, index) => {
      const at = places.get(clause)?.[index] ?? { line: 1, column: 1 };
      const other = byName.get(name);
      if (other === undefined) {
        draft.problems.add("unknown_clause", at, () => {
          return { name, ...suggestion(name, [...byName.keys()]) };
        });
      } else if (other !== clause && !shareHead(clause, other)) {
        draft.problems.add("override_apart", at, { clause: clause.name, other: name });
      }
    });
  }
  for (const circle of circlesOf(clauses)) {
    const first = clauses.find(({ name }) => name === circle[0]);
    const at = (first && places.get(first)?.[0]) ?? { line: 1, column: 1 };
    draft.problems.add("override_cycle", at, { path: [...circle, circle[0]].join(" → ") });
  }
}

function shareHead(one: Clause, other: Clause): boolean {
  return one.give.some(({ head }) => other.give.some((each) => each.head === head));
}

/** Each circle once, from the clause of it that stands first; however long, it takes no stack. */
function circlesOf(clauses: readonly Clause[]): string[][] {
  const byName = new Map(clauses.map((clause) => [clause.name, clause]));
  const done = new Set<string>();
  const circles: string[][] = [];
  const path: { readonly name: string; readonly left: Iterator<string> }[] = [];
  const placeOf = new Map<string, number>();
  const enter = (name: string): void => {
    const start = placeOf.get(name);
    if (start !== undefined) circles.push(path.slice(start).map((step) => step.name));
    else if (!done.has(name)) {
      placeOf.set(name, path.length);
      path.push({ name, left: (byName.get(name)?.over ?? []).values() });
    }
  };
  for (const { name } of clauses) {
    enter(name);
    for (let step = path.at(-1); step !== undefined; step = path.at(-1)) {
      const next = step.left.next();
      if (next.done !== true) enter(next.value);
      else {
        path.pop();
        placeOf.delete(step.name);
        done.add(step.name);
      }
    }
  }
  return circles;
}

/** A head reads facts of its own scope and of the order. */
export function checkScopes(clause: Clause, at: Position, draft: Draft): void {
  for (const { head: name, amount } of clause.give) {
    const head = draft.heads.find((each) => each.name === name);
    const scope = head && draft.baseByOutsideName(head.base)?.scope;
    const read = [...clause.when.map(({ fact }) => fact), amount.fact];
    for (const fact of new Set(read)) {
      const factScope = fact === null ? undefined : own(draft.facts, fact)?.scope;
      if (!fact || !scope || !factScope || factScope === "order" || factScope === scope) continue;
      draft.problems.add("scope_mismatch", at, { head: name, fact, scope, factScope });
    }
  }
}
