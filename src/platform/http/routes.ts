import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { Compile } from "typebox/compile";
import { colonPath, isRefusal, languageOf, refuse } from "../../contract/index.ts";
import type { Refusal, RouteSpec } from "../../contract/index.ts";
import type { Platform } from "../platform.ts";
import { admit } from "./guard.ts";
import type { Implementation } from "./handler.ts";
import { sendRefusal } from "./problems.ts";
import { oddTextIn } from "./text-faults.ts";
import { idempotencyKey, requestHash, validatorOf } from "./validate.ts";

export interface RouteSettings {
  /** Tests hold each answer against the contract. */
  readonly checkAnswers: boolean;
}

export function addRoute(
  app: FastifyInstance,
  platform: Platform,
  implementation: Implementation,
  settings: RouteSettings,
): void {
  const { route, options } = implementation;
  const answer = answerer(platform, implementation);
  const check = settings.checkAnswers ? answerCheck(route) : null;
  app.route({
    method: route.method,
    url: colonPath(route.path),
    ...(options.bodyLimitBytes === undefined ? {} : { bodyLimit: options.bodyLimitBytes }),
    config: { operationId: route.operationId },
    async handler(request, reply) {
      const result = await answer(request, reply);
      // A handler that streams or redirects has answered by itself.
      if (reply.sent) return reply;
      if (isRefusal(result)) return sendRefusal(reply, result);
      check?.(result);
      reply.code(route.success.status);
      return route.success.status === 204 ? reply.send() : reply.send(result);
    },
  });
}

type Answerer = (request: FastifyRequest, reply: FastifyReply) => Promise<unknown>;

function answerer(platform: Platform, { route, handler }: Implementation): Answerer {
  const validate = validatorOf(route);
  return async (request, reply) => {
    const actor = await admit(platform, route, request);
    if (isRefusal(actor)) return actor;
    const key = keyOf(route, request);
    if (isRefusal(key)) return key;
    const { params, query, body } = request;
    const odd = oddTextOf({ params, query, body });
    if (odd !== null) return refuse("text_odd", { ...odd }, odd.field);
    const parts = validate({ params, query, body });
    if (isRefusal(parts)) return parts;
    const given = {
      ...parts,
      actor,
      merchantId: actor?.merchantId ?? "",
      language: languageOf(request.headers["accept-language"]),
      key,
      requestHash: requestHash(route, parts),
      requestId: request.id,
      now: platform.clock.now(),
      route: route.operationId,
      raw: { request, reply },
    };
    return handler(given as never);
  };
}

/** A body's place is a pointer into it; what stands in the address goes by its name. */
function oddTextOf({ body, ...address }: { params: unknown; query: unknown; body: unknown }) {
  const odd = oddTextIn(body);
  if (odd !== null) return odd;
  const inAddress = oddTextIn(address.params) ?? oddTextIn(address.query);
  return inAddress === null ? null : { ...inAddress, field: inAddress.field.slice(1) };
}

function keyOf(route: RouteSpec, request: FastifyRequest): string | Refusal {
  const key = idempotencyKey(request.headers["idempotency-key"]);
  return route.stateful ? (key ?? refuse("idempotency_key_required")) : (key ?? "");
}

function answerCheck({ operationId, success }: RouteSpec): (result: unknown) => void {
  if (success.status === 204) return () => undefined;
  const validator = Compile(success.schema);
  return (result) => {
    const sent: unknown = JSON.parse(JSON.stringify(result));
    if (validator.Check(sent)) return;
    const [first] = validator.Errors(sent);
    throw new Error(`${operationId} answers what it does not document: ${JSON.stringify(first)}`);
  };
}
