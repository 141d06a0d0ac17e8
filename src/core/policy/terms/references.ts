import { itemReference, itemReferenceEnd } from "../../page/index.ts";
import type { Language } from "../texts.ts";
import { type Parser, either, template } from "./grammar.ts";
import { wordsOf, write } from "./sentence-words.ts";

type Places = readonly number[];

/** Points as a sentence names them: three or more neighbours by the first and the last. */
export function referencesTo(points: readonly Places[], language: Language): string[] {
  const sorted = points.toSorted(comparePlaces);
  const runs: Places[][] = [];
  for (const places of sorted) {
    const run = runs.at(-1);
    if (run !== undefined && isNext(run.at(-1) ?? [], places)) run.push(places);
    else runs.push([places]);
  }
  return runs.flatMap((run) => {
    const names = run.map((places) => itemReference(language, places));
    if (names.length < 3) return names;
    const [first = "", last] = [names[0], itemReferenceEnd(language, run.at(-1) ?? [])];
    return [write("points_range", language, { first, last })];
  });
}

function comparePlaces(one: Places, other: Places): number {
  const level = one.findIndex((place, index) => place !== other[index]);
  return level < 0 ? one.length - other.length : (one[level] ?? 0) - (other[level] ?? 0);
}

function isNext(one: Places, other: Places): boolean {
  const [above, last] = [one.slice(0, -1), one.at(-1) ?? 0];
  return itemReference("en", [...above, last + 1]) === itemReference("en", other);
}

/** One name of a point or a range of them, as `first` or `first..last`. */
export function referenceParser(language: Language): Parser<string> {
  const range = template(wordsOf("points_range", language), { first: oneName, last: oneEnd });
  return either([
    oneName,
    (text, at) =>
      range(text, at).map(({ value, end }) => {
        const { first = "", last = "" } = value;
        return { value: `${first}..${completed(first, last)}`, end };
      }),
  ]);
}

/** A last name that shares its beginning with the first one: 第（二）项第2目之（3）至（6）. */
function completed(first: string, last: string): string {
  if (last.startsWith("（")) return first.replace(/（\d+）$/, last);
  return /^第\d/.test(last) ? first.replace(/第\d+目$/, last) : last;
}

const english = String.raw`\d+(?:\([a-z]+\)(?:\(\d+\))?)?`;
const chinese = String.raw`第（[一二三四五六七八九十\d]+）[项項](?:第\d+目(?:之（\d+）)?)?`;

/** A number in the forms of `itemReference`, in whichever language. */
const oneName = matching(new RegExp(`${english}|${chinese}`, "y"));
const oneEnd = matching(new RegExp(String.raw`${english}|${chinese}|第\d+目|（\d+）`, "y"));

function matching(forms: RegExp): Parser<string> {
  return (text, at) => {
    forms.lastIndex = at;
    const found = forms.exec(text)?.[0];
    return found === undefined ? [] : [{ value: found, end: at + found.length }];
  };
}
