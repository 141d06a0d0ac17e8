import { isListed } from "../fact-kind.ts";
import type { TextFinding } from "./answers.ts";
import { checkSentences } from "./check-words.ts";
import { atomsOf, settingText } from "./conditions.ts";
import { headingOf } from "./head-terms.ts";
import { type Telling, clausesTold, parametersOf } from "./telling.ts";

/** Things of a document that are not the same and read the same in the language of the telling. */
export function sameTexts(telling: Telling): TextFinding[] {
  return [...sameConditions(telling), ...sameNames(telling)];
}

type Said = { readonly key: string; readonly text: string; readonly clause: string };

/** Texts that say more than one thing, each once with all that it could mean. */
function sharedTexts<T extends { readonly key: string; readonly text: string }>(
  said: readonly T[],
): readonly (readonly T[])[] {
  const byText = new Map<string, T[]>();
  for (const each of said) byText.set(each.text, [...(byText.get(each.text) ?? []), each]);
  return [...byText.values()].filter((all) => new Set(all.map(({ key }) => key)).size > 1);
}

function sameConditions(telling: Telling): TextFinding[] {
  const said = clausesTold(telling).flatMap((clause): Said[] =>
    atomsOf(clause, telling).map(({ key, text }) => ({ key, text, clause: clause.name })),
  );
  return sharedTexts(said).map((all) => {
    const clauses = [...new Set(all.map(({ clause }) => clause))];
    const text = all[0]?.text ?? "";
    const say = checkSentences("same_condition", { clauses: quoted(clauses), text });
    return { kind: "same_text", language: telling.language, clauses, text, say };
  });
}

/** Facts, options, reasons, heads and parameters are known to readers by their names alone. */
function sameNames(telling: Telling): TextFinding[] {
  const { document, language } = telling;
  const facts = Object.values(document.facts);
  const lists = [
    facts.map(({ name, text }) => ({ key: name, text: text[language] })),
    ...facts.map((fact) =>
      isListed(fact)
        ? fact.options.map(({ name, text }) => ({
            key: `${fact.name}: ${name}`,
            text: text[language],
          }))
        : [],
    ),
    Object.values(document.reasons).map(({ code, text }) => ({ key: code, text: text[language] })),
    document.heads.map((head) => ({ key: head.name, text: headingOf(head, telling) })),
    ...parametersOf(document).map((parameter) =>
      parameter.kind === "constant"
        ? []
        : parameter.options.map((option) => ({
            key: `${parameter.name}: ${option}`,
            text: settingText(parameter.name, option, telling),
          })),
    ),
  ];
  return lists
    .flatMap((names) => sharedTexts(names))
    .map((all) => {
      const text = all[0]?.text ?? "";
      const names = quoted(all.map(({ key }) => key));
      const say = checkSentences("same_name", { names, text });
      return { kind: "same_text", language, clauses: [], text, say };
    });
}

function quoted(names: readonly string[]): string {
  return names.map((name) => `\`${name}\``).join(", ");
}
