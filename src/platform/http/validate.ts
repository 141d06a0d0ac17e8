import { createHash } from "node:crypto";
import { Compile } from "typebox/compile";
import type { TSchema } from "typebox";
import { Value } from "typebox/value";
import { because, faultOf, isRefusal, refuse } from "../../contract/index.ts";
import type { Refusal, RouteSpec, SchemaFault } from "../../contract/index.ts";

type Check = (value: unknown) => unknown;

interface Parts {
  readonly params: unknown;
  readonly query: unknown;
  readonly body: unknown;
}

/** Compiled once per route. Returns the parts as the handler gets them, or the first fault. */
export function validatorOf(route: RouteSpec): (parts: Parts) => Parts | Refusal {
  const checks = {
    params: checker(route.params, "params"),
    query: checker(route.query, "query"),
    body: checker(route.body, "body"),
  };
  return ({ params, query, body }) => {
    const found = {
      params: checks.params(params),
      query: checks.query(query),
      body: checks.body(body),
    };
    return Object.values(found).find(isRefusal) ?? found;
  };
}

function checker(schema: TSchema | undefined, part: keyof Parts): Check {
  if (schema === undefined) return () => undefined;
  const validator = Compile(schema);
  return (given) => {
    // What stands in an address is text; in a body a number in quotes is a mistake.
    const value = part === "body" ? given : Value.Convert(schema, structuredClone(given));
    const whole: unknown = Value.Default(schema, value);
    if (validator.Check(whole)) return whole;
    return faultRefusal(faultOf(schema, whole), part);
  };
}

/** In an address a part is called by its name alone. */
function faultRefusal(fault: SchemaFault | null, part: keyof Parts): Refusal {
  const { field: at, reason, values } = fault ?? { field: "", reason: "otherwise", values: {} };
  const field = part === "body" ? at : at.slice(1);
  const key = field === "" ? part : field;
  return refuse("invalid_request", because(reason, { ...values, key }), field || undefined);
}

/** SHA-256 in hex of what was asked: the same key with another one is refused. */
export function requestHash(route: RouteSpec, { params, query, body }: Parts): string {
  const text = JSON.stringify([route.operationId, params ?? null, query ?? null, body ?? null]);
  return createHash("sha256").update(text).digest("hex");
}

/** Null is a missing or unusable key. */
export function idempotencyKey(header: string | string[] | undefined): string | null {
  return typeof header === "string" && /^[\x21-\x7e]{1,255}$/.test(header) ? header : null;
}
