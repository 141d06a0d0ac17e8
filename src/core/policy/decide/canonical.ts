/**
 * JSON with sorted keys and no spaces: equal values have equal bytes (RFC 8785 for values whose
 * numbers are safe integers).
 * @throws RangeError for a number that is no safe integer: shares are texts.
 */
export function canonicalJson(value: unknown): string {
  if (typeof value === "number") {
    if (!Number.isSafeInteger(value)) throw new RangeError(`\`${value}\` is no whole number`);
    return String(value + 0);
  }
  if (value === null || typeof value === "boolean" || typeof value === "string") {
    return JSON.stringify(value);
  }
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(",")}]`;
  if (typeof value !== "object") throw new RangeError(`a ${typeof value} has no JSON`);
  const entries = Object.entries(value)
    .filter(([, entry]) => entry !== undefined)
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([key, entry]) => `${JSON.stringify(key)}:${canonicalJson(entry)}`);
  return `{${entries.join(",")}}`;
}
