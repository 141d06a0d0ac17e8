import { Fields, readTexts, textKeys } from "./fields.ts";
import type { FactOption } from "../model.ts";
import type { Problems } from "./reading.ts";
import type { SyntaxNode } from "../syntax.ts";
import type { Texts } from "../texts.ts";

/** What the customer is asked or picks, and what the reviewer establishes. */
export const voiceKeys: readonly string[] = ["asked", "found"];

/** The voices of a fact; one that is not written is its plain words. */
export function readFactVoices(fields: Fields, text: Texts): { asked: Texts; found: Texts } {
  return { asked: voiceOf(fields, "asked") ?? text, found: voiceOf(fields, "found") ?? text };
}

/** The words of a value in each voice; `asked: none` is never offered to customers. */
export function readSpoken(node: SyntaxNode, problems: Problems): Omit<FactOption, "name"> | null {
  const fields = new Fields(node, [...textKeys, ...voiceKeys], problems);
  const text = fields.texts();
  const asked = fields.node("asked");
  const never = asked?.kind === "scalar" && asked.text === "none";
  const found = voiceOf(fields, "found");
  const said = never ? null : voiceOf(fields, "asked");
  if (text === null) return null;
  return { text, asked: never ? null : (said ?? text), found: found ?? text };
}

function voiceOf(fields: Fields, key: string): Texts | null {
  const node = fields.node(key);
  return node === null ? null : readTexts(node, fields.problems);
}
