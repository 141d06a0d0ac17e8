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
  isRefusal,
  refuse,
} from "../../contract/index.ts";
import type { Refusal } from "../../contract/index.ts";
import { CommandError } from "../cli/failure.ts";

const strict = { additionalProperties: false };

/** A claim as `POST /v1/claims` takes it, on the one order of the quote. */
export const QuoteClaim = Type.Object(
  {
    kind: ClaimKind,
    items: Type.Array(
      Type.Object(
        {
          everything: Type.Optional(Type.Literal(true)),
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

/** An order as `POST /v1/orders` takes it, what happened to it afterwards, and claims on it. */
export const QuoteOrder = Type.Object(
  {
    ...CreateOrder.properties,
    events: Type.Optional(Type.Array(OrderEvent)),
    claims: Type.Optional(Type.Array(QuoteClaim)),
  },
  strict,
);
export type QuoteOrder = Static<typeof QuoteOrder>;

const standardInput = 0;

/** The text of a file; `-` is standard input. */
export function readText(path: string): string {
  try {
    return readFileSync(path === "-" ? standardInput : path, "utf8");
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    const reason = code === "ENOENT" ? "it is not there" : (code ?? "it cannot be opened");
    throw new CommandError(`\`${path}\` cannot be read: ${reason}; check the name`);
  }
}

/** A JSON file of this shape, or one sentence with the place of the first fault. */
export function readJson<S extends TSchema>(path: string, schema: S): Static<S> {
  const value = documented(parsed(path, readText(path)), schema);
  if (isRefusal(value)) throw notDocumented(path, value);
  return value;
}

export interface OrderInFile {
  /** What it is called where it cannot be read: its place in the file. */
  readonly name: string;
  readonly order: QuoteOrder | Refusal;
}

/** One order as an object, or several: a JSON array, or one object a line. */
export function readOrders(path: string): { orders: readonly OrderInFile[]; isList: boolean } {
  const text = readText(path).replace(/^\uFEFF/, "");
  const values = valuesIn(path, text);
  const isList = Array.isArray(values);
  const all: readonly unknown[] = isList ? values : [values];
  return { isList, orders: all.map((value, at) => orderIn(value, at)) };
}

function orderIn(value: unknown, at: number): OrderInFile {
  const order = documented(value, QuoteOrder);
  return { name: isRefusal(order) ? `#${at + 1}` : order.orderNumber, order };
}

/** Lines of JSON are told by each line being an object by itself. */
function valuesIn(path: string, text: string): unknown {
  const lines = text.split("\n").filter((line) => line.trim() !== "");
  const isOnePerLine = lines.length > 1 && lines.every((line) => /^\s*\{.*\}\s*$/.test(line));
  if (!isOnePerLine) return parsed(path, text);
  return lines.map((line, at) => parsed(`${path}, line ${at + 1}`, line));
}

function documented<S extends TSchema>(value: unknown, schema: S): Static<S> | Refusal {
  if (Value.Check(schema, value)) return value;
  const fault = faultOf(schema, value);
  const key = fault === null || fault.field === "" ? "the file" : fault.field;
  const why = because(fault?.reason ?? "otherwise", { ...fault?.values, key });
  return refuse("invalid_request", why, fault?.field);
}

export function notDocumented(path: string, { values, field, code }: Refusal): CommandError {
  const isOrder = /^(\/claims\/\d+)?\/items\/\d+\/orderId$/.test(field ?? "");
  const hint = isOrder ? "; leave `orderId` out: a quote has one order" : "";
  return new CommandError(`\`${path}\`: ${values["reason"] ?? ""}${hint}`, code);
}

function parsed(path: string, text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new CommandError(`\`${path}\` is no JSON: ${(error as Error).message}`);
  }
}
