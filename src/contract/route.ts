import type { Static, TObject, TSchema } from "typebox";
import type { ErrorCode } from "./errors.ts";

/** What a person or a key may do; each is given apart. */
export const rights = [
  "file",
  "attest",
  "approve",
  "pay",
  "publish",
  "erase",
  "administer",
  "read",
] as const;
export type Right = (typeof rights)[number];

/**
 * Who may call: a right, anybody, a customer who proved an order, or anyone signed in.
 */
export type Access = Right | "public" | "customer" | "signed-in";

export type Method = "GET" | "POST" | "PUT" | "PATCH" | "DELETE";

/**
 * A route as data: validation, OpenAPI and the client come from it. `path` is in OpenAPI form,
 * `/v1/orders/{orderId}`. `stateful` routes need an Idempotency-Key.
 */
export interface RouteSpec {
  readonly operationId: string;
  readonly method: Method;
  readonly path: string;
  readonly summary: string;
  readonly right: Access;
  readonly params?: TObject;
  readonly query?: TObject;
  readonly body?: TSchema;
  readonly success: { readonly status: 200 | 201 | 202; readonly schema: TSchema } | NoContent;
  readonly stateful: boolean;
  readonly errors: readonly ErrorCode[];
}

interface NoContent {
  readonly status: 204;
  readonly schema?: never;
}

export const route = <const R extends RouteSpec>(spec: R): R => spec;

type PartOf<R, Key extends string> =
  R extends Record<Key, infer S> ? (S extends TSchema ? Static<S> : undefined) : undefined;

export type ParamsOf<R extends RouteSpec> = PartOf<R, "params">;
export type QueryOf<R extends RouteSpec> = PartOf<R, "query">;
export type BodyOf<R extends RouteSpec> = PartOf<R, "body">;
export type SuccessOf<R extends RouteSpec> = PartOf<R["success"], "schema">;

/** The path with `:name` in place of `{name}`, as most routers write it. */
export const colonPath = (path: string): string => path.replace(/\{(\w+)\}/g, ":$1");
