import type { FastifyInstance } from "fastify";
import { refuse } from "../../contract/index.ts";
import type { Platform } from "../platform.ts";
import { sendRefusal } from "./problems.ts";
import { notReady } from "./ready.ts";

/** `/health`: the process runs. `/ready`: it can serve. `/metrics`: its figures. */
export function addSystem(app: FastifyInstance, platform: Platform): void {
  app.get("/health", async () => ({ status: "ok" }));
  app.get("/ready", async (_request, reply) => {
    const reason = await notReady(platform);
    if (reason !== null) return sendRefusal(reply, refuse("not_ready", { reason }));
    return { status: "ready" };
  });
  app.get("/metrics", async (_request, reply) => {
    const { registry } = platform.metrics;
    return reply.type(registry.contentType).send(await registry.metrics());
  });
}
