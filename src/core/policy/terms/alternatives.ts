import type { Language } from "../texts.ts";
import { type Parser, type Separators, either, enumerated, enumeration } from "./grammar.ts";
import { literal, mapped, template } from "./grammar.ts";
import { wordsOf, write } from "./sentence-words.ts";

/** A subject may be said once where what follows it is seen to go with it. */
const verbs = new Set(
  (
    "is are was were be been has have had may might can could will would do does did " +
    "choose chose"
  ).split(" "),
);
/** No word that follows a subject is cut in two before one of these. */
const particles = /^[是為为有无無与與由已未尚在因被经經不曾致]/;
/** Nor after one of these. */
const linking = /(?:是|选择|選擇)$/;

function orSeparators(language: Language): Separators {
  const [two, between, last] = (["or", "between_options", "last_or"] as const).map((word) =>
    wordsOf(word, language),
  );
  return { two: two ?? "", between: between ?? "", last: last ?? "" };
}

/**
 * Alternatives as one text; a subject that all of them begin with is said once. Beside other
 * conditions what is told in full begins with “either”, so that nobody reads them amiss.
 */
export function orText(texts: readonly string[], language: Language, isAlone: boolean): string {
  if (texts.length < 2) return texts[0] ?? "";
  const [first = ""] = texts;
  const subject = subjectsIn(first, language).find((each) => texts.every(goesWith(each, language)));
  const separators = orSeparators(language);
  if (subject !== undefined) {
    return (
      subject +
      enumerated(
        texts.map((text) => text.slice(subject.length)),
        separators,
      )
    );
  }
  const options = enumerated(texts, separators);
  return isAlone ? options : write("either", language, { options });
}

/** Reads what `orText` writes, whichever of the options it names, and gives their values. */
export function orParser<T>(
  options: readonly { readonly text: string; readonly value: T }[],
  language: Language,
): Parser<readonly T[]> {
  const separators = orSeparators(language);
  const enumerationOf = (from: number, all: typeof options): Parser<readonly T[]> =>
    enumeration(either(all.map(({ text, value }) => literal(text.slice(from), value))), separators);
  const subjects = new Set(options.flatMap(({ text }) => subjectsIn(text, language)));
  const shared = [...subjects].flatMap((subject) => {
    const all = options.filter(({ text }) => goesWith(subject, language)(text));
    if (all.length < 2) return [];
    const rest = enumerationOf(subject.length, all);
    const said: Parser<readonly T[]> = (text, at) =>
      text.startsWith(subject, at) ? rest(text, at + subject.length) : [];
    return [mapped(said, (values) => (values.length > 1 ? values : null))];
  });
  const whole = enumerationOf(0, options);
  const told = template(wordsOf("either", language), { options: whole });
  return either([whole, mapped(told, (filled) => filled["options"] ?? null), ...shared]);
}

/** What could be a subject at the beginning of a text, the longest first. */
function subjectsIn(text: string, language: Language): string[] {
  const ends =
    language === "en"
      ? [...text.matchAll(/ /g)].map(({ index }) => index + 1)
      : Array.from({ length: Math.max(0, text.length - 1) }, (_, index) => index + 1);
  return ends
    .map((end) => text.slice(0, end))
    .filter((subject) => goesWith(subject, language)(text))
    .toReversed();
}

function goesWith(subject: string, language: Language): (text: string) => boolean {
  return (text) => {
    const rest = text.slice(subject.length);
    if (!text.startsWith(subject) || rest === "") return false;
    if (language !== "en") return particles.test(rest) || linking.test(subject);
    const [before = "", after = ""] = [/(\w+) $/.exec(subject)?.[1], /^\w+/.exec(rest)?.[0]];
    return verbs.has(before) || verbs.has(after);
  };
}
