export type Language = "zh-CN" | "zh-TW" | "en";

/** A text for people, in every language the product speaks. */
export type Texts = Readonly<Record<Language, string>>;

export const languages: readonly Language[] = ["zh-CN", "zh-TW", "en"];
