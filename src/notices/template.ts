import IntlMessageFormat from "intl-messageformat";
import type { Language } from "../contract/index.ts";
import { templates } from "./templates.ts";

/** Amounts are decimal texts already; days and numbers are texts in the reader's form. */
export type NoticeValues = Readonly<Record<string, string | number>>;

/** What a notice says. `reasons` are finished sentences, in the reader's language. */
export interface NoticeContent {
  readonly values: NoticeValues;
  readonly reasons: readonly string[];
}

export type NoticeKind = keyof typeof templates;

export interface NoticeText {
  readonly title: string;
  readonly text: string;
}

export function renderNotice(
  kind: NoticeKind,
  language: Language,
  { values, reasons }: NoticeContent,
): NoticeText {
  const template = templates[kind][language];
  // A reason is a finished sentence and may hold braces of its own.
  const paragraphs = template.body.flatMap((paragraph) =>
    paragraph === "{reasons}"
      ? reasons.map((reason) => `· ${reason}`)
      : [filled(paragraph, language, values)],
  );
  return { title: filled(template.title, language, values), text: paragraphs.join("\n") };
}

const compiled = new Map<string, IntlMessageFormat>();

/** An ICU message with its values; made once, since that takes longer than everything else. */
export function filled(text: string, language: Language, values: NoticeValues): string {
  const key = `${language} ${text}`;
  const message = compiled.get(key) ?? new IntlMessageFormat(text, language);
  compiled.set(key, message);
  return String(message.format(values));
}
