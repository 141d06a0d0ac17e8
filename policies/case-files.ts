import { parse } from "yaml";
import {
  type CaseFacts,
  type CompiledPolicy,
  type DecideResult,
  type Fact,
  type FactInput,
  type HeadDecision,
  compile,
  decide,
  isRefusal,
  parseDuration,
  parseFraction,
  parsePeriod,
} from "../src/core/index.ts";
import type { Fraction, Head, Refusal, RuleDocument } from "../src/core/index.ts";

/**
 * As a case file writes it: `72h`, `unproven`, `before_start`, `{claimed: yes}`,
 * `{days: 14, marks: …}`.
 */
type Written = string | { claimed: string } | { days: string; marks: Record<string, string> };

export interface PolicyCase {
  readonly name: string;
  readonly params?: Record<string, string>;
  readonly final?: string;
  readonly given: Record<string, Written>;
  readonly expect?: Record<string, "none" | { is: string; by?: string; why?: string }>;
  readonly needed?: string[];
  readonly impossible?: string;
}

export function readCases(text: string): PolicyCase[] {
  return (parse(text, { schema: "failsafe" }) as { cases: PolicyCase[] }).cases;
}

/** Any base will do: a case says shares. A round one keeps the arithmetic readable. */
const baseMinor = 100_000;

export function decideWritten(document: RuleDocument, written: PolicyCase): DecideResult {
  const facts = Object.entries(written.given).map(([name, value]): [string, FactInput] => {
    const fact = document.facts[name];
    if (fact === undefined) throw new Error(`the case names \`${name}\`, which is not read`);
    return [name, inputOf(fact, value)];
  });
  const within = (scope: Fact["scope"]): CaseFacts =>
    Object.fromEntries(facts.filter(([name]) => document.facts[name]?.scope === scope));
  const scopes = new Set(Object.values(document.bases).map((base) => base.scope));
  const line = { lineId: "1", packetId: null, from: 0, to: 1, facts: within("line") };
  const packet = { lineId: null, packetId: "1", from: 0, to: 1, facts: within("packet") };
  return decide({
    policies: [compiled(asPolicy(document), written.params ?? {})],
    currency: "CNY",
    calendarVersion: "none",
    orderFacts: within("order"),
    items: [...(scopes.has("line") ? [line] : []), ...(scopes.has("packet") ? [packet] : [])],
    baseOf: () => baseMinor,
    final: written.final === "true",
  });
}

/** A floor takes nothing by itself; its cases say the most that a policy beside it may take. */
function asPolicy(document: RuleDocument): RuleDocument {
  if (document.kind === "policy") return document;
  const own = { parameters: [], floors: [], promises: { time: {}, blindTo: [] } };
  return { ...document, ...own, kind: "policy" };
}

function compiled(document: RuleDocument, params: Record<string, string>): CompiledPolicy {
  const policy = compile(document, params);
  if (isRefusal(policy)) throw new Error(policy.sentence);
  return policy;
}

function inputOf(fact: Fact, written: Written): FactInput {
  if (written === "unproven" || written === "before_start") return { state: written };
  if (typeof written === "string") return { state: "attested", value: valueOf(fact, written) };
  if ("claimed" in written) return { state: "claimed", value: valueOf(fact, written.claimed) };
  const marks = Object.entries(written.marks).map(([text, days]) => [text, Number(days)] as const);
  return { state: "event", value: Number(written.days), marks: Object.fromEntries(marks) };
}

function valueOf(fact: Fact, text: string): number | string {
  switch (fact.type) {
    case "duration":
      return accepted(parseDuration(text));
    case "days":
      return accepted(parsePeriod(text)).days;
    case "count":
      return Number(text);
    default:
      return text;
  }
}

function accepted<T>(value: T): Exclude<T, Refusal> {
  if (isRefusal(value)) throw new Error(value.sentence);
  return value as Exclude<T, Refusal>;
}

/** The decision's answer to a head, of several on one base its own part; undefined for silence. */
export function headOf(
  { name, direction, base, grant }: Head,
  heads: readonly HeadDecision[],
): { fraction: Fraction; clause: string | null; why: string | null } | undefined {
  const head = heads.find(
    (each) => each.direction === direction && each.base === base && each.grant === grant,
  );
  const [item, trace] = [head?.items[0], head?.trace[0]];
  if (item === undefined || trace === undefined) return undefined;
  const { clause, why, fraction } = trace.parts?.find((part) => part.head === name) ?? {
    ...trace,
    fraction: item.fraction,
  };
  return { fraction: accepted<Fraction | Refusal>(parseFraction(fraction)), clause, why };
}
