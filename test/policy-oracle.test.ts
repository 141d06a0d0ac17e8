import { describe, expect, it } from "vitest";
import {
  type CaseFacts,
  type CompiledPolicy,
  type FactInput,
  PolicyFault,
  type RuleDocument,
  compile,
  decide,
  isRefusal,
} from "../src/core/index.ts";
import {
  type FileReading,
  problemLine,
  readCatalogueFile,
  readPolicyFile,
} from "../src/contract/index.ts";
import {
  documentNames,
  policyText,
  shippedCatalogue,
  shippedFile,
} from "../policies/shipped-files.ts";
import { type OracleInput, type OracleResult, oracleDecide } from "./oracle/decide.ts";
import { type OracleDocument, readOracle } from "./oracle/document.ts";
import { type OracleValue, factsRead } from "./oracle/evaluate.ts";
import { type RandomCase, chance, randomCase } from "./oracle/random-case.ts";
import { tell } from "./oracle/rational.ts";

const words = shippedCatalogue();
const catalogueText = policyText("catalogue.yaml");
const single = documentNames().filter((name) => !name.startsWith("cn-penalty-clock"));

/**
 * Where the evaluator may ask for a fact that turns out to change nothing: it does not follow the
 * links between facts (the full price of use is never below the discounted one), takes an unknown
 * share for its whole range, and tells silence from a share of nothing. It never asks too little.
 */
const cautious = new Set([
  "cn-prepaid-2025.floor.yaml",
  "eu-withdrawal.floor.yaml",
  "package-cancel-consumer.policy.yaml",
  "package-cancel-consumer.policy.yaml + cn-prepaid-2025.floor.yaml",
  "testing/guarantee-halves.policy.yaml",
  "testing/guarantee-halves.policy.yaml + cn-prepaid-2025.floor.yaml",
  "package-cancel-consumer.policy.yaml + testing/guarantee-halves.policy.yaml",
  "order-refund.policy.yaml + eu-withdrawal.floor.yaml",
  "package-cancel.policy.yaml + package-cancel-consumer.policy.yaml",
]);

const bindings: readonly (readonly string[])[] = [
  ...single.map((name) => [name]),
  ["testing/guarantee-halves.policy.yaml"],
  ["testing/notice-months.policy.yaml"],
  ["testing/guarantee-halves.policy.yaml", "cn-prepaid-2025.floor.yaml"],
  ["package-cancel-consumer.policy.yaml", "testing/guarantee-halves.policy.yaml"],
  ["package-cancel-consumer.policy.yaml", "cn-prepaid-2025.floor.yaml"],
  ["order-refund.policy.yaml", "cn-seven-day.floor.yaml"],
  ["order-refund.policy.yaml", "eu-withdrawal.floor.yaml"],
  ["campaign-cancelled.policy.yaml", "cn-promise.floor.yaml"],
  ["package-cancel.policy.yaml", "package-cancel-consumer.policy.yaml"],
];

const casesEach = 300;

describe("the evaluator and the slow one of the specification", () => {
  it.each(bindings.map((names, index) => [names.join(" + "), names, index] as const))(
    "agree on %s",
    (title, names, index) => {
      const documents = names.map((name) => shippedFile(name, words).document);
      const policies = names.length === 1 ? documents.map(asPolicy) : documents;
      const oracle = names.map((name) => readOracle(policyText(name), catalogueText));
      const below = chance(20_250_501 + index);
      let decided = 0;
      let askedMore = 0;
      for (let n = 0; n < casesEach; n += 1) {
        const random = randomCase(oracle, below);
        const expected = oracleDecide(oracle, random.given, random.inputs, random.final);
        const answer = answerOf(policies, oracle, random);
        if (answer.status === "decided") decided += 1;
        if (cautious.has(title) && asksMore(answer, expected)) askedMore += 1;
        else if (JSON.stringify(answer) !== JSON.stringify(expected)) {
          expect({ case: plain(random), answer }).toEqual({ case: plain(random), expected });
        }
      }
      expect(decided).toBeGreaterThan(casesEach / 10);
      expect(askedMore).toBeLessThan(casesEach / 8);
    },
    60_000,
  );
});

describe("a document that was changed for the evaluator alone", () => {
  it.each([
    [
      "package-cancel.policy.yaml",
      "since_signing: {at_most: 72h}",
      "since_signing: {at_most: 71h}",
    ],
    [
      "package-cancel.policy.yaml",
      "more_than: 72h}, cause: trader",
      "at_least: 72h}, cause: trader",
    ],
    ["package-cancel.policy.yaml", "rate: 90%", "rate: 91%"],
    ["package-cancel.policy.yaml", "cause: [outage, data_loss]", "cause: outage"],
    ["order-refund.policy.yaml", "at_most: 7d}, intact: yes", "at_most: 8d}, intact: yes"],
    ["order-refund.policy.yaml", "at_most: 90d}}\n    over", "less_than: 90d}}\n    over"],
    ["order-refund.policy.yaml", "[no, unproven]", "no"],
    [
      "ineffective-guarantee.policy.yaml",
      "efficacy: {less_than: $bar}",
      "efficacy: {at_most: $bar}",
    ],
    ["red-packet.policy.yaml", "part: undone_share", "unused: undone_share"],
    ["interest-booster.policy.yaml", "at_least: $grace", "more_than: $grace"],
    ["campaign-cancelled.policy.yaml", "unsaid: money", "unsaid: voucher"],
  ])("is found out: %s, %s", (name, from, to) => {
    const text = policyText(name);
    const changedWords = read(readCatalogueFile(catalogueText.replace(from, to)));
    const changed = read(readPolicyFile(text.replace(from, to), changedWords));
    expect(text.includes(from) || catalogueText.includes(from)).toBe(true);
    const oracle = [readOracle(text, catalogueText)];
    const below = chance(7);
    const found = Array.from({ length: 1000 }).some(() => {
      const random = randomCase(oracle, below);
      const expected = oracleDecide(oracle, random.given, random.inputs, random.final);
      return differs(() => answerOf([changed.document], oracle, random), expected);
    });
    expect(found).toBe(true);
  });
});

