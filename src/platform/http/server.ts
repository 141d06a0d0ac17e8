import { fastify } from "fastify";
import type { FastifyInstance } from "fastify";
import type { AddressInfo } from "node:net";
import { refuse } from "../../contract/index.ts";
import { newId } from "../ids.ts";
import type { Platform } from "../platform.ts";
import type { Settings } from "../settings.ts";
import { addHeaders } from "./headers.ts";
import type { Implementation } from "./handler.ts";
import { jsonFault } from "./json-text.ts";
import { listenError } from "./port.ts";
import { RefusedRequest, refusalOf, sendRefusal } from "./problems.ts";
import { addReference } from "./reference.ts";
import { addRoute } from "./routes.ts";
import { addSystem } from "./system.ts";

export interface HttpServerParts {
  readonly implementations: readonly Implementation[];
  /** For the pages of console and portal, registered after the API. */
  readonly pages?: (app: FastifyInstance) => Promise<void>;
  /** Hold each answer against its schema: for tests. */
  readonly checkAnswers?: boolean;
}

export interface HttpServer {
  /** For tests: `app.inject` needs no port. */
  readonly app: FastifyInstance;
  /** Returns the address to open. */
  listen(): Promise<string>;
  /** Takes no new requests, answers those under way, ends. */
  close(): Promise<void>;
}

declare module "fastify" {
  interface FastifyRequest {
    /** The bytes as they came, for signatures over the raw body. */
    rawBody?: Buffer;
  }
}

const bodyLimitBytes = 1024 * 1024;

export async function httpServer(platform: Platform, parts: HttpServerParts): Promise<HttpServer> {
  const app = fastify({
    bodyLimit: bodyLimitBytes,
    // Only a proxy on this machine may tell us who called and how.
    trustProxy: "loopback",
    forceCloseConnections: "idle",
    requestTimeout: 60_000,
    routerOptions: { maxParamLength: 200 },
    // An address that cannot be decoded reaches no route and no error handler.
    frameworkErrors: (error, request, reply) => void sendRefusal(reply, refusalOf(error, request)),
    genReqId: (request) => givenId(request.headers["x-request-id"]) ?? newId(),
  });
  readBodies(app);
  addHeaders(app);
  addFailures(app, platform);
  addLog(app, platform);
  const settings = { checkAnswers: parts.checkAnswers ?? false };
  for (const implementation of parts.implementations) {
    addRoute(app, platform, implementation, settings);
  }
  addSystem(app, platform);
  await addReference(app);
  await parts.pages?.(app);
  return {
    app,
    listen: () => listen(app, platform.settings),
    close: () => app.close(),
  };
}

function givenId(header: string | string[] | undefined): string | null {
  return typeof header === "string" && /^[\w-]{1,64}$/.test(header) ? header : null;
}

function readBodies(app: FastifyInstance): void {
  app.removeAllContentTypeParsers();
  const parse = app.getDefaultJsonParser("error", "error");
  app.addContentTypeParser(
    ["application/json"],
    { parseAs: "buffer" },
    (request, body: Buffer, done) => {
      request.rawBody = body;
      if (body.length === 0) return done(null, undefined);
      const fault = jsonFault(body);
      if (fault !== null) return done(new RefusedRequest(fault), undefined);
      void parse(request, body.toString("utf8"), done);
    },
  );
}

function addFailures(app: FastifyInstance, platform: Platform): void {
  app.setNotFoundHandler((request, reply) =>
    sendRefusal(reply, refuse("not_found", { what: request.url.split("?")[0] ?? "" })),
  );
  app.setErrorHandler((error, request, reply) => {
    const refusal = refusalOf(error, request);
    if (refusal.code === "internal" || refusal.code === "not_ready") {
      platform.log.error({ err: error, requestId: request.id }, "http: a request failed");
    }
    return sendRefusal(reply, refusal);
  });
}

function addLog(app: FastifyInstance, platform: Platform): void {
  app.addHook("onResponse", async (request, reply) => {
    const route = request.routeOptions.config.operationId ?? request.routeOptions.url ?? "none";
    const status = reply.statusCode;
    const milliseconds = Math.round(reply.elapsedTime * 10) / 10;
    platform.metrics.httpSeconds.observe({ route, status }, reply.elapsedTime / 1000);
    // Neither address nor query: both can name a person.
    platform.log.info({ requestId: request.id, route, status, milliseconds }, "http");
  });
}

declare module "fastify" {
  interface FastifyContextConfig {
    operationId?: string;
  }
}

async function listen(app: FastifyInstance, { port, host }: Settings): Promise<string> {
  try {
    await app.listen({ port, host });
  } catch (error) {
    throw listenError(error, port);
  }
  const shown = host === "0.0.0.0" || host === "::" ? "localhost" : host;
  return `http://${shown}:${(app.server.address() as AddressInfo).port}`;
}
