import { calls } from "./calls.ts";
import type { Problem } from "./problem.ts";
import type { BodyOf, ParamsOf, QueryOf, RouteSpec, SuccessOf } from "./route.ts";
import type { Routes } from "./routes.ts";

type Given<Key extends string, T> = [T] extends [undefined] ? unknown : Record<Key, T>;

/** What a call needs: the parts that its route declares, and nothing else. */
export type Call<R extends RouteSpec> = Given<"params", ParamsOf<R>> &
  ([QueryOf<R>] extends [undefined] ? unknown : { query?: QueryOf<R> }) &
  Given<"body", BodyOf<R>> & { idempotencyKey?: string; signal?: AbortSignal };

export type Answer<T> =
  | { readonly ok: true; readonly status: number; readonly data: T }
  | { readonly ok: false; readonly status: number; readonly problem: Problem };

export type Client = {
  readonly [Name in keyof Routes]: (
    call: Call<Routes[Name]>,
  ) => Promise<Answer<SuccessOf<Routes[Name]>>>;
};

export interface ClientSettings {
  readonly baseUrl: string;
  /** Sent with every call, for example Authorization or Accept-Language. */
  readonly headers?: () => Record<string, string>;
  /** Makes the Idempotency-Key of a stateful call that brings none. */
  readonly newKey: () => string;
  readonly fetch?: typeof fetch;
}

type CallSpec = Pick<RouteSpec, "method" | "path" | "stateful">;

// Not the routes themselves: a browser would load every schema of the API with them.
const everyCall: Readonly<Record<keyof Routes, CallSpec>> = calls;

interface AnyCall {
  readonly params?: Record<string, string | number>;
  readonly query?: Record<string, string | number | boolean | undefined>;
  readonly body?: unknown;
  readonly idempotencyKey?: string;
  readonly signal?: AbortSignal;
}

/**
 * A client with one method per route. A refusal of the server is an answer with `ok: false`; only a
 * broken connection, or an answer that is not ours, throws.
 */
export function createClient(settings: ClientSettings): Client {
  const entries = Object.entries(everyCall).map(([name, route]) => [
    name,
    (call: AnyCall) => send(settings, route, call),
  ]);
  return Object.fromEntries(entries) as Client;
}

async function send(settings: ClientSettings, route: CallSpec, call: AnyCall) {
  const hasBody = call.body !== undefined;
  const key = route.stateful ? { "Idempotency-Key": call.idempotencyKey ?? settings.newKey() } : {};
  const response = await (settings.fetch ?? fetch)(settings.baseUrl + addressOf(route.path, call), {
    method: route.method,
    headers: {
      ...settings.headers?.(),
      ...(hasBody ? { "Content-Type": "application/json" } : {}),
      ...key,
    },
    ...(hasBody ? { body: JSON.stringify(call.body) } : {}),
    ...(call.signal ? { signal: call.signal } : {}),
  });
  return answerOf(response);
}

/** The path with its parameters filled in, each escaped, and the query. */
export function addressOf(path: string, call: Pick<AnyCall, "params" | "query">): string {
  const filled = path.replace(/\{(\w+)\}/g, (_, name: string) => {
    const value = call.params?.[name];
    if (value === undefined) throw new Error(`path ${path} needs the parameter ${name}`);
    return encodeURIComponent(value);
  });
  const query = Object.entries(call.query ?? {})
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => `${name}=${encodeURIComponent(String(value))}`);
  return query.length === 0 ? filled : `${filled}?${query.join("&")}`;
}

async function answerOf(response: Response): Promise<Answer<unknown>> {
  const { status, ok } = response;
  const text = await response.text();
  const data: unknown = text === "" ? undefined : parsed(text, status);
  return ok ? { ok: true, status, data } : { ok: false, status, problem: data as Problem };
}

function parsed(text: string, status: number): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new Error(`the server answered ${status} with something that is not JSON`, { cause });
  }
}
