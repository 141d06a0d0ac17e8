import { parse, stringify } from "yaml";

/** Seeded changes of a policy file, one each, as an author may slip. */
type Below = (count: number) => number;
type Clause = Record<string, unknown>;
type Document = {
  clauses: Record<string, Clause>;
  params?: Record<string, Record<string, unknown>>;
};

const operators = ["at_most", "more_than", "less_than", "at_least"];
const forms = ["less", "unused", "part"];

/** The changed text and what was changed; null where the draw found nothing to change. */
export function mutant(text: string, below: Below): { text: string; change: string } | null {
  const document = parse(text, { schema: "failsafe" }) as Document;
  const names = Object.keys(document.clauses);
  const name = names[below(names.length)];
  const change = name === undefined ? null : changes[below(changes.length)]!(document, name, below);
  if (change === null) return null;
  return { text: stringify(document), change: `${name ?? ""}: ${change}` };
}

type Change = (document: Document, name: string, below: Below) => string | null;

const changes: readonly Change[] = [
  changeBound,
  changeBound,
  changeBound,
  changeOptions,
  changeOptions,
  changeAmount,
  changeAmount,
  changeForm,
  dropCondition,
  dropOverride,
  dropClause,
  readAttribute,
  changeParameter,
];

function changeBound(document: Document, name: string, below: Below): string | null {
  const when = whenOf(document, name);
  const bounds = Object.values(when).filter(
    (asked): asked is Record<string, string> =>
      typeof asked === "object" && asked !== null && !Array.isArray(asked),
  );
  const bound = pick(bounds, below);
  const operator = bound && pick(Object.keys(bound), below);
  if (bound === undefined || operator === undefined) return null;
  const value = bound[operator]!;
  if (below(2) === 0) {
    const other = pick(
      operators.filter((each) => bound[each] === undefined),
      below,
    )!;
    delete bound[operator];
    bound[other] = value;
    return `${operator} → ${other}`;
  }
  const moved = movedConstant(value, below);
  if (moved === null) return null;
  bound[operator] = moved;
  return `${value} → ${moved}`;
}

function movedConstant(text: string, below: Below): string | null {
  const [, count, unit] = /^(\d+)(h|d|%|)$/.exec(text) ?? [];
  if (count === undefined || unit === undefined) return null;
  const step = [1, 2, 5][below(3)]!;
  const moved = Number(count) + (below(2) === 0 ? step : -step);
  return moved < 0 ? null : `${moved}${unit}`;
}

function changeOptions(document: Document, name: string, below: Below): string | null {
  const when = whenOf(document, name);
  const listed = Object.keys(when).filter(
    (fact) => typeof when[fact] === "string" || Array.isArray(when[fact]),
  );
  const fact = pick(listed, below);
  if (fact === undefined) return null;
  const options = [when[fact]].flat() as string[];
  const others = optionsUsed(document, fact).filter((option) => !options.includes(option));
  const added = pick(others, below);
  const next =
    below(2) === 0 && options.length > 1
      ? options.filter((_, index) => index > 0)
      : added === undefined
        ? null
        : below(2) === 0
          ? [added]
          : [...options, added];
  if (next === null) return null;
  when[fact] = next;
  return `${fact}: ${options.join()} → ${next.join()}`;
}

function optionsUsed(document: Document, fact: string): string[] {
  const used = Object.values(document.clauses).flatMap((clause) => {
    const asked = ((clause["when"] ?? {}) as Clause)[fact];
    return typeof asked === "string" || Array.isArray(asked) ? ([asked].flat() as string[]) : [];
  });
  return [...new Set(used)];
}

function changeAmount(document: Document, name: string, below: Below): string | null {
  const give = document.clauses[name]!["give"] as Record<string, unknown>;
  const head = pick(Object.keys(give), below)!;
  const rate = pick(["0%", "30%", "50%", "90%", "100%"], below)!;
  const amount = give[head];
  if (typeof amount === "string") give[head] = rate;
  else (amount as Clause)["rate"] = rate;
  return `${head} ${rate}`;
}

function changeForm(document: Document, name: string, below: Below): string | null {
  const give = document.clauses[name]!["give"] as Record<string, unknown>;
  const head = pick(
    Object.keys(give).filter((each) => typeof give[each] === "object"),
    below,
  );
  if (head === undefined) return null;
  const amount = give[head] as Record<string, string>;
  const form = forms.find((each) => each in amount)!;
  const other = pick(
    forms.filter((each) => each !== form),
    below,
  )!;
  amount[other] = amount[form]!;
  delete amount[form];
  return `${form} → ${other}`;
}

function dropCondition(document: Document, name: string, below: Below): string | null {
  const when = whenOf(document, name);
  const fact = pick(Object.keys(when), below);
  if (fact === undefined) return null;
  delete when[fact];
  return `no ${fact}`;
}

function dropOverride(document: Document, name: string, below: Below): string | null {
  const over = document.clauses[name]!["over"];
  if (!Array.isArray(over) || over.length === 0) return null;
  const [dropped] = over.splice(below(over.length), 1) as string[];
  return `not over ${dropped!}`;
}

function dropClause(document: Document, name: string): string | null {
  delete document.clauses[name];
  for (const clause of Object.values(document.clauses)) {
    const { over } = clause;
    if (Array.isArray(over)) clause["over"] = over.filter((each) => each !== name);
  }
  return "gone";
}

function readAttribute(document: Document, name: string): string | null {
  whenOf(document, name)["region"] = "mainland";
  return "region";
}

function changeParameter(document: Document, _: string, below: Below): string | null {
  const name = pick(Object.keys(document.params ?? {}), below);
  const parameter = name === undefined ? undefined : document.params?.[name];
  const range = parameter?.["range"];
  if (!Array.isArray(range)) return null;
  const moved = movedConstant(range[1] as string, below);
  if (moved === null) return null;
  range[1] = moved;
  return `$${name!} to ${moved}`;
}

function whenOf(document: Document, name: string): Record<string, unknown> {
  const clause = document.clauses[name]!;
  clause["when"] ??= {};
  return clause["when"] as Record<string, unknown>;
}

function pick<T>(from: readonly T[], below: Below): T | undefined {
  return from[below(from.length)];
}
