import type { Language, ShowFile } from "../../contract/index.ts";
import type { RuleDocument, TermsAbout } from "../../core/index.ts";
import { drawShown } from "../../promises/index.ts";
import { CommandError } from "../cli/failure.ts";

/** Formats that are drawn instead of written, and the file of the product that each of them is. */
export const drawnFormats: Readonly<Record<string, ShowFile>> = {
  pdf: "terms.pdf",
  "poster-pdf": "poster.pdf",
  "poster-a3": "poster-a3.pdf",
  "poster-png": "poster.png",
  "qr-svg": "code.svg",
  "qr-png": "code.png",
  loop: "loop.html",
  animation: "animation.gif",
};

/**
 * A file that has not been published is drawn as a draft, and says so on each page. Its instant is
 * no clock's, so that the same file gives the same bytes.
 */
export async function drawFile(
  format: ShowFile,
  document: RuleDocument,
  about: TermsAbout,
  language: Language,
): Promise<Uint8Array> {
  const { address } = about;
  if (address === null && format !== "terms.pdf") {
    throw new CommandError("the code has to lead somewhere: say --address, where the terms stand");
  }
  const { bytes } = await drawShown(format, {
    document,
    about,
    language,
    state: "draft",
    address: address ?? "",
    currentAddress: null,
    links: [],
    writtenAt: Date.UTC(2000, 0, 1),
    zone: "UTC",
  });
  return bytes;
}
