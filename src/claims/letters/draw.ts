import type { LetterEnvelope } from "../../contract/index.ts";
import { letterPage, pageHtml } from "../../core/index.ts";
import type { LetterPayload, Page, RuleDocument } from "../../core/index.ts";
import { pagePdf } from "../../platform/index.ts";

/** A letter with all that its page is drawn from: the same one gives the same file. */
export interface DrawnLetter {
  readonly envelope: LetterEnvelope;
  readonly payload: LetterPayload;
  readonly documents: readonly RuleDocument[];
}

/** Of the block in the HTML file, and of the file within the PDF. */
export const letterElementId = "makegood-letter";
const letterAttachment = "makegood-letter.json";

/** The keys stand in the order of the contract, whatever order they came in. */
export function envelopeText(envelope: LetterEnvelope): string {
  const { makegood, language, addressee, payload, signature, texts } = envelope;
  const { algorithm, keyId, publicKey, value } = signature;
  const signed = { algorithm, keyId, publicKey, value };
  return JSON.stringify({ makegood, language, addressee, payload, signature: signed, texts });
}

function drawPage({ envelope, payload, documents }: DrawnLetter): Page {
  const { addressee, language } = envelope;
  return letterPage({ payload, documents, addressee }, language);
}

/** The page with its data in a block that no browser runs. */
export function letterHtml(letter: DrawnLetter): string {
  const data = scriptSafe(envelopeText(letter.envelope));
  const block = `<script type="application/json" id="${letterElementId}">${data}</script>`;
  return pageHtml(drawPage(letter)).replace(/<\/body>\n<\/html>\n$/, () => {
    return `${block}\n</body>\n</html>\n`;
  });
}

/** No `</script>` and no `<!--` of a text can end the block or hide its end. */
const scriptSafe = (json: string): string => json.replaceAll("<", "\\u003c");

export async function letterPdf(letter: DrawnLetter): Promise<Uint8Array> {
  const bytes = Buffer.from(envelopeText(letter.envelope));
  const description = "facts, texts, sums and signature of this letter";
  const attachment = { name: letterAttachment, type: "application/json", bytes, description };
  return pagePdf(drawPage(letter), {
    createdAt: Date.parse(letter.payload.issuedAt),
    attachments: [attachment],
  });
}
