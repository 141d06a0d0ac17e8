import { parse } from "yaml";
import { type Rational, rational, readRational, whole } from "./rational.ts";

/** A document as the file says it, every scalar a text: the oracle shares no reader with core. */
type Raw = Record<string, unknown>;

export interface OracleFact {
  readonly type: "duration" | "days" | "ratio" | "count" | "choice" | "flag";
  readonly by: string;
  readonly burden: string | null;
  readonly wish: boolean;
  readonly unsaid: string | null;
  readonly options: readonly string[];
  readonly range: readonly [string, string] | null;
  readonly atLeast: string | null;
  readonly daysOf: string | null;
  readonly scope: string;
  /** Whether a case can stand before what the fact counts from. */
  readonly mayPrecede: boolean;
}

export interface OracleHead {
  /** Direction, base and kind of grant: what a head is called across documents. */
  readonly identity: string;
  readonly direction: "pay" | "take" | "grant";
  readonly max: Rational;
  readonly maySayNothing: boolean;
  readonly scope: string;
}

export interface OracleClause {
  readonly when: Record<string, unknown>;
  readonly over: readonly string[];
  readonly why: string | null;
  readonly give: Record<string, unknown>;
}

export interface OracleDocument {
  readonly id: string;
  readonly isFloor: boolean;
  readonly facts: Record<string, OracleFact>;
  readonly params: Record<string, { default: string; choice: string[]; range: string[] }>;
  readonly heads: Record<string, OracleHead>;
  readonly clauses: Record<string, OracleClause>;
}

export function readOracle(text: string, catalogueText: string): OracleDocument {
  const raw = parse(text, { schema: "failsafe" }) as Raw;
  const catalogue = parse(catalogueText, { schema: "failsafe" }) as Raw;
  const facts = { ...(catalogue["facts"] as Raw), ...((raw["facts"] ?? {}) as Raw) };
  const bases = { ...(catalogue["bases"] as Raw), ...((raw["bases"] ?? {}) as Raw) };
  const isFloor = raw["makegood"] === "floor/1";
  return {
    id: raw["id"] as string,
    isFloor,
    facts: mapped(facts, readFact),
    params: mapped((raw["params"] ?? {}) as Raw, (value) => {
      const { default: standard, choice, range } = value as Record<string, string & string[]>;
      return { default: standard!, choice: choice ?? [], range: range ?? [] };
    }),
    heads: mapped(raw["heads"] as Raw, (value) => readHead(value as Raw, isFloor, bases)),
    clauses: mapped(raw["clauses"] as Raw, (value) => readClause(value as Raw)),
  };
}

function mapped<T>(map: Raw, read: (value: unknown) => T): Record<string, T> {
  return Object.fromEntries(Object.entries(map).map(([key, value]) => [key, read(value)]));
}

function readFact(value: unknown): OracleFact {
  const raw = value as Record<string, string> & { of?: Raw; range?: [string, string] };
  const type = raw["type"] as OracleFact["type"];
  return {
    type,
    by: raw["by"] ?? "event",
    burden: raw["burden"] ?? null,
    wish: raw["wish"] === "true",
    unsaid: raw["wish"] === "true" ? raw["unsaid"]! : null,
    options: type === "flag" ? ["no", "yes"] : Object.keys(raw.of ?? {}),
    range: raw.range ?? null,
    atLeast: raw["at_least_fact"] ?? null,
    daysOf: raw["days_of"] ?? null,
    scope: raw["scope"] ?? "order",
    mayPrecede: Object.hasOwn((raw as Raw)["say"] ?? {}, "before_start"),
  };
}

function readHead(raw: Raw, isFloor: boolean, bases: Raw): OracleHead {
  const direction = (["pay", "take", "grant"] as const).find((key) => key in raw)!;
  const base = (direction === "grant" ? raw["of"] : raw[direction]) as string;
  const kind = direction === "grant" ? (raw["grant"] as string) : "";
  return {
    identity: `${direction} ${base} ${kind}`.trim(),
    direction,
    max: raw["max"] === undefined ? whole : readRational(raw["max"] as string),
    maySayNothing: isFloor || raw["otherwise"] === "none",
    scope: (bases[base] as Record<string, string>)["scope"] ?? "order",
  };
}

function readClause(raw: Raw): OracleClause {
  return {
    when: (raw["when"] ?? {}) as Raw,
    over: (raw["over"] ?? []) as string[],
    why: (raw["why"] ?? null) as string | null,
    give: raw["give"] as Raw,
  };
}

/** A constant in the fact's own unit: seconds, days, cycles or a share. */
export function readConstant(
  text: string,
  type: OracleFact["type"],
  marks: Readonly<Record<string, number>>,
): Rational {
  if (type === "ratio" || type === "count") return readRational(text);
  if (type === "days") {
    if (text.includes("mo")) return rational(BigInt(marks[text]!));
    return rational(BigInt(/^(\d+)d$/.exec(text)![1]!));
  }
  const [, count = "", unit = ""] = /^(\d+)(s|min|h|d)$/.exec(text)!;
  const seconds = { s: 1n, min: 60n, h: 3600n, d: 86_400n }[unit as "s"];
  return rational(BigInt(count) * seconds);
}
