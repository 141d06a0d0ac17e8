import { isRefusal } from "../../money/index.ts";
import { fillParameters } from "../compile/compile-parameters.ts";
import type { Clause, Constant, Head, Operand, Parameter, RuleDocument } from "../model.ts";
import { own } from "../own.ts";
import type { Language } from "../texts.ts";

/** A document as it is told: in which language, and for one order or for all of them. */
export type Telling = {
  readonly document: RuleDocument;
  readonly language: Language;
  /** What an order has set; null where its parameters are told as such. */
  readonly settings: Settings | null;
};
type Settings = {
  readonly params: Readonly<Record<string, string>>;
  readonly constants: ReadonlyMap<string, Constant>;
};

/** @throws RangeError when a parameter is unknown or out of its range, as `compile` refuses it. */
export function tellingOf(
  document: RuleDocument,
  language: Language,
  params: Readonly<Record<string, string>> | null,
): Telling {
  if (params === null) return { document, language, settings: null };
  const settings = fillParameters(document, params);
  if (isRefusal(settings)) throw new RangeError(settings.sentence);
  return { document, language, settings };
}

export function parametersOf(document: RuleDocument): readonly Parameter[] {
  return document.kind === "policy" ? document.parameters : [];
}

/** The operand with an order's parameters filled in, where the terms are those of an order. */
export function settled(operand: Operand, { settings }: Telling): Operand {
  if (operand.kind !== "parameter" || settings === null) return operand;
  return settings.constants.get(operand.name) ?? operand;
}

/** The clauses that an order's choices leave alive. */
export function clausesTold({ document, settings }: Telling): readonly Clause[] {
  if (settings === null) return document.clauses;
  return document.clauses.filter(({ parameters }) =>
    parameters.every(({ parameter, options }) =>
      options.includes(own(settings.params, parameter) ?? ""),
    ),
  );
}

export type Given = { readonly clause: Clause; readonly amount: Clause["give"][number]["amount"] };

/** The clauses that give to a head, in the document's order. */
export function givenTo(head: Head, telling: Telling): readonly Given[] {
  return clausesTold(telling).flatMap((clause) => {
    const amount = clause.give.find((each) => each.head === head.name)?.amount;
    return amount === undefined ? [] : [{ clause, amount }];
  });
}
