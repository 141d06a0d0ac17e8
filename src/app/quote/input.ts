import { readFileSync } from "node:fs";
import { Type } from "typebox";
import type { Static, TSchema } from "typebox";
import { Value } from "typebox/value";
import {
  ClaimKind,
  CreateOrder,
  FileClaim,
  InstantText,
  OrderEvent,
  because,
  faultOf,
} from "../../contract/index.ts";
import { CommandError } from "../cli/failure.ts";

const strict = { additionalProperties: false };

/** An order as `POST /v1/orders` takes it, and what happened to it afterwards. */
export const QuoteOrder = Type.Object(
  { ...CreateOrder.properties, events: Type.Optional(Type.Array(OrderEvent)) },
  strict,
);
export type QuoteOrder = Static<typeof QuoteOrder>;

/** A claim as `POST /v1/claims` takes it, on the one order of the quote. */
export const QuoteClaim = Type.Object(
  {
    kind: ClaimKind,
    items: Type.Array(
      Type.Object(
        {
          lineId: Type.Optional(Type.String()),
          packetId: Type.Optional(Type.String()),
          quantity: Type.Optional(Type.Integer({ minimum: 1 })),
          units: Type.Optional(
            Type.Object(
              { from: Type.Integer({ minimum: 0 }), to: Type.Integer({ minimum: 1 }) },
              strict,
            ),
          ),
        },
        strict,
      ),
      { minItems: 1 },
    ),
    facts: FileClaim.properties.facts,
    receivedAt: Type.Optional(InstantText),
    endsAt: Type.Optional(InstantText),
    final: Type.Optional(Type.Boolean()),
  },
  strict,
);
export type QuoteClaim = Static<typeof QuoteClaim>;

export function readText(path: string): string {
  try {
    return readFileSync(path, "utf8");
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    const reason = code === "ENOENT" ? "it is not there" : (code ?? "it cannot be opened");
    throw new CommandError(`\`${path}\` cannot be read: ${reason}; check the name`);
  }
}

/** A JSON file of this shape, or one sentence with the place of the first fault. */
export function readJson<S extends TSchema>(path: string, schema: S): Static<S> {
  const value = parsed(path, readText(path));
  if (Value.Check(schema, value)) return value;
  throw notDocumented(path, schema, value);
}

function notDocumented(path: string, schema: TSchema, value: unknown): CommandError {
  const fault = faultOf(schema, value);
  const key = fault === null || fault.field === "" ? "the file" : fault.field;
  const { reason } = because(fault?.reason ?? "otherwise", { ...fault?.values, key });
  const own = /^\/items\/\d+\/orderId$/.test(fault?.field ?? "");
  const hint = own ? "; leave `orderId` out: a quote has one order" : "";
  return new CommandError(`\`${path}\`: ${reason}${hint}`, "invalid_request");
}

function parsed(path: string, text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new CommandError(`\`${path}\` is no JSON: ${(error as Error).message}`);
  }
}
