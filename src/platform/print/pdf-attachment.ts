import { createHash } from "node:crypto";
import { inflateSync } from "node:zlib";

const fileBytesMax = 32 * 1024 * 1024;
const attachmentBytesMax = 8 * 1024 * 1024;

/** A dictionary of a PDF of ours is a few hundred characters; no more is looked through. */
const dictionaryCharactersMax = 4096;

/**
 * The file of this name that `pagePdf` put into a PDF, or null: for another PDF, for one that was
 * changed by other software, and for anything broken or hostile. Never throws; linear in time.
 * It only follows what our writer writes (a plain cross-reference table, one entry per file).
 */
export function pdfAttachment(bytes: Uint8Array, name: string): Uint8Array | null {
  if (bytes.length > fileBytesMax) return null;
  const file: OwnPdf = { bytes, text: Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length) };
  const places = readPlaces(file);
  if (places === null) return null;
  const object = (number: string | null) =>
    number === null ? null : objectAt(file, places, number);
  const names = object(after(object(places.root)?.head, "/Names "))?.head ?? "";
  const listed = names.slice(names.indexOf("/EmbeddedFiles <<\n"));
  const stream = object(after(object(after(listed, `(${name}) `))?.head, "/EF <<\n/F "));
  return stream === null ? null : contentOf(file, stream);
}

type OwnPdf = { readonly bytes: Uint8Array; readonly text: Buffer };
type Places = { readonly root: string; readonly table: number; readonly size: number };
type PdfObject = { readonly head: string; readonly bodyAt: number };

const slice = ({ text }: OwnPdf, from: number, length: number): string =>
  text.toString("latin1", from, Math.min(from + length, text.length));

const trailer = new RegExp(
  "trailer\\n<<\\n/Size (\\d{1,7})\\n/Root (\\d{1,7}) 0 R\\n" +
    "[^]{0,400}startxref\\n(\\d{1,9})\\n%%EOF\\n?$",
);

function readPlaces(file: OwnPdf): Places | null {
  const end = slice(file, Math.max(0, file.text.length - 1024), 1024);
  const found = trailer.exec(end);
  const [, size = "", root = "", at = ""] = found ?? [];
  const head = `xref\n0 ${size}\n`;
  if (found === null || slice(file, Number(at), head.length) !== head) return null;
  return { root, table: Number(at) + head.length, size: Number(size) };
}

/** Each entry of the table has twenty bytes: where its object begins. */
function objectAt(file: OwnPdf, { table, size }: Places, number: string): PdfObject | null {
  if (Number(number) >= size) return null;
  const entry = slice(file, table + Number(number) * 20, 20);
  const at = /^(\d{10}) 00000 n/.exec(entry)?.[1];
  if (at === undefined) return null;
  const text = slice(file, Number(at), dictionaryCharactersMax);
  const start = `${number} 0 obj\n<<\n`;
  if (!text.startsWith(start)) return null;
  const ends = [">>\nstream\n", ">>\nendobj\n"].map((mark) => [text.indexOf(mark), mark] as const);
  const [length, mark] = ends.filter(([place]) => place >= 0).sort(([a], [b]) => a - b)[0] ?? [];
  if (length === undefined || mark === undefined) return null;
  return { head: text.slice(start.length, length), bodyAt: Number(at) + length + mark.length };
}

/** The object number of the reference that follows a mark. */
function after(text: string | undefined, mark: string): string | null {
  const at = text?.indexOf(mark) ?? -1;
  if (text === undefined || at < 0) return null;
  return /^(\d{1,7}) 0 R/.exec(text.slice(at + mark.length, at + mark.length + 16))?.[1] ?? null;
}

function contentOf({ bytes }: OwnPdf, { head, bodyAt }: PdfObject): Uint8Array | null {
  const field = (pattern: RegExp) => pattern.exec(head)?.[1];
  const length = Number(field(/\n\/Length (\d{1,9})\n/));
  const size = Number(field(/\n\/Size (\d{1,9})\n/));
  const isStream = head.startsWith("/Type /EmbeddedFile\n") && head.endsWith("/FlateDecode\n");
  if (!isStream || !(length > 0) || !(size <= attachmentBytesMax)) return null;
  const packed = bytes.subarray(bodyAt, bodyAt + length);
  const content = inflate(packed, size);
  const isWhole = content !== null && content.length === size;
  return isWhole && md5(content) === field(/\n\/CheckSum \(([0-9a-f]{32})\)\n/) ? content : null;
}

/** Never more than was announced: a small stream can unpack to gigabytes. */
function inflate(packed: Uint8Array, size: number): Buffer | null {
  try {
    return inflateSync(packed, { maxOutputLength: Math.max(size, 1) });
  } catch {
    return null;
  }
}

const md5 = (content: Uint8Array): string => createHash("md5").update(content).digest("hex");
