import { type Fraction, compare, one } from "../../money/index.ts";
import type { Draft } from "./draft.ts";
import { Fields, scalarOf, wordOf } from "./fields.ts";
import type { Direction, GrantKind, Head } from "../model.ts";
import { readConstant } from "./read-fact.ts";
import type { SyntaxEntry, SyntaxNode } from "../syntax.ts";

/**
 * `{pay: base}`, `{take: base}` or `{grant: voucher, of: base}`, with `max` and `otherwise`. Of
 * several pay heads, or take heads, on one base the sum counts; of grants only the largest would.
 */
export function readHeads(entries: readonly SyntaxEntry[], draft: Draft): Head[] {
  const heads: Head[] = [];
  for (const entry of entries) {
    const head = readHead(entry, draft);
    if (head === null) continue;
    const other = heads.find((each) => headIdentity(each) === headIdentity(head));
    if (other !== undefined && head.direction === "grant") {
      draft.problems.add("same_head", entry.keyAt, { head: head.name, other: other.name });
    }
    heads.push(head);
  }
  return heads;
}

/** What makes two heads of different documents the same: never their names. */
export function headIdentity(head: Pick<Head, "direction" | "base" | "grant">): string {
  return [head.direction, head.base, head.grant ?? ""].join(" ");
}

function readHead(entry: SyntaxEntry, draft: Draft): Head | null {
  const direction = directionOf(entry.value);
  const keys = direction === "grant" ? ["grant", "of"] : [direction];
  const fields = new Fields(entry.value, [...keys, "max", "otherwise"], draft.problems);
  const base = readBase(fields, direction === "grant" ? "of" : direction, draft);
  const grant = direction === "grant" ? readGrant(fields) : null;
  const max = readMax(fields, entry.key, direction);
  const otherwise = readOtherwise(fields, direction, draft.kind);
  return base === null ? null : { name: entry.key, direction, grant, base, max, otherwise };
}

/** A head that names no direction is read as `pay`, so that `pay` is what is missing. */
function directionOf(node: SyntaxNode): Direction {
  const keys = node.kind === "map" ? node.entries.map(({ key }) => key) : [];
  if (keys.includes("grant")) return "grant";
  return keys.includes("take") && !keys.includes("pay") ? "take" : "pay";
}

function readBase(fields: Fields, key: string, draft: Draft): string | null {
  const node = fields.required(key);
  const name = node === null ? null : scalarOf(node, draft.problems);
  return name === null ? null : (draft.base(name.text, name.at)?.name ?? null);
}

function readGrant(fields: Fields): GrantKind {
  const node = fields.required("grant");
  const kinds = ["voucher", "points"] as const;
  return (node === null ? null : wordOf(node, kinds, fields.problems)) ?? "voucher";
}

function readMax(fields: Fields, name: string, direction: Direction): Fraction {
  const node = fields.node("max");
  const constant = node === null ? null : readConstant(node, name, "ratio", fields.problems);
  if (node === null || constant?.kind !== "ratio") return one;
  if (direction !== "grant" && compare(constant.value, one) > 0) {
    fields.problems.add("max_above_base", node.at, { max: constant.text });
  }
  return constant.value;
}

function readOtherwise(
  fields: Fields,
  direction: Direction,
  kind: Draft["kind"],
): Head["otherwise"] {
  const word = fields.word("otherwise", ["error", "none", "silent"], "error");
  const at = fields.node("otherwise")?.at ?? fields.at;
  if (word === "none" && direction !== "grant") fields.problems.add("otherwise_none", at);
  if (word === "silent" && kind === "policy") fields.problems.add("otherwise_silent", at);
  // A floor says what it demands and nothing else: silence is its nature.
  return kind === "floor" ? "silent" : word;
}
