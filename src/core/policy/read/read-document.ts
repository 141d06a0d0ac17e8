import { isRefusal } from "../../money/index.ts";
import { parseDay } from "../../calendar/index.ts";
import { checkOverrides, checkScopes } from "./check.ts";
import { checkNewDocument } from "./check-new.ts";
import { Draft } from "./draft.ts";
import { Fields, checkName, found, readTexts } from "./fields.ts";
import type { Assumption, Audience, Catalogue, Clause, FloorDocument } from "../model.ts";
import type { PolicyDocument, RuleDocument } from "../model.ts";
import { checkLinks, checkOwnNames, readBases, readFacts, readReasons } from "./read-catalogue.ts";
import { readClause } from "./read-clause.ts";
import { readCondition } from "./read-condition.ts";
import { readHeads } from "./read-head.ts";
import { readParameter } from "./read-parameter.ts";
import { readPromises } from "./read-promises.ts";
import { Problems, type Reading, type Standard } from "./reading.ts";
import type { SyntaxNode } from "../syntax.ts";

const shared = [
  ...["makegood", "id", "version", "title", "answers", "binds", "use", "facts", "bases"],
  ...["reasons", "heads", "clauses", "assume"],
];
const keysOf = {
  policy: [...shared, "params", "promises", "floors"],
  floor: [...shared, "verified", "merchants", "source", "in_force"],
};

/**
 * Reads a policy or a floor against its catalogue. `hash` is that of the file's bytes, by which
 * orders pin it. Faults are collected, with their places and what to do about them, and told with
 * those that `problems` has already. A `new` document is held to more than a stored one.
 */
export function readDocument(
  tree: SyntaxNode,
  catalogue: Catalogue,
  hash: string,
  problems = new Problems(),
  standard: Standard = "stored",
): Reading<RuleDocument> {
  const kind = kindOf(tree, problems);
  if (kind === null) return problems.reading({} as RuleDocument);
  const fields = new Fields(tree, keysOf[kind], problems);
  const heading = readHeading(fields, hash);
  const draft = declare(kind, heading.id, fields, catalogue);
  const clauses = readClauses(fields, draft);
  const assumptions = readAssumptions(fields, draft);
  const common = { ...heading, heads: draft.heads, clauses, assumptions };
  if (kind === "floor") {
    const floor = readFloor(fields);
    const document = { ...common, ...floor, ...usedBy(draft) } satisfies FloorDocument;
    if (standard === "new") checkNewDocument(document, fields, draft);
    return problems.reading(document);
  }
  const promises = readPromises(fields, draft);
  const policy = {
    kind,
    promises,
    parameters: draft.parameters,
    floors: fields.words("floors").map(({ text }) => text),
  };
  const document = { ...common, ...policy, ...usedBy(draft) } satisfies PolicyDocument;
  if (standard === "new") checkNewDocument(document, fields, draft);
  return problems.reading(document);
}

function kindOf(tree: SyntaxNode, problems: Problems): "policy" | "floor" | null {
  const entry =
    tree.kind === "map" ? tree.entries.find(({ key }) => key === "makegood") : undefined;
  if (tree.kind !== "map") return problems.add("not_a_map", tree.at, { found: found(tree) });
  if (entry === undefined) return problems.add("missing_key", tree.at, { key: "makegood" });
  const word = found(entry.value);
  if (word === "policy/1") return "policy";
  if (word === "floor/1") return "floor";
  const values = { found: word, expected: "policy/1, floor/1" };
  return problems.add("wrong_kind_of_file", entry.value.at, values);
}

function readHeading(fields: Fields, hash: string) {
  const { problems } = fields;
  fields.required("id");
  const id = fields.scalar("id");
  if (id !== null) checkName(id.text, id.at, problems);
  const title = fields.node("title");
  return {
    id: id?.text ?? "",
    version: readVersion(fields),
    hash,
    title: title === null ? null : readTexts(title, problems),
    answers: fields.words("answers").map(({ text }) => text),
    binds: readBinds(fields),
  };
}

