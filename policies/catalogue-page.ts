import type { Catalogue, Fact, MoneyBase, OrderedFact } from "../src/core/index.ts";
import { kindsOfClaim } from "./claim-kinds.ts";

/** docs/catalogue.md: the words that documents are written with, as a page for their authors. */
export function cataloguePage({ facts, bases, reasons }: Catalogue): string {
  return [
    "# The catalogue",
    "",
    "The words that every policy and floor may use, printed from `policies/catalogue.yaml`. What",
    "a document needs beside them it declares itself ([the language](policy-language.md)).",
    "",
    "## Kinds of claim",
    "",
    "| `answers` | a customer asks |",
    "|---|---|",
    ...kindsOfClaim.map(([kind, what]) => `| \`${kind}\` | ${what} |`),
    "",
    "## Sums",
    "",
    "| base | in words | of each | goes back as |",
    "|---|---|---|---|",
    ...Object.values(bases).map(baseRow),
    "",
    "## Facts",
    "",
    "| fact | in words | of each | values | established by |",
    "|---|---|---|---|---|",
    ...Object.values(facts).map(factRow),
    "",
    "## Why nothing is paid",
    "",
    "| `why` | in words |",
    "|---|---|",
    ...Object.values(reasons).map(({ code, text }) => `| \`${code}\` | ${text.en} |`),
    "",
  ].join("\n");
}

const settled = { refund: "refund, the way it was paid", cash: "money", grant: "a grant" };

function baseRow({ name, text, scope, settles }: MoneyBase): string {
  return `| \`${name}\` | ${text.en} | ${scope} | ${settled[settles]} |`;
}

function factRow(fact: Fact): string {
  const cells = [`\`${fact.name}\``, fact.text.en, fact.scope, valuesOf(fact), establishedBy(fact)];
  return `| ${cells.join(" | ")} |`;
}

function valuesOf(fact: Fact): string {
  if (fact.type === "choice" || fact.type === "flag") {
    return fact.options.map(({ name }) => `\`${name}\``).join(", ");
  }
  const { from, to } = (fact as OrderedFact).range;
  return `${fact.type}, ${from.text} to ${to.text}`;
}

const establishers = {
  event: "the records",
  customer: "the customer's word",
  reviewer: "a reviewer",
};

function establishedBy(fact: Fact): string {
  if (fact.attribute) return "for `blind_to` alone: no clause may read it";
  if (fact.derived !== null) return "the program, from the records";
  const burden = fact.burden === null ? "" : `; for the ${fact.burden} to prove`;
  return establishers[fact.by] + burden;
}
