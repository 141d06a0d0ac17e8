import { isAscii } from "node:buffer";

/** How the text of a file is written. */
export type TextEncoding = "utf-8" | "utf-16le" | "utf-16be" | "gb18030";

/**
 * Turns the bytes of a file into text. What is written in UTF-16 shows at its beginning; whether it
 * is UTF-8 or GB18030, the encoding of Chinese Windows, at the first byte beyond ASCII.
 */
export class FileText {
  #decoder: TextDecoder | null = null;

  push(bytes: Uint8Array): string {
    if (this.#decoder === null) {
      const encoding = encodingOf(bytes);
      if (encoding === null) return asAscii(bytes);
      this.#decoder = new TextDecoder(encoding);
    }
    return this.#decoder.decode(bytes, { stream: true });
  }

  end(): string {
    return this.#decoder?.decode() ?? "";
  }
}

const asAscii = ({ buffer, byteOffset, length }: Uint8Array): string =>
  Buffer.from(buffer, byteOffset, length).toString("latin1");

/** Null while nothing but ASCII has come. */
export function encodingOf(bytes: Uint8Array): TextEncoding | null {
  const [first = 0, second = 0] = bytes;
  if (first === 0xff && second === 0xfe) return "utf-16le";
  if (first === 0xfe && second === 0xff) return "utf-16be";
  const zeros = zeroBytes(bytes.subarray(0, 512));
  if (zeros !== null) return zeros;
  if (isAscii(bytes)) return null;
  if (decodes(bytes, "utf-8") !== null) return "utf-8";
  const chinese = decodes(bytes, "gb18030");
  return chinese !== null && readsChinese(chinese) ? "gb18030" : "utf-8";
}

/** ASCII in UTF-16 has a zero in every other byte, and no text of ours has any. */
function zeroBytes(bytes: Uint8Array): TextEncoding | null {
  const at = (parity: number) =>
    bytes.filter((byte, index) => byte === 0 && index % 2 === parity).length;
  const [even, odd] = [at(0), at(1)];
  if (even + odd < bytes.length / 8) return null;
  return odd >= even ? "utf-16le" : "utf-16be";
}

/** The text, or null where it is written otherwise; a character may be cut off at the end. */
function decodes(bytes: Uint8Array, encoding: TextEncoding): string | null {
  for (let cut = 0; cut < 4; cut += 1) {
    try {
      return new TextDecoder(encoding, { fatal: true }).decode(
        bytes.subarray(0, bytes.length - cut),
      );
    } catch {
      // Another try with one byte less.
    }
  }
  return null;
}

/** Latin letters with accents come out as single Chinese characters here and there. */
function readsChinese(text: string): boolean {
  const runs = text.match(/\P{ASCII}+/gu) ?? [];
  const words = runs.filter((run) => /^[\u3000-\u30ff\u4e00-\u9fff\uff00-\uffef]{2,}$/.test(run));
  return words.length * 2 >= runs.length;
}
