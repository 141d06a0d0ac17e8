import { Buffer } from "node:buffer";
import { inflateSync } from "node:zlib";

const inflatedBytesMax = 32_000_000;

/** One object of a PDF: its dictionary or value as text, and its stream, inflated. */
interface PdfObject {
  readonly head: string;
  readonly stream: Buffer | null;
}

interface PdfParts {
  readonly objects: readonly PdfObject[];
  /** Everything between and after them, its numbers left out: places of objects, and the end. */
  readonly rest: string;
}

/**
 * A PDF as our printer writes it, object after object with direct lengths. What is written in
 * another way is no object here, and stands in the rest.
 */
function pdfParts(bytes: Uint8Array): PdfParts {
  const buffer = Buffer.from(bytes);
  const objects: PdfObject[] = [];
  let rest = "";
  let at = 0;
  for (;;) {
    const begin = buffer.indexOf(opening, at, "latin1");
    const body = begin + opening.length;
    const end = begin < 0 ? -1 : buffer.indexOf("\nendobj", body, "latin1");
    rest += buffer.toString("latin1", at, end < 0 ? buffer.length : body);
    if (end < 0) return { objects, rest: rest.replace(/\d+/g, "0") };
    const [object, next] = objectAt(buffer, body, end);
    objects.push(object);
    at = next;
  }
}

const opening = " 0 obj\n";

/** The object whose body begins there, and where the file goes on behind it. */
function objectAt(buffer: Buffer, body: number, end: number): [PdfObject, number] {
  const streamAt = buffer.indexOf("\nstream\n", body, "latin1");
  if (streamAt < 0 || streamAt > end) {
    return [{ head: buffer.toString("latin1", body, end), stream: null }, end];
  }
  const head = buffer.toString("latin1", body, streamAt);
  const length = Number(/\/Length (\d+)\b/.exec(head)?.[1] ?? 0);
  const from = streamAt + "\nstream\n".length;
  const to = Math.min(from + length, buffer.length);
  return [{ head, stream: inflated(head, buffer.subarray(from, to)) }, to];
}

function inflated(head: string, stream: Buffer): Buffer {
  if (!head.includes("/FlateDecode")) return stream;
  try {
    return inflateSync(stream, { maxOutputLength: inflatedBytesMax });
  } catch {
    return stream;
  }
}

/** The bytes of the first file that travels in the PDF; null where there is none. */
export function attachedFile(bytes: Uint8Array): Buffer | null {
  const { objects } = pdfParts(bytes);
  return objects.find(({ head }) => /\/Type \/EmbeddedFile\b/.test(head))?.stream ?? null;
}

/** Whether both show and carry the same, however hard each was compressed. */
export function samePdf(one: Uint8Array, other: Uint8Array): boolean {
  if (Buffer.compare(one, other) === 0) return true;
  const [mine, yours] = [pdfParts(one), pdfParts(other)];
  return mine.rest === yours.rest && contentOf(mine) === contentOf(yours);
}

const contentOf = ({ objects }: PdfParts): string =>
  JSON.stringify(
    objects.map(({ head, stream }) => [
      head.replace(/\/Length \d+/, ""),
      stream?.toString("latin1") ?? null,
    ]),
  );
