import { refuse } from "./errors.ts";
import type { Refusal } from "./errors.ts";

/** The place where a page ended, as callers pass it back; its content is nobody's business. */
export function encodeCursor(parts: readonly string[]): string {
  return btoa(parts.map(encodeURIComponent).join(","))
    .replaceAll("+", "-")
    .replaceAll("/", "_")
    .replace(/=+$/, "");
}

/** The parts of a cursor, or null on the first page. */
export function decodeCursor(
  cursor: string | undefined,
  count: number,
): readonly string[] | null | Refusal {
  if (cursor === undefined) return null;
  try {
    const parts = atob(cursor.replaceAll("-", "+").replaceAll("_", "/"))
      .split(",")
      .map(decodeURIComponent);
    return parts.length === count ? parts : refuse("cursor_invalid", { cursor }, "cursor");
  } catch {
    return refuse("cursor_invalid", { cursor }, "cursor");
  }
}
