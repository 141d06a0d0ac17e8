import type { Language } from "../../contract/index.ts";
import type { Terminal } from "../cli/terminal.ts";
import { checkKey, checkOrder, checkSignature, checkTexts, found } from "./checks.ts";
import type { Check } from "./checks.ts";
import { readKeys } from "./keys.ts";
import type { GivenKeys } from "./keys.ts";
import { isNoLetter, openLetter } from "./open-file.ts";
import type { OpenedLetter } from "./open-file.ts";
import { checkPage } from "./page-check.ts";
import { sentence } from "./sentences.ts";

export interface VerifiedLetter {
  readonly file: string;
  /** A public key in PEM. */
  readonly key: string | null;
  /** Keys as the merchant publishes them. */
  readonly keys: string | null;
  readonly language: Language;
}

/** `makegood verify-letter`. Exit code 1 where anything is wrong; no network, no database. */
export async function verifyLetter(terminal: Terminal, asked: VerifiedLetter): Promise<number> {
  const { language } = asked;
  const given = readKeys(asked.key, asked.keys);
  const checks = await checksOf(asked.file, given);
  const right = checks.every(({ outcome }) => outcome !== "wrong");
  const told = checks.map(({ check, outcome, word, values }) => ({
    check,
    outcome,
    code: word,
    sentence: sentence(word, language, values),
  }));
  const marks = { right: "✓", note: "·", wrong: "✗" } as const;
  const lines = told.map((each) => `${marks[each.outcome]} ${each.sentence}`);
  const verdict = sentence(right ? "right" : "wrong", language, {});
  terminal.answer({ file: asked.file, right, checks: told }, [...lines, verdict]);
  return right ? 0 : 1;
}

async function checksOf(file: string, given: GivenKeys | null): Promise<Check[]> {
  const opened = openLetter(file);
  if (isNoLetter(opened)) return [found("letter", "wrong", opened.word, opened.values)];
  const { payload } = opened;
  const { merchant, claim, issuedAt } = payload;
  const values = { merchant: merchant.name, number: claim.number, issuedAt };
  return [
    found("letter", "right", "letter", values),
    checkSignature(opened),
    checkKey(opened, given),
    ...(await checkContent(opened)),
  ];
}

/** Whatever the signature says: what was changed is told as well. */
async function checkContent(opened: OpenedLetter): Promise<Check[]> {
  const { payload, envelope } = opened;
  const { checks, documents } = checkTexts(opened);
  if (documents === null) return [...checks];
  const orders = payload.orders.flatMap((order) => checkOrder(payload, order, documents));
  const letter = { envelope, payload, documents: documents.map(({ document }) => document) };
  const page = await checkPage(opened, letter).catch(() => [
    found("page", "wrong", "malformed", { what: "page" }),
  ]);
  return [...checks, ...orders, ...page];
}
