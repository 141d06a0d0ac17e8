/**
 * An input that cannot be accepted: a value, never an exception (a bug throws).
 * `sentence` is one line in lower case, names the input in backticks and says what to do.
 */
export type Refusal = { readonly code: string; readonly sentence: string };

export function refuse(code: string, sentence: string): Refusal {
  return { code, sentence };
}

/** Tells a refusal from an accepted value; accepted values never carry both fields. */
export function isRefusal(value: unknown): value is Refusal {
  return typeof value === "object" && value !== null && "code" in value && "sentence" in value;
}

/** The accepted value; a refusal at this place is a bug and throws its sentence. */
export function accepted<T>(value: T | Refusal): T {
  if (isRefusal(value)) throw new RangeError(value.sentence);
  return value;
}
