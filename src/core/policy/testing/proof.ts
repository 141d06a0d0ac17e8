import type { FloorDocument } from "../model.ts";
import type { FactInput } from "../facts.ts";
import type { Finding } from "../prove/finding.ts";
import type { ProofCase } from "../prove/proof-case.ts";
import { type Proof, type ProofOptions, prove } from "../prove/prove.ts";
import { documentOf } from "./documents.ts";

export function proofOf(text: string, options: ProofOptions = {}): Proof {
  return prove(documentOf(text), options);
}

/** A floor of these clauses, each with a citation. */
export function floorOf(body: string, heads = "{pay: {pay: order.prepaid}}"): FloorDocument {
  const document = documentOf(`
makegood: floor/1
id: least
version: 3
verified: true
heads: ${heads}
clauses:
${body}`);
  if (document.kind !== "floor") throw new Error("no floor");
  return document;
}

/** Findings in short: `overlap pay [a, b] since=5 cause=none`. */
export function shortly(proof: Proof): string[] {
  return proof.findings.map(shortFinding);
}

function shortFinding(found: Finding): string {
  const { kind, heads, clauses, floor, cases, answers, facts } = found;
  const parts = [
    kind,
    heads.join("+"),
    clauses.length === 0 ? "" : `[${clauses.map((clause) => clause ?? "–").join(", ")}]`,
    floor === null ? "" : `${floor.reference}:${floor.clause ?? "–"}`,
    answers.join(" "),
    facts.length === 0 ? "" : `{${facts.join(", ")}}`,
    cases.map(shortCase).join(" | "),
  ];
  return parts.filter((part) => part !== "").join(" ");
}

/** What the case turns on, with its parameters after a `$`. */
export function shortCase({ facts, turning, settings, params }: ProofCase): string {
  const told = turning.map((name) => `${name}=${shortInput(facts[name])}`);
  const set = settings.map((name) => `$${name}=${params[name] ?? "?"}`);
  return [...told, ...set].join(" ");
}

function shortInput(input: FactInput | undefined): string {
  if (input === undefined || !("value" in input)) return input?.state ?? "?";
  const marks = Object.entries(input.marks ?? {}).map(([text, days]) => `${text}=${days}`);
  const value = typeof input.value === "object" ? JSON.stringify(input.value) : input.value;
  return `${value}${marks.length === 0 ? "" : `(${marks.join()})`}`;
}
