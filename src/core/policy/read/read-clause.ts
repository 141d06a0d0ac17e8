import { compare, zero } from "../../money/index.ts";
import type { Draft } from "./draft.ts";
import { Fields, found, namedEntries } from "./fields.ts";
import type { Amount, Clause, Condition, Head, ParameterCondition } from "../model.ts";
import { readCondition, readParameterCondition } from "./read-condition.ts";
import { readConstant } from "./read-fact.ts";
import type { SyntaxEntry, SyntaxNode } from "../syntax.ts";

const clauseKeys = ["when", "over", "why", "cite", "give"];

export function readClause(entry: SyntaxEntry, draft: Draft): Clause {
  const fields = new Fields(entry.value, clauseKeys, draft.problems);
  const when = fields.node("when");
  const lines = when === null ? [] : readWhen(when, draft);
  const why = fields.scalar("why");
  const citation = draft.kind === "floor" ? fields.required("cite") : null;
  const clause: Clause = {
    name: entry.key,
    when: lines.filter((line): line is Condition => "fact" in line),
    parameters: lines.filter((line): line is ParameterCondition => "parameter" in line),
    over: fields.words("over").map(({ text }) => text),
    why: why === null ? null : draft.reason(why.text, why.at),
    cite: citation === null && draft.kind === "floor" ? null : fields.text("cite"),
    give: readGive(fields, draft),
  };
  checkProven(clause, entry, draft);
  // A floor that demands nothing has nothing to explain.
  if (why === null && draft.kind === "policy") checkWhy(clause, entry, draft);
  return clause;
}

function readWhen(node: SyntaxNode, draft: Draft): (Condition | ParameterCondition)[] {
  return namedEntries(node, draft.problems).flatMap((entry) => {
    const parameter = draft.parameters.find(({ name }) => name === entry.key);
    const line =
      parameter?.kind === "choice"
        ? readParameterCondition(entry, parameter.options, draft)
        : readCondition(entry, draft);
    return line === null ? [] : [line];
  });
}

function readGive(fields: Fields, draft: Draft): Clause["give"] {
  const node = fields.required("give");
  if (node === null) return [];
  const entries = namedEntries(node, draft.problems);
  if (node.kind === "map" && node.entries.length === 0) {
    draft.problems.add("empty", node.at, { key: "give" });
  }
  return entries.flatMap((entry) => {
    const head = draft.head(entry.key, entry.keyAt);
    const amount = readAmount(entry.value, draft);
    if (head === null || amount === null) return [];
    if (compare(amount.rate, head.max) > 0) {
      const values = { rate: amount.rateText, head: head.name, max: percent(head) };
      draft.problems.add("above_max", entry.value.at, values);
    }
    return [{ head: head.name, amount }];
  });
}

function percent({ max: { n, d } }: Head): string {
  return `${Number((BigInt(n) * 10_000n) / BigInt(d)) / 100}%`;
}

const forms = ["less", "unused", "part"] as const;

/** `90%`, or a rate with one of `less`, `unused` and `part` and its fact. */
function readAmount(node: SyntaxNode, draft: Draft): Amount | null {
  if (node.kind === "scalar") return readRate(node, draft);
  const form = forms.find((key) => hasKey(node, key));
  if (node.kind === "list" || form === undefined || !hasKey(node, "rate")) {
    return draft.problems.add("bad_amount", node.at, { found: found(node) });
  }
  if (forms.filter((key) => hasKey(node, key)).length > 1) {
    return draft.problems.add("amount_of_two_forms", node.at);
  }
  const fields = new Fields(node, ["rate", form], draft.problems);
  const rate = fields.scalar("rate");
  const plain = rate === null ? null : readRate(rate, draft);
  const name = fields.scalar(form);
  if (name !== null && /^\d+(\.\d+)?%?$/.test(name.text)) {
    return draft.problems.add("amount_of_fixed_sum", name.at, { found: name.text });
  }
  const fact = name === null ? null : draft.fact(name.text, name.at);
  if (plain === null || name === null || fact === null) return null;
  if (fact.type !== "ratio") {
    return draft.problems.add("fact_not_ratio", name.at, { fact: fact.name });
  }
  return { ...plain, form, fact: fact.name };
}

function hasKey(node: SyntaxNode, key: string): boolean {
  return node.kind === "map" && node.entries.some((entry) => entry.key === key);
}

function readRate(node: SyntaxNode, draft: Draft): Amount | null {
  const constant = readConstant(node, "give", "ratio", draft.problems);
  if (constant?.kind !== "ratio") return null;
  if (compare(constant.value, zero) < 0) {
    return draft.problems.add("bad_amount", node.at, { found: constant.text });
  }
  return { form: "plain", rate: constant.value, rateText: constant.text, fact: null };
}

/** A share that was not proven is no number: the clause must ask for one that is. */
function checkProven(clause: Clause, entry: SyntaxEntry, draft: Draft): void {
  const bounded = new Set(
    clause.when.filter(({ kind }) => kind === "interval").map(({ fact }) => fact),
  );
  for (const { amount } of clause.give) {
    const fact = amount.fact;
    if (fact === null || bounded.has(fact) || draft.facts[fact]?.burden !== "customer") continue;
    draft.problems.add("amount_may_be_unproven", entry.keyAt, { fact, clause: clause.name });
  }
}

function checkWhy(clause: Clause, entry: SyntaxEntry, draft: Draft): void {
  for (const { head, amount } of clause.give) {
    const pays = draft.heads.some(({ name, direction }) => name === head && direction === "pay");
    if (!pays || compare(amount.rate, zero) > 0) continue;
    draft.problems.add("missing_why", entry.keyAt, { clause: clause.name, head });
  }
}
