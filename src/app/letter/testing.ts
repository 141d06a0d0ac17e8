import { createPublicKey, sign } from "node:crypto";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { letterHtml } from "../../claims/index.ts";
import type { DrawnLetter } from "../../claims/index.ts";
import { cases } from "../../claims/testing/letters/cases.ts";
import { sampleLetter, secretOf } from "../../claims/testing/letters/samples.ts";
import type { LetterEnvelope } from "../../contract/index.ts";
import type { Terminal } from "../cli/terminal.ts";
import { verifyLetter } from "./verify.ts";
import type { VerifiedLetter } from "./verify.ts";

// Test files may share this module: each begins with a folder of its own.
let folder: string | null = null;
export function removeFiles(): void {
  if (folder !== null) rmSync(folder, { recursive: true, force: true });
  folder = null;
}

let files = 0;
export function fileOf(content: string | Uint8Array): string {
  folder ??= mkdtempSync(join(tmpdir(), "makegood-letter-"));
  const path = join(folder, `letter-${(files += 1)}`);
  writeFileSync(path, content);
  return path;
}

interface Told {
  readonly code: number;
  readonly right: boolean;
  /** `check outcome code`, in order. */
  readonly checks: readonly string[];
  readonly lines: readonly string[];
}

export async function check(
  content: string | Uint8Array,
  more: Partial<VerifiedLetter> = {},
): Promise<Told> {
  let told: Omit<Told, "code"> = { right: false, checks: [], lines: [] };
  const terminal: Terminal = {
    json: false,
    answer(value, lines) {
      const answer = value as {
        right: boolean;
        checks: { check: string; outcome: string; code: string }[];
      };
      const checks = answer.checks.map((one) => `${one.check} ${one.outcome} ${one.code}`);
      told = { right: answer.right, checks, lines };
    },
    note: () => undefined,
    progress: () => ({ at: () => undefined, end: () => undefined }),
  };
  const file = fileOf(content);
  const asked = { file, key: null, keys: null, language: "en", ...more } as const;
  return { code: await verifyLetter(terminal, asked), ...told };
}

export const letterIn = (name: string, language: LetterEnvelope["language"]): DrawnLetter =>
  sampleLetter(cases[name]!, language);

export const partial = letterIn("partial-with-voucher", "en");
export const html = letterHtml(partial);
export const pem = (seed: number): string =>
  createPublicKey(secretOf(seed)).export({ format: "pem", type: "spki" }).toString();

export const wrongs = ({ checks }: Told): string[] =>
  checks.filter((one) => one.includes(" wrong "));

/** The letter with its signed text changed, and signed anew by whoever changed it. */
export function resigned(change: (text: string) => string, seed = 7): DrawnLetter {
  const { envelope, documents } = partial;
  const text = change(envelope.payload);
  if (text === envelope.payload) throw new Error("nothing was changed");
  const value = sign(null, Buffer.from(text), secretOf(seed)).toString("base64");
  const payload = JSON.parse(text) as DrawnLetter["payload"];
  const signature = { ...envelope.signature, value };
  return { envelope: { ...envelope, payload: text, signature }, payload, documents };
}
