import type { TSchema } from "typebox";
import { Value } from "typebox/value";
import type { ReasonCode } from "./errors/reasons.ts";

/** Why a value is not as its schema says, and where: a JSON pointer, "" for all of it. */
export interface SchemaFault {
  readonly field: string;
  readonly reason: ReasonCode;
  readonly values: Readonly<Record<string, string | number>>;
}

/** What is looked at of a schema: JSON Schema as TypeBox writes it. */
interface Shape {
  readonly type?: string;
  readonly anyOf?: readonly Shape[];
  readonly const?: unknown;
  readonly enum?: readonly unknown[];
  readonly required?: readonly string[];
  readonly properties?: Readonly<Record<string, Shape>>;
  readonly patternProperties?: Readonly<Record<string, Shape>>;
  readonly additionalProperties?: unknown;
  readonly items?: Shape;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly minItems?: number;
  readonly maxItems?: number;
  readonly uniqueItems?: boolean;
  readonly pattern?: string;
  readonly format?: string;
  readonly examples?: readonly string[];
}

/**
 * The first fault of a value, in the order of its schema; null where it has none. Of a union the
 * branch is looked at that the value means: by its `kind`, else by the keys it has, so that one
 * misspelt key is told as that and not as what another branch would have wanted.
 */
export function faultOf(schema: TSchema, value: unknown): SchemaFault | null {
  return Value.Check(schema, value) ? null : faultAt(schema, value, "");
}

type Values = SchemaFault["values"];

const fault = (field: string, reason: ReasonCode, values: Values = {}): SchemaFault => ({
  field,
  reason,
  values: { ...values, key: field },
});

const fits = (shape: Shape, value: unknown): boolean => Value.Check(shape, value);

function faultAt(shape: Shape, value: unknown, field: string): SchemaFault {
  if (shape.anyOf !== undefined) return ofUnion(shape.anyOf, value, field);
  if (shape.const !== undefined) return noneOf([shape.const], value, field);
  if (shape.enum !== undefined) return noneOf(shape.enum, value, field);
  switch (shape.type) {
    case "object":
      return ofObject(shape, value, field);
    case "array":
      return ofArray(shape, value, field);
    case "string":
      return ofText(shape, value, field);
    case "integer":
      return ofNumber(shape, value, field, "not_integer");
    case "number":
      return ofNumber(shape, value, field, "not_number");
    case "boolean":
      return fault(field, "not_boolean");
    default:
      return fault(field, "otherwise");
  }
}

function noneOf(words: readonly unknown[], value: unknown, field: string): SchemaFault {
  const shown = typeof value === "string" ? value : (JSON.stringify(value) ?? "");
  return fault(field, "none_of", {
    value: shown.slice(0, 60),
    words: words.map(String).join(", "),
  });
}

function ofUnion(all: readonly Shape[], value: unknown, field: string): SchemaFault {
  const branches = all.filter(({ type }) => type !== "null");
  const [only, second] = branches;
  if (only === undefined) return fault(field, "otherwise");
  if (second === undefined) return faultAt(only, value, field);
  const ofType = branches.filter((branch) => isOfType(branch, value));
  if (!isRecord(value)) return faultAt(ofType[0] ?? only, value, field);
  const mark = markOf(branches);
  if (mark === null) return byKeys(branches, value, field);
  const words = branches.flatMap(({ properties }) => properties?.[mark]?.const ?? []);
  const place = `${field}/${mark}`;
  if (!(mark in value)) return fault(place, "missing", { words: words.map(String).join(", ") });
  const meant = branches.find(({ properties }) => properties?.[mark]?.const === value[mark]);
  return meant === undefined ? noneOf(words, value[mark], place) : faultAt(meant, value, field);
}

/** The key by whose constant the branches are told apart. */
function markOf(branches: readonly Shape[]): string | null {
  const keys = Object.keys(branches[0]?.properties ?? {});
  const isMark = (key: string) =>
    branches.every(({ properties }) => properties?.[key]?.const !== undefined);
  return keys.find(isMark) ?? null;
}

