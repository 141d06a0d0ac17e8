import { compareConstants, parseConstant } from "../constant.ts";
import { Fields, found, namedEntries, readTexts, scalarOf, textKeys } from "./fields.ts";
import type { Constant, Fact, FactClock, FactOption, ListedFact, Operator } from "../model.ts";
import type { OrderedFact } from "../model.ts";
import type { Problems } from "./reading.ts";
import type { SyntaxEntry, SyntaxNode } from "../syntax.ts";
import type { Texts } from "../texts.ts";
import { readFactVoices, readSpoken, voiceKeys } from "./read-voices.ts";

const types = ["duration", "days", "ratio", "count", "choice", "flag"] as const;
export const operators: readonly Operator[] = ["at_most", "more_than", "less_than", "at_least"];
const scopes = ["order", "line", "packet"] as const;
const shared = [
  ...["type", "scope", "by", "proof", "burden", "derived", "reads", "clock", "attribute", "brief"],
  ...textKeys,
  ...voiceKeys,
];
const keysOf = {
  ordered: [...shared, "range", "say", "say_whole", "rest", "unit", "at_least_fact", "days_of"],
  choice: [...shared, "of", "wish", "unsaid"],
  flag: [...shared, "yes", "no", "wish", "unsaid"],
};

/** Reads one fact of a catalogue or of a document; null when it is not usable. */
export function readFact(entry: SyntaxEntry, problems: Problems): Fact | null {
  const type = typeOf(entry.value, problems);
  if (type === null) return null;
  if (type === "choice") return readChoice(entry, problems);
  if (type === "flag") return readFlag(entry, problems);
  return readOrdered(entry, type, problems);
}

/** Looked up first, because the type says which other keys a fact has. */
function typeOf(node: SyntaxNode, problems: Problems): Fact["type"] | null {
  const type = node.kind === "map" ? node.entries.find(({ key }) => key === "type") : undefined;
  const alone: SyntaxNode =
    node.kind === "map" ? { ...node, entries: type === undefined ? [] : [type] } : node;
  return new Fields(alone, ["type"], problems).requiredWord("type", types);
}

function readOrdered(
  entry: SyntaxEntry,
  type: OrderedFact["type"],
  problems: Problems,
): OrderedFact | null {
  const fields = new Fields(entry.value, keysOf.ordered, problems);
  const text = fields.texts();
  const range = readRange(fields.required("range"), entry.key, type, problems);
  const unit = fields.node("unit");
  const [say, whole, rest] = ["say", "say_whole", "rest"].map((key) => fields.node(key));
  const common = readCommon(fields, entry.key, [...operators, "before_start"]);
  const isTime = type === "duration" || type === "days";
  const more = isTime ? (["is", "before_start"] as const) : (["is"] as const);
  const sayings = say ? readSayings(say, problems, more) : null;
  const fact = {
    say: sayings?.bounds ?? {},
    sayWhole: whole ? readSayings(whole, problems, []).bounds : {},
    seen: sayings?.seen ?? null,
    beforeStart: sayings?.beforeStart ?? null,
    rest: rest ? readTexts(rest, problems) : null,
    unit: unit === null ? null : readTexts(unit, problems),
    atLeastFact: fields.text("at_least_fact"),
    daysOf: fields.text("days_of"),
  };
  if (text === null || range === null) return null;
  return { ...common, ...fact, type, range, text, ...readFactVoices(fields, text) };
}

/** `[from, to]`, both ends included. */
export function readRange(
  node: SyntaxNode | null,
  fact: string,
  type: OrderedFact["type"],
  problems: Problems,
): { from: Constant; to: Constant } | null {
  if (node === null) return null;
  if (node.kind !== "list" || node.items.length !== 2) {
    return problems.add("not_a_list", node.at, { found: found(node) });
  }
  const [from, to] = node.items.map((item) => readConstant(item, fact, type, problems));
  if (!from || !to) return null;
  const order = compareConstants(from, to);
  if (order === null || order > 0) {
    return problems.add("range_reversed", node.at, { from: from.text, to: to.text });
  }
  return { from, to };
}

export function readConstant(
  node: SyntaxNode,
  fact: string,
  type: OrderedFact["type"],
  problems: Problems,
): Constant | null {
  const scalar = scalarOf(node, problems);
  if (scalar === null) return null;
  const constant = parseConstant(scalar.text, type);
  return constant ?? problems.add(`not_a_${type}`, node.at, { found: found(node), fact });
}

type Sayings = {
  readonly bounds: Partial<Record<Operator, Texts>>;
  readonly seen: Texts | null;
  readonly beforeStart: Texts | null;
};

