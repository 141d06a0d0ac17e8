import type { Fact, Parameter, RuleDocument } from "../model.ts";
import { factsRead, instanceOf } from "../prove/instance.ts";
import type { Texts } from "../texts.ts";
import { parametersOf } from "./prepare.ts";

/** What a document says beside what is evaluated, as far as a comparison tells it. */
export type CarriedWords = {
  readonly deadlines: readonly {
    readonly name: string;
    readonly duty: "merchant" | "customer";
    readonly from: string;
    readonly to: string;
    readonly within: string;
  }[];
  readonly duties: readonly { readonly name: string; readonly say: Texts }[];
};

export type WordsChangedKind =
  | "no_longer_binds"
  | "now_binds"
  | "no_longer_answers"
  | "now_answers"
  /** A fact that is asked for: its name, who establishes it, who bears the burden of its proof. */
  | "asks"
  | "no_longer_asks"
  /** The fact, then who establishes it and who bears the burden, before and after. */
  | "asks_otherwise"
  /** The parameter, then its values and its default. */
  | "parameter_added"
  | "parameter_removed"
  | "parameter_changed"
  /** The promise's kind (`never_rises`, `never_falls`, `blind_to`), its head or "", its fact. */
  | "promise_added"
  | "promise_removed"
  | "floor_added"
  | "floor_removed"
  /** The deadline, whose duty it is, from what to what, within what time. */
  | "deadline_added"
  | "deadline_removed"
  | "deadline_changed"
  | "duty_added"
  | "duty_removed"
  | "duty_changed";

/** One thing that two documents say otherwise, though no answer shows it. */
export type WordsChanged = {
  readonly kind: WordsChangedKind;
  readonly names: readonly string[];
  /** What a duty says now, or said last. */
  readonly say: Texts | null;
};

/** Whom it binds, what it asks for, what it promises and what it carries. */
export function wordsChanged(
  before: RuleDocument,
  after: RuleDocument,
  carried: readonly [CarriedWords, CarriedWords] | null = null,
): WordsChanged[] {
  return [
    ...listed(before.binds, after.binds, "no_longer_binds", "now_binds"),
    ...listed(before.answers, after.answers, "no_longer_answers", "now_answers"),
    ...compared(asked(before), asked(after), "no_longer_asks", "asks", "asks_otherwise"),
    ...compared(
      parameters(before),
      parameters(after),
      "parameter_removed",
      "parameter_added",
      "parameter_changed",
    ),
    ...compared(promises(before), promises(after), "promise_removed", "promise_added", null).map(
      (each) => ({ ...each, names: each.names.slice(1) }),
    ),
    ...listed(floors(before), floors(after), "floor_removed", "floor_added"),
    ...(carried === null ? [] : carriedChanged(...carried)),
  ];
}

type Named = ReadonlyMap<string, readonly string[]>;

function listed(
  before: readonly string[],
  after: readonly string[],
  gone: WordsChangedKind,
  come: WordsChangedKind,
): WordsChanged[] {
  const named = (names: readonly string[]): Named => new Map(names.map((name) => [name, []]));
  return compared(named(before), named(after), gone, come, null);
}

/** What is gone, what has come, and what is otherwise: `names` are the name and its values. */
function compared(
  before: Named,
  after: Named,
  gone: WordsChangedKind,
  come: WordsChangedKind,
  changed: WordsChangedKind | null,
  say: (name: string) => Texts | null = () => null,
): WordsChanged[] {
  const changes: WordsChanged[] = [];
  for (const [name, values] of before) {
    const now = after.get(name);
    const isSame = now !== undefined && JSON.stringify(now) === JSON.stringify(values);
    if (now === undefined) changes.push({ kind: gone, names: [name, ...values], say: say(name) });
    else if (!isSame && changed !== null) {
      changes.push({ kind: changed, names: [name, ...values, ...now], say: say(name) });
    }
  }
  for (const [name, values] of after) {
    if (!before.has(name)) changes.push({ kind: come, names: [name, ...values], say: say(name) });
  }
  return changes;
}

/** Facts that people establish: what an event tells nobody is asked for. */
function asked(document: RuleDocument): Named {
  const read = factsRead(instanceOf(document));
  const facts = Object.values(document.facts).filter(
    ({ name, by }) => read.has(name) && by !== "event",
  );
  return new Map(facts.map((fact: Fact) => [fact.name, [fact.by, fact.burden ?? ""]]));
}

function parameters(document: RuleDocument): Named {
  return new Map(parametersOf(document).map((each) => [each.name, valuesOf(each)]));
}

function valuesOf(parameter: Parameter): string[] {
  if (parameter.kind === "choice") return [parameter.options.join("/"), parameter.default];
  const { range, default: usual } = parameter;
  return [`${range.from.text}–${range.to.text}`, usual.text];
}

function promises(document: RuleDocument): Named {
  if (document.kind === "floor") return new Map();
  const { time, blindTo } = document.promises;
  const growing = Object.entries(time).flatMap(([head, { neverRises, neverFalls }]) => [
    ...neverRises.map((fact) => ["never_rises", head, fact] as const),
    ...neverFalls.map((fact) => ["never_falls", head, fact] as const),
  ]);
  const blind = blindTo.map((fact) => ["blind_to", "", fact] as const);
  return new Map(
    [...growing, ...blind].map(([kind, head, fact]) => [
      JSON.stringify([kind, head, fact]),
      [kind, head, fact],
    ]),
  );
}

function floors(document: RuleDocument): readonly string[] {
  return document.kind === "policy" ? document.floors : [];
}

function carriedChanged(before: CarriedWords, after: CarriedWords): WordsChanged[] {
  const deadlines = (carried: CarriedWords): Named =>
    new Map(
      carried.deadlines.map(({ name, duty, from, to, within }) => [name, [duty, from, to, within]]),
    );
  const duties = (carried: CarriedWords): Named =>
    new Map(carried.duties.map(({ name, say }) => [name, [JSON.stringify(say)]]));
  const sayOf = (name: string): Texts | null =>
    [...after.duties, ...before.duties].find((duty) => duty.name === name)?.say ?? null;
  const said = compared(
    duties(before),
    duties(after),
    "duty_removed",
    "duty_added",
    "duty_changed",
    sayOf,
  );
  return [
    ...compared(
      deadlines(before),
      deadlines(after),
      "deadline_removed",
      "deadline_added",
      "deadline_changed",
    ),
    ...said.map((each) => ({ ...each, names: each.names.slice(0, 1) })),
  ];
}
