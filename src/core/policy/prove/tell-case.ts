import { isListed } from "../fact-kind.ts";
import type { FactInput } from "../facts.ts";
import type { Assumption, Condition, Fact, RuleDocument } from "../model.ts";
import { own } from "../own.ts";
import { tellFact, tellNeeded } from "../tell/phrase.ts";
import { tellConstant, tellValue } from "../tell/tell-value.ts";
import type { Language } from "../texts.ts";
import { factOf } from "./instance.ts";
import { parametersOf } from "./parameters.ts";
import type { ProofCase } from "./proof-case.ts";
import { sayProof } from "./sentences.ts";

/** Facts of the document and of the floor beside it. */
export type Facts = Readonly<Record<string, Fact>>;

/** A case by what it turns on; of a second case only what is not as in the first. */
export function tellCase(
  { facts, turning, settings, params }: ProofCase,
  document: RuleDocument,
  known: Facts,
  language: Language,
  first: ProofCase | null = null,
): string {
  const told = turning.flatMap((name) => {
    const [fact, input] = [entry(known, name), entry(facts, name)];
    const before = first === null ? undefined : own(first.facts, name);
    return isSame(input, before) ? [] : [tellInput(fact, input, language)];
  });
  const set = settings.map((name) => {
    const value = tellParameter(name, entry(params, name), document, known, language);
    return sayProof("setting", language, { name, value });
  });
  const all = first === null ? [...told, ...set] : told;
  const between = sayProof("between", language);
  return all.length === 0 ? sayProof("every_case", language) : all.join(between);
}

/** What a case says of a name on which it turns. */
function entry<T>(record: Readonly<Record<string, T>>, name: string): T {
  const found = own(record, name);
  if (found === undefined) throw new RangeError(`a case without \`${name}\``);
  return found;
}

function isSame(one: FactInput, other: FactInput | undefined): boolean {
  return other !== undefined && JSON.stringify(one) === JSON.stringify(other);
}

function tellInput(fact: Fact, input: FactInput, language: Language): string {
  if (!("value" in input)) return tellValue(fact, input.state, language);
  const told = tellFact(fact, input.value, language);
  if (told !== null) return told;
  const value = tellValue(fact, input.value, language);
  return sayProof("value", language, { fact: fact.text[language], value });
}

function tellParameter(
  name: string,
  text: string,
  document: RuleDocument,
  known: Facts,
  language: Language,
): string {
  const parameter = parametersOf(document).find((each) => each.name === name);
  const fact = parameter?.kind === "constant" ? own(known, parameter.of) : undefined;
  return fact === undefined || isListed(fact) ? text : tellConstant(fact, text, language);
}

/** A box of cases that the document takes to be impossible. */
export function tellAssumption(
  { never }: Assumption,
  document: RuleDocument,
  language: Language,
): string {
  const told = never.map((condition) => tellCondition(condition, document, language));
  return sayProof("never_happens", language, {
    case: told.join(sayProof("between", language)),
  });
}

function tellCondition(condition: Condition, document: RuleDocument, language: Language): string {
  const fact = factOf(document, condition.fact);
  if (condition.kind === "options") {
    const options = [
      ...condition.options,
      ...(condition.unproven ? ["unproven"] : []),
      ...(condition.beforeStart === true ? ["before_start"] : []),
    ];
    return tellNeeded(fact, { options }, language);
  }
  const bounds = condition.bounds.map(({ operator, operand }) => ({
    operator,
    constant: operand.kind === "parameter" ? `$${operand.name}` : operand.text,
  }));
  return tellNeeded(fact, { bounds }, language);
}
