import { Type } from "typebox";
import type { Static, TEnum, TLiteralValue, TSchema } from "typebox";
import { calendarNames } from "../core/index.ts";

/** A schema with what its value means at this place, for people: docs/openapi.json shows it. */
export function about<S extends TSchema>(description: string, schema: S): S {
  const shown = { value: description, enumerable: true, configurable: true, writable: true };
  const own = Object.getOwnPropertyDescriptors(schema);
  return Object.defineProperties({}, { ...own, description: shown }) as S;
}

/** UUIDv7, made by the application. */
export const Id = Type.String({ format: "uuid", pattern: "^[0-9a-f-]{36}$" });
export const OrderId = about("The order, by the id that the server gave it.", Id);
export const ClaimId = about("The claim, by the id that the server gave it.", Id);

/**
 * RFC 3339 with an offset, from 1900 to 2199 and without leap seconds, to the millisecond; what the
 * server writes ends in Z.
 */
export const InstantText = Type.String({
  format: "date-time",
  pattern:
    "^(?:19|20|21)\\d\\d-\\d\\d-\\d\\dT(?:[01]\\d|2[0-3]):[0-5]\\d:[0-5]\\d(?:\\.\\d{1,3})?" +
    "(?:Z|[+-](?:[01]\\d|2[0-3]):[0-5]\\d)$",
  examples: ["2026-01-31T08:00:00.000Z"],
});

/** SHA-256 in lower-case hex. */
export const Sha256 = Type.String({ pattern: "^[0-9a-f]{64}$" });

/** One short line of text, of more than blanks. */
export const ShortText = Type.String({
  minLength: 1,
  maxLength: 200,
  pattern: "^(?=.*\\S)[^\\u0000-\\u001f\\u2028\\u2029]*$",
});

/** A closed list of words. */
export const choice = <W extends string>(...words: readonly W[]): TEnum<W[]> =>
  Type.Enum<W[]>(words as W[]);

/** Whose days off count: of a country whose days are known, or Saturdays and Sundays alone. */
export const CalendarCode = choice(...calendarNames);

export const nullable = <S extends TSchema>(schema: S) => Type.Union([schema, Type.Null()]);

export const literal = <const V extends TLiteralValue>(value: V) => Type.Literal(value);

/** An object that admits no key it does not name: a misspelt key is refused, never dropped. */
export const strict = { additionalProperties: false } as const;

/** Query of every list: an opaque cursor from the page before, and how many to return. */
export const pageQuery = {
  cursor: about(
    "Where the page before ended: its `next`. Left out: the first " + "page.",
    Type.Optional(Type.String({ maxLength: 200 })),
  ),
  limit: about(
    "How many entries to return at most.",
    Type.Optional(Type.Integer({ minimum: 1, maximum: 200, default: 50 })),
  ),
};

/** One page: `next` is null on the last one. */
export const page = <S extends TSchema>(item: S) =>
  Type.Object(
    {
      items: about("The entries of this page.", Type.Array(item)),
      next: about(
        "What to pass as `cursor` for the page after; null on the last " + "page.",
        nullable(Type.String()),
      ),
    },
    strict,
  );

export interface Page<T> {
  readonly items: readonly T[];
  readonly next: string | null;
}

/** A policy version as an order accepted it. */
export const PolicyPin = Type.Object(
  {
    id: about(
      "The policy's id, as its text says, such as `order-refund`.",
      Type.String({ minLength: 1, maxLength: 100 }),
    ),
    version: about("The version of the policy, as its text says.", Type.Integer({ minimum: 1 })),
    hash: about("SHA-256 of the policy document in the words of its catalogue.", Sha256),
    params: about(
      "The values of the policy's parameters, by name; the policy's " +
        "own where none was agreed.",
      Type.Record(Type.String(), Type.Union([Type.String(), Type.Number(), Type.Boolean()])),
    ),
  },
  strict,
);
export type WirePolicyPin = Static<typeof PolicyPin>;
