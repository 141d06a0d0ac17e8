import type { FastifyError, FastifyReply, FastifyRequest } from "fastify";
import { languageOf, problemMediaType, problemOf, refuse } from "../../contract/index.ts";
import type { Refusal } from "../../contract/index.ts";

export function sendRefusal(reply: FastifyReply, refusal: Refusal): FastifyReply {
  const language = languageOf(reply.request.headers["accept-language"]);
  const problem = problemOf(refusal, language, reply.request.id);
  const wait = refusal.values["retryAfterSeconds"];
  if (wait !== undefined) reply.header("retry-after", String(wait));
  return reply
    .code(problem.status)
    .type(problemMediaType)
    .header("content-language", language)
    .send(problem);
}

/** A request that is refused before a route is reached. */
export class RefusedRequest extends Error {
  readonly refusal: Refusal;

  constructor(refusal: Refusal) {
    super(refusal.code);
    this.refusal = refusal;
  }
}

/** What Fastify or a bug throws, as one of our codes. Nothing of a bug is shown to the caller. */
export function refusalOf(error: unknown, request: FastifyRequest): Refusal {
  if (error instanceof RefusedRequest) return error.refusal;
  const { code = "", statusCode } = error as Partial<FastifyError>;
  if (code === "FST_ERR_BAD_URL") return refuse("url_invalid");
  if (code === "FST_ERR_CTP_BODY_TOO_LARGE") {
    return refuse("payload_too_large", { limit: request.routeOptions.bodyLimit });
  }
  if (code === "FST_ERR_CTP_INVALID_MEDIA_TYPE") {
    return refuse("unsupported_media_type", { mediaType: request.headers["content-type"] ?? "" });
  }
  if (statusCode === 429) return refuse("too_many_requests", { retryAfterSeconds: 60 });
  if (statusCode === 400 && (error instanceof SyntaxError || code.startsWith("FST_ERR_CTP"))) {
    return refuse("invalid_json");
  }
  if (statusCode !== undefined && statusCode < 500) {
    return refuse("invalid_request", { reason: (error as Error).message });
  }
  return isLostDatabase(error)
    ? refuse("not_ready", { reason: "the database does not answer" })
    : refuse("internal");
}

const connectionTrouble = /^(ECONN\w+|EPIPE|ETIMEDOUT|08\w{3}|57P0\d|53300)$/;

function isLostDatabase(error: unknown): boolean {
  const { code, message = "" } = error as { code?: string; message?: string };
  return (
    (code !== undefined && connectionTrouble.test(code)) ||
    /^Connection terminated|connection timeout|timeout exceeded when trying/.test(message)
  );
}
