import { isRefusal } from "../../money/index.ts";
import { compile } from "../compile/compile.ts";
import type { CompiledPolicy } from "../compile/compiled.ts";
import { decide } from "../decide/decide.ts";
import type { DecideResult } from "../decide/decision.ts";
import type { CaseFacts, FactInput } from "../facts.ts";
import type { Fact, RuleDocument, Scope } from "../model.ts";
import { isWish } from "../decide/settle-facts.ts";
import { type BoundCase, boundaryCases } from "./cases.ts";
import type { EvaluationVector, VectorAnswer, VectorHead } from "./vector.ts";

/**
 * Evaluation vectors of documents that bind one claim together; a floor that is alone answers as
 * if it were a policy. Deterministic: the same documents give the same vectors.
 */
export function vectorsOf(documents: readonly RuleDocument[]): EvaluationVector[] {
  const [only] = documents;
  const asked = documents.length === 1 && only !== undefined ? [asPolicy(only)] : documents;
  const cases = boundaryCases(asked);
  const facts = Object.assign({}, ...asked.map((each) => each.facts)) as Record<string, Fact>;
  const varied = cases.flatMap((each) => [{ ...each, final: true }, ...unknownCases(each, facts)]);
  const seen = new Set<string>();
  const vectors: EvaluationVector[] = [];
  for (const each of [...varied, ...linkedCases(cases, facts)]) {
    const key = JSON.stringify([each.facts, each.params, each.final]);
    if (seen.has(key)) continue;
    seen.add(key);
    const expect = answerTo(asked, each);
    vectors.push({
      name: `${String(vectors.length + 1).padStart(3, "0")} ${nameOf(expect)}`,
      params: paramsByDocument(asked, each),
      final: each.final,
      facts: each.facts,
      expect,
    });
  }
  return vectors;
}

type VariedCase = BoundCase & { readonly final: boolean };

function asPolicy(document: RuleDocument): RuleDocument {
  if (document.kind === "policy") return document;
  const own = { parameters: [], floors: [], promises: { time: {}, blindTo: [] } };
  return { ...document, ...own, kind: "policy" };
}

/** Each fact in turn unknown, alleged only, or a wish unsaid: before and after the time lapses. */
function unknownCases(each: BoundCase, facts: Readonly<Record<string, Fact>>): VariedCase[] {
  return Object.entries(each.facts).flatMap(([name, input]): VariedCase[] => {
    const { [name]: _, ...rest } = each.facts;
    const fact = facts[name];
    if (fact === undefined) return [];
    const unknown = { ...each, facts: rest };
    if (isWish(fact)) return [{ ...unknown, final: false }];
    const lapses = fact.burden === "customer" ? [{ ...unknown, final: true }] : [];
    const claimed = alleged(input, fact).flatMap((other): VariedCase[] =>
      [false, true].map((final) => ({ ...each, facts: { ...rest, [name]: other }, final })),
    );
    return [{ ...unknown, final: false }, ...lapses, ...claimed];
  });
}

/** What the customer alone says of a fact that others establish. */
function alleged(input: FactInput, { by }: Fact): FactInput[] {
  return by === "reviewer" && "value" in input ? [{ ...input, state: "claimed" }] : [];
}

/** One case per link of the catalogue that breaks it: a fact below the one it is never below. */
function linkedCases(
  cases: readonly BoundCase[],
  facts: Readonly<Record<string, Fact>>,
): VariedCase[] {
  return Object.values(facts).flatMap((fact): VariedCase[] => {
    const other = "atLeastFact" in fact ? fact.atLeastFact : null;
    const found = cases.find((each) => fact.name in each.facts && (other ?? "") in each.facts);
    if (other === null || found === undefined) return [];
    const broken: CaseFacts = {
      ...found.facts,
      [fact.name]: { state: "attested", value: "0/1" },
      [other]: { state: "attested", value: "1/2" },
    };
    return [{ ...found, facts: broken, final: true }];
  });
}

function paramsByDocument(
  documents: readonly RuleDocument[],
  { params }: BoundCase,
): EvaluationVector["params"] {
  return Object.fromEntries(
    documents.flatMap(({ id }, index) => {
      const own = params[index] ?? {};
      return Object.keys(own).length === 0 ? [] : [[id, own] as const];
    }),
  );
}

/** What the evaluator answers to a case, as a vector says it. */
function answerTo(documents: readonly RuleDocument[], each: VariedCase): VectorAnswer {
  const policies = documents.map((document, index): CompiledPolicy => {
    const policy = compile(document, each.params[index] ?? {});
    if (isRefusal(policy)) throw new RangeError(policy.sentence);
    return policy;
  });
  const scopes = new Set(
    documents.flatMap(({ bases }) => Object.values(bases).map(({ scope }) => scope)),
  );
  const within = (scope: Scope) => factsWithin(each.facts, scope, documents);
  const place = { from: 0, to: 1 };
  const line = { ...place, lineId: "1", packetId: null, facts: within("line") };
  const packet = { ...place, lineId: null, packetId: "1", facts: within("packet") };
  const result = decide({
    policies,
    currency: "CNY",
    calendarVersion: "none",
    orderFacts: within("order"),
    items: [...(scopes.has("line") ? [line] : []), ...(scopes.has("packet") ? [packet] : [])],
    baseOf: () => 10_000,
    final: each.final,
  });
  return toldAnswer(result);
}

function factsWithin(
  facts: CaseFacts,
  scope: Scope,
  documents: readonly RuleDocument[],
): CaseFacts {
  return Object.fromEntries(
    Object.entries(facts).filter(([name]) =>
      documents.some((document) => document.facts[name]?.scope === scope),
    ),
  );
}

function toldAnswer(result: DecideResult): VectorAnswer {
  if (result.status === "impossible") {
    const { assumption, policy, facts } = result;
    return { status: "impossible", reason: assumption, document: policy, facts };
  }
  if (result.status === "needed") {
    const names = new Set(result.needed.map(({ fact }) => fact));
    return { status: "needed", facts: [...names].toSorted() };
  }
  const heads = result.decision.heads.flatMap(({ direction, base, grant, items, trace }) =>
    items.flatMap((item, index): VectorHead[] => {
      const told = trace[index];
      if (told === undefined) return [];
      const { policy, clause, why } = told;
      return [{ direction, base, grant, share: item.fraction, document: policy, clause, why }];
    }),
  );
  return { status: "decided", heads };
}

/** What a vector is about, in short. */
function nameOf(answer: VectorAnswer): string {
  switch (answer.status) {
    case "impossible":
      return `impossible: ${answer.reason}`;
    case "needed":
      return `needed: ${answer.facts.join(", ")}`;
    case "decided":
      return answer.heads.map(({ clause, share }) => `${clause ?? "none"} ${share}`).join(", ");
  }
}
