import type { Buffer } from "node:buffer";
import { readFileSync, statSync } from "node:fs";
import { Value } from "typebox/value";
import { letterElementId } from "../../claims/index.ts";
import { LetterEnvelope } from "../../contract/index.ts";
import type { LetterPayload } from "../../core/index.ts";
import { canonicalJson } from "../../core/index.ts";
import { CommandError } from "../cli/failure.ts";
import { attachedFile } from "./pdf.ts";
import { parseSafely } from "./safe-json.ts";
import { PayloadShape } from "./shape.ts";
import type { Values, VerifyWord } from "./sentences.ts";

/** The widest letter that we write is far below; nothing larger is read into memory. */
const bytesMax = 16_000_000;

type LetterForm = "html" | "pdf" | "json";

/** What a file carries, before any of it is believed. */
export interface OpenedLetter {
  readonly form: LetterForm;
  readonly bytes: Buffer;
  readonly envelope: LetterEnvelope;
  readonly payload: LetterPayload;
}

/** Why a file is no letter: one sentence of the table, with its values. */
interface NoLetter {
  readonly word: VerifyWord;
  readonly values: Values;
}

export const isNoLetter = (opened: OpenedLetter | NoLetter): opened is NoLetter => "word" in opened;

/** @throws CommandError when the file cannot be read at all. */
export function openLetter(path: string): OpenedLetter | NoLetter {
  const size = sizeOf(path);
  if (size > bytesMax) return { word: "too_large", values: { bytes: String(size) } };
  const bytes = readFileSync(path);
  const form = formOf(bytes);
  const text = envelopeIn(bytes, form);
  if (text === null) return { word: `no_letter_${form}`, values: {} };
  const read = parseSafely(text);
  if (typeof read === "string") return { word: read, values: {} };
  if (!Value.Check(LetterEnvelope, read.value)) return { word: "not_envelope", values: {} };
  const envelope = read.value;
  const payload = payloadOf(envelope.payload);
  return "word" in payload ? payload : { form, bytes, envelope, payload };
}

function sizeOf(path: string): number {
  try {
    return statSync(path).size;
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    const reason = code === "ENOENT" ? "it is not there" : (code ?? "it cannot be opened");
    throw new CommandError(`\`${path}\` cannot be read: ${reason}; check the name`);
  }
}

function formOf(bytes: Buffer): LetterForm {
  const start = bytes.subarray(0, 512).toString("latin1").trimStart();
  if (start.startsWith("%PDF-")) return "pdf";
  return start.startsWith("<") ? "html" : "json";
}

function envelopeIn(bytes: Buffer, form: LetterForm): string | null {
  if (form === "json") return bytes.toString("utf8");
  if (form === "pdf") return attachedFile(bytes)?.toString("utf8") ?? null;
  const opening = `<script type="application/json" id="${letterElementId}">`;
  const text = bytes.toString("utf8");
  const from = text.indexOf(opening);
  const to = text.indexOf("</script>", from);
  // A second block would be one that a reader might see in place of the first.
  const alone = text.indexOf(opening, from + 1) < 0;
  return from < 0 || to < 0 || !alone ? null : text.slice(from + opening.length, to);
}

/** The signed text must be canonical: two texts with one meaning would have two signatures. */
function payloadOf(text: string): LetterPayload | NoLetter {
  const read = parseSafely(text);
  if (typeof read === "string") return { word: read, values: {} };
  if (!Value.Check(PayloadShape, read.value)) return { word: "not_payload", values: {} };
  return isCanonical(text, read.value)
    ? (read.value as unknown as LetterPayload)
    : { word: "not_canonical", values: {} };
}

function isCanonical(text: string, value: unknown): boolean {
  try {
    return canonicalJson(value) === text;
  } catch {
    return false;
  }
}