/** A gap or an overlap that a change made is thrown, and so is found out too. */
function differs(answer: () => OracleResult, expected: OracleResult): boolean {
  try {
    return JSON.stringify(answer()) !== JSON.stringify(expected);
  } catch (error) {
    if (error instanceof PolicyFault) return true;
    throw error;
  }
}

function read<T>(reading: FileReading<T>): T {
  if (!reading.ok) throw new Error(reading.problems.map((each) => problemLine(each)).join("\n"));
  return reading.value;
}

function asksMore(answer: OracleResult, expected: OracleResult): boolean {
  if (answer.status !== "needed" || expected.status === "impossible") return false;
  if (expected.status === "decided") return true;
  return (
    answer.facts.length > expected.facts.length &&
    expected.facts.every((name) => answer.facts.includes(name))
  );
}

/** Alone, a floor is asked for what it demands, as if it were a policy. */
function asPolicy(document: RuleDocument): RuleDocument {
  if (document.kind === "policy") return document;
  const own = { parameters: [], floors: [], promises: { time: {}, blindTo: [] } };
  return { ...document, ...own, kind: "policy" };
}

function answerOf(
  documents: readonly RuleDocument[],
  oracle: readonly OracleDocument[],
  { given, inputs, final }: RandomCase,
): OracleResult {
  const read = new Set(oracle.flatMap(factsRead));
  const within = (scope: string): CaseFacts =>
    Object.fromEntries(
      [...read]
        .map((name) => [name, documents.flatMap(({ facts }) => facts[name] ?? [])[0]!] as const)
        .filter(([, fact]) => fact.scope === scope)
        .map(([name, fact]) => [name, inputOf(inputs[name]!, fact.type, given.marks)]),
    );
  const scopes = new Set(
    documents.flatMap(({ bases }) => Object.values(bases)).map((b) => b.scope),
  );
  const line = { lineId: "1", packetId: null, from: 0, to: 1, facts: within("line") };
  const packet = { lineId: null, packetId: "1", from: 0, to: 1, facts: within("packet") };
  const result = decide({
    policies: documents.map((document) => compiled(document, given.params)),
    currency: "CNY",
    calendarVersion: "none",
    orderFacts: within("order"),
    items: [...(scopes.has("line") ? [line] : []), ...(scopes.has("packet") ? [packet] : [])],
    baseOf: () => 100_000,
    final,
  });
  if (result.status === "impossible") return { status: "impossible" };
  if (result.status === "needed") {
    const names = new Set(result.needed.map(({ fact }) => fact));
    return { status: "needed", facts: [...read].filter((name) => names.has(name)) };
  }
  const identities = oracle.flatMap(({ heads }) => Object.values(heads).map((h) => h.identity));
  const shares = new Map(identities.map((identity) => [identity, "0/1"]));
  for (const { direction, base, grant, items } of result.decision.heads) {
    const identity = `${direction} ${base} ${grant ?? ""}`.trim();
    for (const { fraction } of items) shares.set(identity, fraction);
  }
  return { status: "decided", heads: Object.fromEntries([...shares].toSorted()) };
}

function compiled(document: RuleDocument, params: Record<string, string>): CompiledPolicy {
  const own = document.kind === "policy" ? document.parameters.map(({ name }) => name) : [];
  const entries = Object.entries(params).filter(([name]) => own.includes(name));
  const policy = compile(document, Object.fromEntries(entries));
  if (isRefusal(policy)) throw new Error(policy.sentence);
  return policy;
}

function inputOf(input: OracleInput, type: string, marks: Record<string, number>): FactInput {
  if (!("value" in input)) return input;
  return { state: input.state, value: valueOf(input.value, type), marks };
}

const valueOf = (value: OracleValue, type: string) => {
  if (typeof value === "string") return value;
  return type === "ratio" ? tell(value) : Number(value.n);
};

const plain = ({ given, inputs, final }: RandomCase) => ({
  params: given.params,
  final,
  ...Object.fromEntries(
    Object.entries(inputs).map(([name, input]) => [
      name,
      "value" in input ? `${input.state} ${valueText(input.value)}` : input.state,
    ]),
  ),
});

const valueText = (value: OracleValue) => (typeof value === "string" ? value : tell(value));