function readVersion(fields: Fields): number {
  fields.required("version");
  const version = fields.scalar("version");
  if (version === null) return 0;
  if (/^[1-9]\d{0,8}$/.test(version.text)) return Number(version.text);
  fields.problems.add("not_a_version", version.at, { found: found(version) });
  return 0;
}

const audiences = ["consumer", "business"] as const;

function readBinds(fields: Fields): readonly Audience[] {
  const words = fields.words("binds");
  if (fields.node("binds") === null) return audiences;
  return words.flatMap((word) => {
    const audience = audiences.find((each) => each === word.text);
    if (audience !== undefined) return [audience];
    const values = { found: found(word), expected: audiences.join(", ") };
    fields.problems.add("wrong_value", word.at, values);
    return [];
  });
}

/** Everything that clauses may name, before the clauses are read. */
function declare(kind: Draft["kind"], id: string, fields: Fields, catalogue: Catalogue): Draft {
  const { problems } = fields;
  const facts = { ...catalogue.facts, ...readFacts(fields, catalogue.facts) };
  checkLinks(fields, facts);
  checkOwnNames(fields, catalogue);
  const bases = { ...catalogue.bases, ...readBases(fields, id) };
  const reasons = { ...catalogue.reasons, ...readReasons(fields) };
  const draft = new Draft(kind, { facts, bases, reasons }, problems);
  for (const { text, at } of fields.words("use")) draft.fact(text, at);
  draft.parameters = fields.named("params").flatMap((entry) => readParameter(entry, draft) ?? []);
  fields.required("heads");
  const heads = fields.named("heads");
  draft.declaredHeads = new Set(heads.map(({ key }) => key));
  draft.heads = readHeads(heads, draft);
  return draft;
}

function readClauses(fields: Fields, draft: Draft): Clause[] {
  fields.required("clauses");
  const places = new Map<Clause, readonly SyntaxNode["at"][]>();
  const clauses = fields.named("clauses").map((entry) => {
    const clause = readClause(entry, draft);
    const over = entry.value.kind === "map" ? entry.value.entries : [];
    const node = over.find(({ key }) => key === "over")?.value;
    places.set(
      clause,
      node?.kind === "list" ? node.items.map(({ at }) => at) : node ? [node.at] : [],
    );
    checkScopes(clause, entry.keyAt, draft);
    return clause;
  });
  checkOverrides(clauses, places, draft);
  return clauses;
}

function readAssumptions(fields: Fields, draft: Draft): Assumption[] {
  return fields.named("assume").map(({ key, value }) => {
    const box = new Fields(value, ["never"], draft.problems);
    box.required("never");
    const never = box.named("never").flatMap((entry) => readCondition(entry, draft) ?? []);
    return { name: key, never };
  });
}

/** A supervisor's rule for some merchants is entered with the day from which it is in force. */
function readFloor(fields: Fields) {
  const merchants = fields.word("merchants", ["all", "financial"], "all");
  if (merchants === "financial") fields.required("in_force");
  const inForce = fields.scalar("in_force");
  if (inForce !== null && isRefusal(parseDay(inForce.text))) {
    fields.problems.add("not_a_date", inForce.at, { found: found(inForce) });
  }
  return {
    kind: "floor" as const,
    verified: fields.flag("verified"),
    merchants,
    source: fields.text("source"),
    inForce: inForce?.text ?? null,
  };
}

/** The document keeps what it uses, so that it can be told and decided without the catalogue. */
function usedBy(draft: Draft): Pick<RuleDocument, "facts" | "bases" | "reasons"> {
  const facts = Object.fromEntries(
    Object.entries(draft.facts).filter(([name]) => draft.usedFacts.has(name)),
  );
  const bases = draft.heads.flatMap(({ base }) => draft.baseByOutsideName(base) ?? []);
  return {
    facts,
    bases: Object.fromEntries(bases.map((base) => [base.name, base])),
    reasons: draft.reasons,
  };
}
