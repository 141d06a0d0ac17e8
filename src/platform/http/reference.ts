import swagger from "@fastify/swagger";
import swaggerUi from "@fastify/swagger-ui";
import type { FastifyInstance } from "fastify";
import { openApi } from "../../contract/index.ts";
import { version } from "../version.ts";

/** The document as the contract gives it, and an interactive page over it that works offline. */
export async function addReference(app: FastifyInstance): Promise<void> {
  const document = openApi(version);
  app.get("/openapi.json", async () => document);
  await app.register(swagger, { mode: "static", specification: { document: document as never } });
  await app.register(swaggerUi, {
    routePrefix: "/docs",
    staticCSP: true,
    uiConfig: { docExpansion: "none", tryItOutEnabled: true },
  });
}
