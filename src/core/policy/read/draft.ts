import type { MessageCode } from "./messages.ts";
import type { Fact, Head, MoneyBase, Parameter, ZeroReason } from "../model.ts";
import { own } from "../own.ts";
import type { Problems } from "./reading.ts";
import { suggestion } from "./suggest.ts";
import type { Position } from "../syntax.ts";

type Named<T> = Readonly<Record<string, T>>;

/** What a document has declared by the time its clauses are read, and what they used of it. */
export class Draft {
  readonly kind: "policy" | "floor";
  readonly problems: Problems;
  readonly facts: Named<Fact>;
  readonly bases: Named<MoneyBase>;
  readonly reasons: Named<ZeroReason>;
  /** Facts that are named, with the first place where they are. */
  readonly usedFacts = new Map<string, Position>();
  parameters: readonly Parameter[] = [];
  heads: readonly Head[] = [];
  /** With those that have a fault of their own, which is told where they are declared. */
  declaredHeads: ReadonlySet<string> = new Set();

  constructor(
    kind: Draft["kind"],
    declared: { facts: Named<Fact>; bases: Named<MoneyBase>; reasons: Named<ZeroReason> },
    problems: Problems,
  ) {
    this.kind = kind;
    this.problems = problems;
    this.facts = declared.facts;
    this.bases = declared.bases;
    this.reasons = declared.reasons;
  }

  fact(name: string, at: Position): Fact | null {
    const fact = own(this.facts, name);
    if (fact === undefined)
      return this.#unknown("unknown_fact", name, at, () => Object.keys(this.facts));
    if (!this.usedFacts.has(name)) this.usedFacts.set(name, at);
    return fact;
  }

  base(name: string, at: Position): MoneyBase | null {
    return (
      own(this.bases, name) ??
      this.#unknown("unknown_base", name, at, () => Object.keys(this.bases))
    );
  }

  /** Heads carry the name of their base as other documents know it. */
  baseByOutsideName(name: string): MoneyBase | undefined {
    return Object.values(this.bases).find((base) => base.name === name);
  }

  reason(name: string, at: Position): string | null {
    if (own(this.reasons, name) !== undefined) return name;
    return this.#unknown("unknown_reason", name, at, () => Object.keys(this.reasons));
  }

  head(name: string, at: Position): Head | null {
    const head = this.heads.find((each) => each.name === name);
    if (head !== undefined) return head;
    if (this.declaredHeads.has(name)) return null;
    return this.#unknown("unknown_head", name, at, () => namesOf(this.heads));
  }

  parameter(name: string, at: Position): Parameter | null {
    const parameter = this.parameters.find((each) => each.name === name);
    if (parameter !== undefined) return parameter;
    return this.#unknown("unknown_parameter", name, at, () => namesOf(this.parameters));
  }

  #unknown(code: MessageCode, name: string, at: Position, known: () => string[]): null {
    return this.problems.add(code, at, () => ({ name, ...suggestion(name, known()) }));
  }
}

const namesOf = (named: readonly { readonly name: string }[]): string[] =>
  named.map(({ name }) => name);
