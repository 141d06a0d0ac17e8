import { createHash } from "node:crypto";
import { Compile } from "typebox/compile";
import type { TSchema } from "typebox";
import { Value } from "typebox/value";
import { isRefusal, refuse } from "../../contract/index.ts";
import type { Refusal, RouteSpec } from "../../contract/index.ts";

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
    const [first] = validator.Errors(whole);
    return faultOf(first, part);
  };
}

type Fault =
  | { keyword: string; instancePath: string; message: string; params?: Record<string, unknown> }
  | undefined;

function faultOf(fault: Fault, part: keyof Parts): Refusal {
  const missing = fault?.keyword === "required" ? words(fault.params?.["requiredProperties"]) : [];
  const path = [fault?.instancePath ?? "", ...missing.slice(0, 1)].join("/");
  const field = part === "body" ? path : path.slice(1);
  const place = field === "" ? `the ${part}` : `\`${field}\``;
  const reason = `${place} ${whatIsWrong(fault)}`;
  return refuse("invalid_request", { reason }, field === "" ? undefined : field);
}

/** The validator's words where they help, ours where they speak of schemas. */
function whatIsWrong(fault: Fault): string {
  switch (fault?.keyword) {
    case "required":
      return "is missing";
    case "boolean":
      return "is not known here";
    case "enum":
      return `must be one of ${words(fault.params?.["allowedValues"]).join(", ")}`;
    default:
      return fault?.message ?? "is not as documented";
  }
}

const words = (list: unknown): string[] => (Array.isArray(list) ? list.map(String) : []);

/** SHA-256 in hex of what was asked: the same key with another one is refused. */
export function requestHash(route: RouteSpec, { params, query, body }: Parts): string {
  const text = JSON.stringify([route.operationId, params ?? null, query ?? null, body ?? null]);
  return createHash("sha256").update(text).digest("hex");
}

/** Null is a missing or unusable key. */
export function idempotencyKey(header: string | string[] | undefined): string | null {
  return typeof header === "string" && /^[\x21-\x7e]{1,255}$/.test(header) ? header : null;
}
