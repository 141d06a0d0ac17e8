import type { StoredProfile } from "../../merchants/index.ts";
import { escapeXml } from "../../platform/index.ts";

/** A part of a text that a reader can tap. */
export type TextLink = { readonly text: string; readonly href: string };

/** Where to apply, and each way to reach the merchant. */
export function linksOf(portal: string, profile: StoredProfile | null): TextLink[] {
  const here = { text: portal, href: portal };
  if (profile === null) return [here];
  const { phone, email, website, complaints } = profile;
  const stated = (text: string | null | undefined, href: (text: string) => string): TextLink[] =>
    text === null || text === undefined ? [] : [{ text, href: href(text) }];
  return [
    here,
    ...stated(website, (text) => text),
    ...[phone, complaints?.phone].flatMap((text) => stated(text, telephoneOf)),
    ...[email, complaints?.email].flatMap((text) => stated(text, (each) => `mailto:${each}`)),
  ];
}

/** Without what is dialled once somebody has answered. */
const telephoneOf = (phone: string): string =>
  `tel:${phone.replace(/(?:ext|x|转|轉|#).*$/iu, "").replace(/[^0-9+]/g, "")}`;

/** What stands beside a label as a link where it is one; nothing else of the page is touched. */
export function linked(html: string, links: readonly TextLink[]): string {
  if (links.length === 0) return html;
  const byText = new Map(links.map(({ text, href }) => [asOnPage(text), escapeXml(href)]));
  // The longest first: one address can begin with another.
  const texts = [...byText.keys()].toSorted((one, other) => other.length - one.length);
  const known = new RegExp(texts.map(literally).join("|"), "g");
  return html.replace(/<dd>([^<]*)<\/dd>/g, (_, said: string) => {
    const told = said.replace(known, (text) => `<a href="${byText.get(text) ?? ""}">${text}</a>`);
    return `<dd>${told}</dd>`;
  });
}

/** Of the signs that a page escapes, those that an address can hold. */
const asOnPage = (text: string): string => text.replaceAll("&", "&amp;").replaceAll("'", "&#39;");

const literally = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
