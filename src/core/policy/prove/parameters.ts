import type { Parameter, RuleDocument } from "../model.ts";

/** The parameters of a policy; a floor has none. */
export function parametersOf(document: RuleDocument): readonly Parameter[] {
  return document.kind === "policy" ? document.parameters : [];
}

/** The parameter that a clause names; the reader has seen to it that there is one. */
export function parameterOf<K extends Parameter["kind"]>(
  document: RuleDocument,
  name: string,
  kind: K,
): Extract<Parameter, { kind: K }> {
  const found = parametersOf(document).find(
    (each): each is Extract<Parameter, { kind: K }> => each.name === name && each.kind === kind,
  );
  if (found === undefined) throw new RangeError(`no ${kind} \`${name}\``);
  return found;
}
