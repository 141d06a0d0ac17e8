import type { Language } from "../../contract/index.ts";
import type { Instant, RuleDocument, TermsAbout } from "../../core/index.ts";
import { type Poster, escapeXml } from "../../platform/index.ts";
import { promiseHeadline } from "../../core/index.ts";
import type { TextLink } from "./links.ts";
import { say } from "./words.ts";

/** A version with everything that is needed to show it in one language. */
export type Shown = {
  readonly document: RuleDocument;
  readonly about: TermsAbout;
  readonly language: Language;
  readonly state: "draft" | "current" | "superseded";
  /** Where the terms stand, to which codes lead. */
  readonly address: string;
  /** Where the version stands that holds now; null unless this one was superseded. */
  readonly currentAddress: string | null;
  readonly writtenAt: Instant;
  /** What of the texts about the merchant can be tapped. */
  readonly links: readonly TextLink[];
  /** IANA zone, in which the date is told. */
  readonly zone: string;
};

/** What stands in pale letters across what does not hold. */
export const watermarkOf = ({ state, language }: Shown): string | null =>
  state === "current" ? null : say(state, language);

export function posterOf(shown: Shown): Poster {
  const { document, about, language, address } = shown;
  const { name, title, lines, audience } = promiseHeadline(document, about, language);
  return {
    language,
    merchant: [about.merchant?.name, name, audience]
      .filter((each) => typeof each === "string")
      .join(" · "),
    title,
    lines,
    invitation: say("invitation", language),
    address,
    small: smallOf(shown),
    watermark: watermarkOf(shown),
  };
}

/** Which version this is, since when it is known, and whom to ask. */
function smallOf(shown: Shown): string {
  const { merchant } = shown.about;
  const contact = merchant === null || merchant.registeredName === null ? [] : [merchant.contact];
  return [standingOf(shown), ...contact].join(" · ");
}

function standingOf({ document, language, state, writtenAt, zone }: Shown): string {
  const version = say("version", language).replace("{n}", String(document.version));
  if (state === "draft") return `${version} · ${say("draft", language)}`;
  const format = new Intl.DateTimeFormat(language, { dateStyle: "long", timeZone: zone });
  const date = format.format(new Date(writtenAt));
  return `${version} · ${say("since", language).replace("{date}", date)}`;
}

/** Above terms that do not hold: why, and where those stand that do. */
export function noticeHtml({ state, language, currentAddress }: Shown): string {
  if (state === "current") return "";
  const text = say(`${state}_notice`, language);
  const link =
    currentAddress === null
      ? ""
      : ` <a href="${escapeXml(currentAddress)}">${say("current", language)}</a>`;
  return (
    `<p class="notice" role="note">${escapeXml(text)}${link}</p>\n` +
    `<div class="mark" aria-hidden="true">${say(state, language)}</div>\n`
  );
}
