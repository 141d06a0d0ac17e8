import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Page } from "../../core/index.ts";
import { drawPage as pagePdf } from "./page-pdf.ts";
import { pdfAttachment } from "./pdf-attachment.ts";
import { readPdf } from "./testing.ts";

const page: Page = { language: "en", title: "Letter", subtitle: null, sections: [], footer: [] };
const attached = (name: string, text: string) => ({
  name,
  type: "application/json",
  bytes: Buffer.from(text),
  description: "what the letter was made from",
});

const letter = (...attachments: ReturnType<typeof attached>[]): Promise<Uint8Array> =>
  pagePdf(page, { createdAt: 0, attachments });
const found = (bytes: Uint8Array, name = "decision.json"): string | null => {
  const content = pdfAttachment(bytes, name);
  return content === null ? null : Buffer.from(content).toString();
};

const decision = JSON.stringify({
  owed: "部分退款",
  text: "endstream >>\nendobj (decision.json) 1 0 R",
});
const made = await letter(attached("decision.json", decision), attached("empty.txt", ""));

/** The PDF with one mark in it replaced by another of the same length. */
function changed(from: string, to: string): Uint8Array {
  const text = Buffer.from(made).toString("latin1");
  expect(text.split(from)).toHaveLength(2);
  expect(to).toHaveLength(from.length);
  return Buffer.from(text.replace(from, to), "latin1");
}

describe("a file inside a PDF", { timeout: 120_000 }, () => {
  it("comes out as it went in, for us and for a reader of another make", async () => {
    expect(found(made)).toBe(decision);
    expect(found(made, "empty.txt")).toBe("");
    const { attachments } = await readPdf(made);
    expect(attachments).toEqual({ "decision.json": decision, "empty.txt": "" });
  });

  it("is found by its whole name alone", async () => {
    for (const name of ["decision.jso", "ecision.json", "", "(decision.json", "other"]) {
      expect(found(made, name)).toBeNull();
    }
    expect(found(await letter())).toBeNull();
    await expect(letter(attached("a (b).json", ""))).rejects.toThrow("cannot name an attachment");
  });

  it("is refused when a byte of it was changed", () => {
    const [checksum = ""] = /CheckSum \(\w{32}/.exec(Buffer.from(made).toString("latin1")) ?? [];
    expect(found(changed(checksum, `CheckSum (${"0".repeat(32)}`))).toBeNull();
    const size = `/Size ${Buffer.byteLength(decision)}\n>>`;
    expect(found(changed(size, size.replace(/\d/, "9")))).toBeNull();
  });

  it("is not looked for in what is no PDF of ours", () => {
    for (const text of ["", "%PDF-1.7", "%PDF-1.7\nstartxref\n0\n%%EOF", "x".repeat(100_000)]) {
      expect(found(Buffer.from(text))).toBeNull();
    }
    expect(found(Buffer.concat([made, Buffer.from("\n% more")]))).toBeNull();
    const update = "xref\n0 1\n0000000000 65535 f \ntrailer\n<<\n/Size 9\n/Root 3 0 R\n>>\n";
    const updated = `${update}startxref\n${made.length}\n%%EOF\n`;
    expect(found(Buffer.concat([made, Buffer.from(updated)]))).toBeNull();
    expect(found(new Uint8Array(33 * 1024 * 1024))).toBeNull();
  });

  it("never throws and never gives anything else, whatever bytes are broken", () => {
    const place = fc.nat(made.length - 1);
    const damage = fc.array(fc.tuple(place, fc.nat(255)), { minLength: 1, maxLength: 8 });
    fc.assert(
      fc.property(damage, fc.option(place), (bytes, length) => {
        const broken = Uint8Array.from(made);
        for (const [at, value] of bytes) broken[at] = value;
        expect([null, decision]).toContain(found(broken.subarray(0, length ?? undefined)));
      }),
      { numRuns: 2000, seed: 34 },
    );
  });

  it("does not unpack more than was announced", async () => {
    const zeros = await letter(attached("decision.json", "0".repeat(5_000_000)));
    const text = Buffer.from(zeros)
      .toString("latin1")
      .replace("/Size 5000000\n", "/Size 0005000\n");
    expect(found(Buffer.from(text, "latin1"))).toBeNull();
    expect(found(zeros)).toHaveLength(5_000_000);
  });
});
