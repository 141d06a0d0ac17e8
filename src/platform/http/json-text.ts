import { isUtf8 } from "node:buffer";
import { refuse } from "../../contract/index.ts";
import type { Refusal } from "../../contract/index.ts";

/** Deeper than anything documented; what reads a value after us may go into it by recursion. */
const depthMax = 64;

const token = /"(?:[^"\\]|\\.)*"|[{}[\],:]/gs;

/**
 * What JSON.parse would let pass: bytes that are no UTF-8 (it reads them as something else), a key
 * that stands twice in one object (it drops the first), and values nested without end.
 */
export function jsonFault(body: Buffer): Refusal | null {
  if (!isUtf8(body)) return refuse("body_not_utf8");
  const open: (Set<string> | null)[] = [];
  let last = "";
  for (const [text] of body.toString("utf8").matchAll(token)) {
    if (text === "{" || text === "[") {
      open.push(text === "{" ? new Set() : null);
      if (open.length > depthMax) return refuse("json_too_deep", { depthMax });
    } else if (text === "}" || text === "]") open.pop();
    else if (text === ":") {
      const keys = open.at(-1);
      const key = keyOf(last);
      if (keys?.has(key) === true) return refuse("json_key_twice", { key });
      keys?.add(key);
    }
    last = text;
  }
  return null;
}

/** As it is read: `"a"` and `"\u0061"` are one key. */
function keyOf(text: string): string {
  try {
    return String(JSON.parse(text));
  } catch {
    return text;
  }
}