function byKeys(branches: readonly Shape[], value: object, field: string): SchemaFault {
  const own = branches.filter(({ required = [] }) => required.some((key) => key in value));
  const [meant, other] = own;
  if (meant !== undefined && other === undefined) return faultAt(meant, value, field);
  const keys = branches.flatMap(({ required = [] }) => required.slice(0, 1));
  return fault(field, "one_key_of", { keys: [...new Set(keys)].join(", ") });
}

function isOfType({ type, const: constant }: Shape, value: unknown): boolean {
  if (constant !== undefined) return typeof constant === typeof value;
  if (type === "array") return Array.isArray(value);
  if (type === "object") return isRecord(value);
  return typeof value === (type === "integer" ? "number" : type);
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

function ofObject(shape: Shape, value: unknown, field: string): SchemaFault {
  if (!isRecord(value)) return fault(field, "not_object");
  const { properties = {}, required = [], patternProperties = {} } = shape;
  const at = (key: string) => `${field}/${key.replaceAll("~", "~0").replaceAll("/", "~1")}`;
  const isClosed = shape.additionalProperties === false;
  const stray = Object.keys(value).find((key) => isClosed && !Object.hasOwn(properties, key));
  if (stray !== undefined) {
    return fault(at(stray), "key_unknown", { keys: Object.keys(properties).join(", ") });
  }
  const missing = required.find((key) => value[key] === undefined);
  if (missing !== undefined) return fault(at(missing), "missing");
  const [any] = Object.values(patternProperties);
  for (const [key, part] of Object.entries(value)) {
    const own = Object.hasOwn(properties, key) ? properties[key] : any;
    if (own !== undefined && part !== undefined && !fits(own, part)) {
      return faultAt(own, part, at(key));
    }
  }
  return fault(field, "otherwise");
}

function ofArray(shape: Shape, value: unknown, field: string): SchemaFault {
  if (!Array.isArray(value)) return fault(field, "not_array");
  const { items, minItems = 0, maxItems = Infinity } = shape;
  if (value.length < minItems) return fault(field, "too_few", { least: minItems });
  if (value.length > maxItems) return fault(field, "too_many", { most: maxItems });
  const entries = items === undefined ? [] : value.map((entry: unknown) => entry);
  const at = entries.findIndex((entry) => items !== undefined && !fits(items, entry));
  if (items !== undefined && at >= 0) return faultAt(items, entries[at], `${field}/${at}`);
  return fault(field, shape.uniqueItems === true ? "twice" : "otherwise");
}

function ofNumber(shape: Shape, value: unknown, field: string, reason: ReasonCode): SchemaFault {
  const isNumber = typeof value === "number" && (shape.type === "number" || value % 1 === 0);
  if (!isNumber) return fault(field, reason);
  const { minimum = -Infinity, maximum = Infinity } = shape;
  if (value < minimum) return fault(field, "below", { least: minimum });
  if (value > maximum) return fault(field, "above", { most: maximum });
  return fault(field, reason);
}

/** What is written by a rule is told by an example, where the schema has none by the rule. */
const formExamples: Readonly<Record<string, string>> = {
  email: "name@example.com",
  uuid: "0199f0a0-0000-7000-8000-000000000001",
};

function ofText(shape: Shape, value: unknown, field: string): SchemaFault {
  if (typeof value !== "string") return fault(field, "not_string");
  const { minLength = 0, maxLength = Infinity, pattern, format = "", examples = [] } = shape;
  if (value.length < minLength) return fault(field, "too_short", { least: minLength });
  if (value.length > maxLength) return fault(field, "too_long", { most: maxLength });
  const example = examples[0] ?? formExamples[format] ?? pattern ?? format;
  return fault(field, "written_otherwise", { example });
}
