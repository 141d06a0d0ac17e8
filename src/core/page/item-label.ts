const digits = ["", "一", "二", "三", "四", "五", "六", "七", "八", "九"];

/** 1 to 99 as Chinese lists count: 一, 十, 十一, 二十, 九十九. */
function chineseNumber(n: number): string {
  const [tens, ones] = [Math.floor(n / 10), n % 10];
  const ten = tens === 0 ? "" : `${tens === 1 ? "" : (digits[tens] ?? "")}十`;
  return n > 99 ? String(n) : ten + (digits[ones] ?? "");
}

/** a to z, then aa, ab: as spreadsheets count. */
function letters(n: number): string {
  const [before, last] = [Math.floor((n - 1) / 26), (n - 1) % 26];
  return (before === 0 ? "" : letters(before)) + String.fromCharCode(97 + last);
}

/** The number of a point at a level of its list, levels and places counted from 0. */
function itemNumber(language: string, level: number, place: number): string {
  const n = place + 1;
  const english = language === "en";
  if (level === 0) return english ? String(n) : `（${chineseNumber(n)}）`;
  if (level === 1) return english ? `(${letters(n)})` : String(n);
  return english ? `(${n})` : `（${n}）`;
}

/** What stands before a point of an ordered list: （一）, 1. and （1） or 1., (a) and (1). */
export function itemLabel(language: string, level: number, place: number): string {
  const number = itemNumber(language, level, place);
  return /^\d+$/.test(number) ? `${number}.` : number;
}

/** How a text names a point by its places, outermost first: 第（二）项第1目之（3） or 2(a)(3). */
export function itemReference(language: string, places: readonly number[]): string {
  return places.map((place, level) => namedPart(language, level, place)).join("");
}

/** The end of a reference, as it stands behind “to”: 第（三）项, 第2目, （3）; in English the whole. */
export function itemReferenceEnd(language: string, places: readonly number[]): string {
  if (language === "en") return itemReference(language, places);
  const level = places.length - 1;
  return namedPart(language, level, places[level] ?? 0).replace("之", "");
}

function namedPart(language: string, level: number, place: number): string {
  const number = itemNumber(language, level, place);
  if (language === "en") return number;
  if (level === 0) return `第${number}${language === "zh-TW" ? "項" : "项"}`;
  return level === 1 ? `第${number}目` : `之${number}`;
}
