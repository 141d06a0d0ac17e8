import { Buffer } from "node:buffer";

const depthMax = 64;

/** Why a text from outside is not taken as JSON. */
type JsonProblem = "too_deep" | "not_json" | "forbidden_key";

/**
 * JSON of a file that anybody may have made: bounded in depth before it is parsed, and without a
 * key that could pass for an object's own nature.
 */
export function parseSafely(text: string): { readonly value: unknown } | JsonProblem {
  if (isTooDeep(text)) return "too_deep";
  let isForbidden = false;
  try {
    const value: unknown = JSON.parse(text, (key: string, each: unknown) => {
      if (key === "__proto__") isForbidden = true;
      return each;
    });
    return isForbidden ? "forbidden_key" : { value };
  } catch {
    return "not_json";
  }
}

/** Brackets outside of strings, counted byte by byte: none of a longer character looks like one. */
function isTooDeep(text: string): boolean {
  let depth = 0;
  let isText = false;
  const bytes = Buffer.from(text);
  for (let at = 0; at < bytes.length; at += 1) {
    const byte = bytes[at];
    if (isText) {
      if (byte === backslash) at += 1;
      else if (byte === quote) isText = false;
    } else if (byte === quote) isText = true;
    else if (byte === openList || byte === openMap) depth += 1;
    else if (byte === closeList || byte === closeMap) depth -= 1;
    if (depth > depthMax) return true;
  }
  return false;
}

const [quote, backslash] = [0x22, 0x5c];
const [openList, closeList, openMap, closeMap] = [0x5b, 0x5d, 0x7b, 0x7d];
