import fc from "fast-check";
import type { TSchema } from "typebox";

/** What is read of a schema: TypeBox's own types hide the keywords that they add. */
interface Shape {
  readonly type?: string;
  readonly const?: unknown;
  readonly enum?: readonly unknown[];
  readonly anyOf?: readonly Shape[];
  readonly items?: Shape;
  readonly minItems?: number;
  readonly maxItems?: number;
  readonly properties?: Readonly<Record<string, Shape>>;
  readonly patternProperties?: Readonly<Record<string, Shape>>;
  readonly required?: readonly string[];
  readonly format?: string;
  readonly pattern?: string;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly minimum?: number;
  readonly maximum?: number;
}

/** Values that exist: ids of the database, names of facts. A call goes deeper with them. */
export type Known = readonly string[];

/** Values that a schema admits, of moderate size, among them the edges of its ranges. */
export const valid = (schema: TSchema, known: Known): fc.Arbitrary<unknown> =>
  ofShape(schema, known);

function ofShape(shape: Shape, known: Known): fc.Arbitrary<unknown> {
  if (shape.const !== undefined) return fc.constant(shape.const);
  if (shape.enum !== undefined) return fc.constantFrom(...shape.enum);
  if (shape.anyOf !== undefined)
    return fc.oneof(...shape.anyOf.map((each) => ofShape(each, known)));
  switch (shape.type) {
    case "string":
      return ofString(shape, known);
    case "integer":
    case "number":
      return ofNumber(shape);
    case "boolean":
      return fc.boolean();
    case "null":
      return fc.constant(null);
    case "array":
      return fc.array(ofShape(shape.items ?? {}, known), {
        minLength: shape.minItems ?? 0,
        maxLength: Math.min(shape.maxItems ?? 3, 3 + (shape.minItems ?? 0)),
      });
    case "object":
      return ofObject(shape, known);
    default:
      return fc.jsonValue();
  }
}

function ofString(shape: Shape, known: Known): fc.Arbitrary<string> {
  const { format, pattern, minLength = 0, maxLength = 40 } = shape;
  if (format === "uuid")
    return fc.oneof(
      { weight: 4, arbitrary: fc.constantFrom(...known.filter((each) => each.length === 36)) },
      { weight: 1, arbitrary: fc.uuid() },
    );
  if (format === "date-time") {
    return fc
      .date({ min: new Date("1900-01-01"), max: new Date("2199-12-31"), noInvalidDate: true })
      .map((date) => date.toISOString());
  }
  const size = { minLength, maxLength: Math.min(maxLength, Math.max(minLength, 40)) };
  const free = fc.oneof(
    fc.string({ ...size, unit: "grapheme" }),
    fc.constantFrom("0", "1/0", "-1", "1e9", "9007199254740993", "100%", "null", "constructor"),
    fc.constantFrom(...known),
  );
  return pattern === undefined ? free : fc.oneof(free, matching(pattern));
}

function matching(pattern: string): fc.Arbitrary<string> {
  try {
    return fc.stringMatching(new RegExp(pattern));
  } catch {
    // A pattern with a look-ahead is one that no generator reads.
    return fc.string();
  }
}

function ofNumber({ type, minimum, maximum }: Shape): fc.Arbitrary<number> {
  const least = minimum ?? -(2 ** 53 - 1);
  const most = maximum ?? 2 ** 53 - 1;
  if (type === "number") return fc.double({ min: least, max: most, noNaN: true });
  return fc.oneof(
    fc.integer({ min: Math.max(least, -1000), max: Math.min(most, 100_000) }),
    fc.constantFrom(Math.max(least, 0), Math.min(most, 1)),
    fc.constantFrom(least, most),
  );
}

function ofObject(shape: Shape, known: Known): fc.Arbitrary<unknown> {
  const fields = Object.entries(shape.properties ?? {}).map(
    ([name, inner]) => [name, ofShape(inner, known)] as const,
  );
  const named = fc.record(Object.fromEntries(fields), {
    requiredKeys: [...(shape.required ?? [])],
  });
  const [free] = Object.values(shape.patternProperties ?? {});
  if (free === undefined) return named;
  const keys = fc.oneof(fc.constantFrom(...known), fc.string({ maxLength: 12 }));
  return fc.dictionary(keys, ofShape(free, known), { maxKeys: 3 });
}

const hostile: readonly unknown[] = [
  null,
  "",
  " ",
  "\u0000",
  "\ud800",
  "\u202e",
  "0001-01-01T00:00:00Z",
  "2016-12-31T23:59:60Z",
  "../../etc/passwd",
  "' or 1=1 --",
  "x".repeat(5000),
  -1,
  0,
  1.5,
  2 ** 53,
  -(2 ** 53),
  1e308,
  [],
  {},
  [[[[[]]]]],
  true,
];

/** The value with one thing in it replaced, added or left out. */
export const spoiled = (value: unknown): fc.Arbitrary<unknown> =>
  fc
    .record({ at: fc.nat(1000), by: fc.constantFrom(...hostile), how: fc.nat(9) })
    .map(({ at, by, how }) => {
      const places = placesIn(value);
      const place = places[at % places.length] ?? [];
      return changed(value, place, by, how);
    });

interface Spoiled {
  readonly body: unknown;
  /** Where, as a JSON Pointer. */
  readonly field: string;
}

/** The value once for each text in it, with a character there that no text may hold. */
export function nulInEachText(value: unknown): Spoiled[] {
  return placesIn(value).flatMap((path) => {
    const held = path.reduce<unknown>((at, key) => (at as Record<string, unknown>)[key], value);
    if (typeof held !== "string") return [];
    const field = path.map((key) => `/${key}`).join("");
    return [{ body: changed(value, path, `${held}\u0000`, 9), field }];
  });
}

type Path = readonly (string | number)[];

function placesIn(value: unknown, at: Path = []): Path[] {
  if (typeof value !== "object" || value === null) return [at];
  const inner = Object.entries(value).flatMap(([key, held]) => placesIn(held, [...at, key]));
  return [at, ...inner];
}

function changed(value: unknown, path: Path, by: unknown, how: number): unknown {
  const [key, ...rest] = path;
  if (key === undefined) {
    const isObject = typeof value === "object" && value !== null && !Array.isArray(value);
    return how === 0 && isObject ? { ...value, unheard_of: by } : by;
  }
  const copy: Record<string | number, unknown> | unknown[] = Array.isArray(value)
    ? [...(value as unknown[])]
    : { ...(value as object) };
  const held = (copy as Record<string | number, unknown>)[key];
  if (rest.length === 0 && how === 1 && !Array.isArray(copy)) delete copy[key];
  else (copy as Record<string | number, unknown>)[key] = changed(held, rest, by, how);
  return copy;
}
