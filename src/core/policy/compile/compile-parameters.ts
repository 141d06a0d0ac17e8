import { type Refusal, isRefusal, refuse } from "../../money/index.ts";
import { parseConstant } from "../constant.ts";
import type { Constant, OrderedFact, Parameter, RuleDocument } from "../model.ts";
import { own } from "../own.ts";
import { within } from "../read/ranges.ts";

export type FilledParameters = {
  readonly params: Readonly<Record<string, string>>;
  readonly constants: ReadonlyMap<string, Constant>;
};

/** Every parameter of the document, from the given texts or by default. */
export function fillParameters(
  document: RuleDocument,
  given: Readonly<Record<string, string>>,
): FilledParameters | Refusal {
  const parameters = document.kind === "policy" ? document.parameters : [];
  const unknown = Object.keys(given).find((name) => !parameters.some((each) => each.name === name));
  if (unknown !== undefined) {
    const names = parameters.map(({ name }) => name).join(", ") || "–";
    const sentence = `policy \`${document.id}\` has no parameter \`${unknown}\`: use ${names}`;
    return refuse("unknown_parameter", sentence);
  }
  const params: Record<string, string> = {};
  const constants = new Map<string, Constant>();
  for (const parameter of parameters) {
    const filled = fillOne(parameter, own(given, parameter.name), document);
    if (isRefusal(filled)) return filled;
    params[parameter.name] = typeof filled === "string" ? filled : filled.text;
    if (typeof filled !== "string") constants.set(parameter.name, filled);
  }
  return { params, constants };
}

function fillOne(
  parameter: Parameter,
  text: string | undefined,
  document: RuleDocument,
): Constant | string | Refusal {
  if (text === undefined) return parameter.default;
  if (parameter.kind === "choice") {
    return parameter.options.includes(text) ? text : refuseValue(parameter, text);
  }
  // The reader admits parameters of ordered facts alone.
  const { type } = document.facts[parameter.of] as OrderedFact;
  const constant = parseConstant(text, type);
  const fits = constant !== null && within(constant, parameter.range);
  return fits ? constant : refuseValue(parameter, text);
}

function refuseValue(parameter: Parameter, text: string): Refusal {
  const expected =
    parameter.kind === "choice"
      ? `one of ${parameter.options.join(", ")}`
      : `a value from ${parameter.range.from.text} to ${parameter.range.to.text}`;
  const sentence = `\`${text}\` does not fit parameter \`${parameter.name}\`: use ${expected}`;
  return refuse("parameter_out_of_range", sentence);
}