/** What is said of bounds and, where `more` admits it, of the value itself and of none yet. */
function readSayings(
  node: SyntaxNode,
  problems: Problems,
  more: readonly ("is" | "before_start")[],
): Sayings {
  const fields = new Fields(node, [...operators, ...more], problems);
  const textsOf = (key: string): Texts | null => {
    const phrase = ([...operators, ...more] as string[]).includes(key) ? fields.node(key) : null;
    return phrase === null ? null : readTexts(phrase, problems);
  };
  const bounds: Partial<Record<Operator, Texts>> = {};
  for (const operator of operators) {
    const texts = textsOf(operator);
    if (texts !== null) bounds[operator] = texts;
  }
  return { bounds, seen: textsOf("is"), beforeStart: textsOf("before_start") };
}

function readChoice(entry: SyntaxEntry, problems: Problems): ListedFact | null {
  const fields = new Fields(entry.value, keysOf.choice, problems);
  const text = fields.texts();
  const of = fields.required("of");
  const options = of === null ? [] : readOptions(of, problems);
  if (of !== null && options.length === 0) problems.add("empty", of.at, { key: "of" });
  const listed = { type: "choice" as const, options, unsaid: readUnsaid(fields, options) };
  const common = readCommon(fields, entry.key, namesOf(options));
  return text === null ? null : { ...common, ...listed, text, ...readFactVoices(fields, text) };
}

function readOptions(node: SyntaxNode, problems: Problems): FactOption[] {
  return namedEntries(node, problems).flatMap(({ key, value }) => {
    const spoken = readSpoken(value, problems);
    return spoken === null ? [] : [{ name: key, ...spoken }];
  });
}

/** A flag may go without a text of its own: what `yes` says names it. */
function readFlag(entry: SyntaxEntry, problems: Problems): ListedFact | null {
  const fields = new Fields(entry.value, keysOf.flag, problems);
  const options = ["no", "yes"].flatMap((name) => {
    const node = fields.required(name);
    const spoken = node === null ? null : readSpoken(node, problems);
    return spoken === null ? [] : [{ name, ...spoken }];
  });
  const yes = options.find(({ name }) => name === "yes");
  const named = textKeys.some((key) => fields.node(key) !== null);
  const text = named ? fields.texts() : (yes?.text ?? null);
  const listed = { type: "flag" as const, options, unsaid: readUnsaid(fields, options) };
  const common = readCommon(fields, entry.key, namesOf(options));
  if (text === null || options.length < 2) return null;
  return { ...common, ...listed, text, ...readFactVoices(fields, text) };
}

function readUnsaid(fields: Fields, options: readonly FactOption[]): string | null {
  if (!fields.flag("wish")) {
    const stray = fields.node("unsaid");
    if (stray !== null) fields.problems.add("missing_key", stray.at, { key: "wish: true" });
    return null;
  }
  const names = options.map(({ name }) => name);
  return names.length === 0 ? null : fields.requiredWord("unsaid", names);
}

const namesOf = (options: readonly FactOption[]): string[] => options.map(({ name }) => name);

/** Words for a poster by what they stand for: an operator, or an option. */
function readBrief(node: SyntaxNode, of: readonly string[], problems: Problems) {
  const fields = new Fields(node, of, problems);
  const brief: Record<string, Texts> = {};
  for (const key of of) {
    const phrase = fields.node(key);
    const texts = phrase === null ? null : readTexts(phrase, problems);
    if (texts !== null) brief[key] = texts;
  }
  return brief;
}

function readCommon(fields: Fields, name: string, sayable: readonly string[]) {
  const [clock, brief] = [fields.node("clock"), fields.node("brief")];
  const burden = fields.word("burden", ["customer", "merchant", "none"], "none");
  return {
    name,
    scope: fields.word("scope", scopes, "order"),
    by: fields.word("by", ["event", "customer", "reviewer"], "event"),
    proof: fields.words("proof").map(({ text }) => text),
    burden: burden === "none" ? null : burden,
    derived: fields.text("derived"),
    reads: fields.words("reads").map(({ text }) => text),
    clock: clock ? readClock(clock, fields.problems) : null,
    attribute: fields.flag("attribute"),
    brief: brief ? readBrief(brief, sayable, fields.problems) : {},
  };
}

function readClock(node: SyntaxNode, problems: Problems): FactClock | null {
  const fields = new Fields(node, ["from", "to", "count", "first", "roll"], problems);
  const [from, to] = ["from", "to"].map((key) => {
    const end = fields.required(key);
    return end === null ? null : (scalarOf(end, problems)?.text ?? null);
  });
  if (!from || !to) return null;
  return {
    from,
    to,
    count: fields.text("count"),
    first: fields.text("first"),
    roll: fields.text("roll"),
  };
}
