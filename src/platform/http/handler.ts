import type { FastifyReply, FastifyRequest } from "fastify";
import type {
  BodyOf,
  Language,
  ParamsOf,
  QueryOf,
  Refusal,
  RouteSpec,
  SuccessOf,
} from "../../contract/index.ts";
import type { Instant } from "../../core/index.ts";
import type { Actor } from "../actor.ts";

/** Who calls: nobody known on a public route, else an actor of one merchant. */
type ActorOf<R extends RouteSpec> = R["right"] extends "public" ? Actor | null : Actor;

export interface Request<R extends RouteSpec> {
  readonly params: ParamsOf<R>;
  readonly query: QueryOf<R>;
  readonly body: BodyOf<R>;
  readonly actor: ActorOf<R>;
  /** The actor's merchant; "" where nobody is signed in. */
  readonly merchantId: string;
  readonly language: Language;
  /** Present on stateful routes: pass both to `transact`. */
  readonly key: string;
  readonly requestHash: string;
  readonly requestId: string;
  readonly now: Instant;
  /** The route's operationId. */
  readonly route: string;
  /** For the few handlers that set cookies, stream, or read the raw body. */
  readonly raw: { readonly request: FastifyRequest; readonly reply: FastifyReply };
}

export type Handler<R extends RouteSpec> = (request: Request<R>) => Promise<SuccessOf<R> | Refusal>;

export interface RouteOptions {
  /** More or less than the usual megabyte. */
  readonly bodyLimitBytes?: number;
}

export interface Implementation {
  readonly route: RouteSpec;
  readonly handler: (request: never) => Promise<unknown>;
  readonly options: RouteOptions;
}

export function implement<R extends RouteSpec>(
  route: R,
  handler: Handler<R>,
  options: RouteOptions = {},
): Implementation {
  return { route, handler, options };
}
