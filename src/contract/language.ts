/** The languages that every text for people exists in. */
export const languages = ["zh-CN", "zh-TW", "en"] as const;
export type Language = (typeof languages)[number];
export type Texts = Readonly<Record<Language, string>>;

/**
 * Picks a language from an Accept-Language header. Traditional script is asked for by Hant or by
 * region; any other Chinese gets the mainland text, and what we do not speak gets English.
 */
export function languageOf(header: string | undefined): Language {
  for (const wish of wishes(header ?? "")) {
    if (/^zh-(tw|hk|mo|hant)/.test(wish)) return "zh-TW";
    if (wish.startsWith("zh")) return "zh-CN";
    if (wish.startsWith("en")) return "en";
  }
  return "en";
}

function wishes(header: string): string[] {
  return header
    .split(",")
    .map((part) => {
      const [tag = "", ...settings] = part.trim().toLowerCase().split(";");
      const quality = settings.map((text) => /^\s*q=([\d.]+)/.exec(text)?.[1]).find(Boolean);
      return { tag, quality: quality === undefined ? 1 : Number(quality) };
    })
    .filter(({ tag, quality }) => tag !== "" && quality > 0)
    .sort((left, right) => right.quality - left.quality)
    .map(({ tag }) => tag);
}
