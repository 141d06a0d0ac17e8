import type { ShowFile } from "../../contract/index.ts";
import { pageMarkdown, termsPage } from "../../core/index.ts";
import { returnPolicyDocument, returnPolicyJsonLd } from "../../core/index.ts";
import { codeSvg, drawApart, pagePdf } from "../../platform/index.ts";
import { loopHtml } from "./loop-html.ts";
import { type Shown, posterOf, watermarkOf } from "./shown.ts";
import { termsHtml, termsPolicy } from "./terms-html.ts";
import { say } from "./words.ts";

export type ShownFile = {
  /** Media type with its character set. */
  readonly type: string;
  readonly bytes: Uint8Array;
  /** What the file may do where a browser opens it; null for what runs nothing. */
  readonly policy: string | null;
};

/** A version in one of its forms. The same version gives the same bytes. */
export async function drawShown(file: ShowFile, shown: Shown): Promise<ShownFile> {
  switch (file) {
    case "terms.html":
      return textFile("text/html", termsHtml(shown), termsPolicy);
    case "terms.md":
      return textFile("text/markdown", markdownOf(shown));
    case "terms.json":
      return textFile("application/ld+json", jsonOf(shown));
    case "loop.html": {
      const { html, policy } = loopHtml(shown);
      return textFile("text/html", html, policy);
    }
    case "code.svg":
      return textFile("image/svg+xml", codeSvg(shown.address, say("invitation", shown.language)));
    default:
      return { type: drawnTypes[file], bytes: await drawnBytes(file, shown), policy: null };
  }
}

const drawnTypes = {
  "terms.pdf": "application/pdf",
  "poster.pdf": "application/pdf",
  "poster-a3.pdf": "application/pdf",
  "poster.png": "image/png",
  "code.png": "image/png",
  "animation.gif": "image/gif",
} as const;

function drawnBytes(file: keyof typeof drawnTypes, shown: Shown): Promise<Uint8Array> {
  const createdAt = shown.writtenAt;
  switch (file) {
    case "terms.pdf": {
      const { document, about, language } = shown;
      const watermark = watermarkOf(shown);
      const options = { createdAt, ...(watermark === null ? {} : { watermark }) };
      return pagePdf(termsPage(document, about, language), options);
    }
    case "poster.pdf":
      return drawApart({ kind: "poster-pdf", poster: posterOf(shown), size: "A4", createdAt });
    case "poster-a3.pdf":
      return drawApart({ kind: "poster-pdf", poster: posterOf(shown), size: "A3", createdAt });
    case "poster.png":
      return drawApart({ kind: "poster-png", poster: posterOf(shown) });
    case "code.png":
      return drawApart({ kind: "code-png", address: shown.address });
    case "animation.gif":
      return drawApart({ kind: "animation", poster: posterOf(shown) });
    default:
      return file satisfies never;
  }
}

function textFile(type: string, text: string, policy: string | null = null): ShownFile {
  return { type: `${type}; charset=utf-8`, bytes: Buffer.from(text), policy };
}

function markdownOf(shown: Shown): string {
  const { document, about, language, state, currentAddress } = shown;
  const text = pageMarkdown(termsPage(document, about, language));
  if (state === "current") return text;
  const link = currentAddress === null ? "" : ` [${say("current", language)}](${currentAddress})`;
  return `> **${say(`${state}_notice`, language)}**${link}\n\n${text}`;
}

/** What schema.org can say, and in sentences what it cannot. */
function jsonOf({ document, about, language }: Shown): string {
  const answer = returnPolicyJsonLd(document, about, language);
  return `${JSON.stringify(returnPolicyDocument(answer), null, 2)}\n`;
}
