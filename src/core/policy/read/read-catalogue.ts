import { isCurrency, isRefusal, parseDecimal } from "../../money/index.ts";
import { checkNewFacts } from "./check-new.ts";
import { isListed } from "../fact-kind.ts";
import { Fields, entriesOf, found, readTexts, scalarOf, textKeys } from "./fields.ts";
import type { Catalogue, Fact, MoneyBase, ZeroReason } from "../model.ts";
import { own } from "../own.ts";
import { readFact } from "./read-fact.ts";
import { Problems, type Reading, type Standard } from "./reading.ts";
import { suggestion } from "./suggest.ts";
import type { SyntaxEntry, SyntaxNode, SyntaxScalar } from "../syntax.ts";

/** Reads the facts, bases and reasons that policies and floors share. */
export function readCatalogue(
  tree: SyntaxNode,
  problems = new Problems(),
  standard: Standard = "stored",
): Reading<Catalogue> {
  const fields = new Fields(tree, ["makegood", "facts", "bases", "reasons"], problems);
  fields.requiredWord("makegood", ["catalogue/1"]);
  const facts = readFacts(fields, {});
  checkLinks(fields, facts);
  if (standard === "new") checkNewFacts(fields, facts, problems);
  const bases = readBases(fields, "");
  return problems.reading({ facts, bases, reasons: readReasons(fields) });
}

/** The facts under `facts`; links may also name facts of the catalogue. */
export function readFacts(
  fields: Fields,
  catalogue: Readonly<Record<string, Fact>>,
): Record<string, Fact> {
  const facts: Record<string, Fact> = {};
  for (const entry of fields.named("facts")) {
    checkFree(entry, catalogue, fields.problems);
    const fact = readFact(entry, fields.problems);
    if (fact !== null) facts[entry.key] = fact;
  }
  return facts;
}

function checkFree(
  { key, keyAt }: SyntaxEntry,
  taken: Readonly<Record<string, unknown>>,
  problems: Problems,
): void {
  if (Object.hasOwn(taken, key)) problems.add("name_taken", keyAt, { name: key });
}

/** A link joins ordered facts of one type; a day count is linked with a duration. */
export function checkLinks(fields: Fields, known: Readonly<Record<string, Fact>>): void {
  for (const { key, value } of fields.named("facts")) {
    const fact = own(known, key);
    if (fact === undefined || isListed(fact)) continue;
    checkLink(value, "at_least_fact", fact, fact.type, known, fields.problems);
    const days = fact.type === "days" ? "duration" : "days";
    checkLink(value, "days_of", fact, days, known, fields.problems);
  }
}

function checkLink(
  node: SyntaxNode,
  key: "at_least_fact" | "days_of",
  fact: Fact,
  type: Fact["type"],
  known: Readonly<Record<string, Fact>>,
  problems: Problems,
): void {
  const entry = node.kind === "map" ? node.entries.find((each) => each.key === key) : undefined;
  if (entry === undefined) return;
  const name = found(entry.value);
  const other = own(known, name);
  if (other === undefined) {
    problems.add("unknown_fact", entry.value.at, () => {
      return { name, ...suggestion(name, Object.keys(known)) };
    });
  } else if (other.type !== type || (key === "days_of" && fact.type !== "days")) {
    problems.add("link_type_mismatch", entry.value.at, { fact: fact.name, other: name });
  }
}

const baseKeys = ["scope", "settles", "const", "currency", "brief", ...textKeys];

/** Bases of the catalogue (no owner), or of one document, whose names carry its id outside. */
export function readBases(fields: Fields, owner: string): Record<string, MoneyBase> {
  const bases: Record<string, MoneyBase> = {};
  for (const { key, value } of fields.named("bases")) {
    const base = new Fields(value, baseKeys, fields.problems);
    const text = base.texts();
    const brief = base.node("brief");
    const read = {
      name: owner === "" ? key : `${owner}/${key}`,
      scope: base.word("scope", ["order", "line", "packet"], "order"),
      settles: base.word("settles", ["refund", "cash", "grant"], "refund"),
      constant: readConstantBase(base),
      brief: brief === null ? null : readTexts(brief, fields.problems),
    };
    if (text !== null) bases[key] = { ...read, text };
  }
  return bases;
}

/** `{CNY: 20.00, USD: 3.00}`; what was stored before has one sum with its `currency` beside it. */
function readConstantBase(base: Fields): MoneyBase["constant"] {
  const { problems } = base;
  const node = base.node("const");
  if (node === null) return null;
  if (node.kind !== "map") return readOneSum(base);
  const sums: Record<string, number> = {};
  for (const { key, value } of entriesOf(node, problems).values()) {
    const written = scalarOf(value, problems);
    const amountMinor = written === null ? null : readSum(written, key, problems);
    if (amountMinor !== null) sums[key] = amountMinor;
  }
  return sums;
}

function readOneSum(base: Fields): MoneyBase["constant"] {
  const written = base.scalar("const");
  const node = base.required("currency");
  const currency = node === null ? null : (scalarOf(node, base.problems)?.text ?? null);
  if (written === null || currency === null) return null;
  const amountMinor = readSum(written, currency, base.problems);
  return amountMinor === null ? null : { [currency]: amountMinor };
}

function readSum(written: SyntaxScalar, currency: string, problems: Problems): number | null {
  const amountMinor = isCurrency(currency) ? parseDecimal(written.text, currency) : null;
  if (amountMinor !== null && !isRefusal(amountMinor) && amountMinor >= 0) return amountMinor;
  const values = { found: found(written), currency };
  return problems.add("constant_base_currency", written.at, values);
}

export function readReasons(fields: Fields): Record<string, ZeroReason> {
  const reasons: Record<string, ZeroReason> = {};
  for (const { key, value } of fields.named("reasons")) {
    const text = readTexts(value, fields.problems);
    if (text !== null) reasons[key] = { code: key, text };
  }
  return reasons;
}

/** A document's own bases and reasons may not hide the catalogue's. */
export function checkOwnNames(fields: Fields, catalogue: Catalogue): void {
  for (const key of ["bases", "reasons"] as const) {
    const node = fields.node(key);
    if (node?.kind !== "map") continue;
    for (const entry of node.entries) checkFree(entry, catalogue[key], fields.problems);
  }
}
