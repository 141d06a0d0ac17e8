import fastifyStatic from "@fastify/static";
import type { FastifyInstance } from "fastify";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { pagePolicy } from "../../platform/index.ts";

/** Where the build puts the web applications, from the sources and from the bundle alike. */
const builtFolder = join(import.meta.dirname, "../../../dist");
const webApplications = ["console", "portal"] as const;

const isBuilt = (name: string): boolean => existsSync(join(builtFolder, name, "index.html"));

export const pagesBuilt = (): { readonly name: string; readonly isBuilt: boolean }[] =>
  webApplications.map((name) => ({ name, isBuilt: isBuilt(name) }));

/** The pages that are built. `/` leads to the console. */
export async function addPages(app: FastifyInstance): Promise<void> {
  for (const name of webApplications) {
    if (isBuilt(name)) await addPage(app, name, join(builtFolder, name));
  }
  app.get("/", (_request, reply) => reply.redirect("/console/"));
}

async function addPage(app: FastifyInstance, name: string, folder: string): Promise<void> {
  app.get(`/${name}`, (_request, reply) => reply.redirect(`/${name}/`));
  await app.register(
    async (scope) => {
      scope.addHook("onSend", async (request, reply) => {
        // The build names assets by their content; the page itself must always be fresh.
        const lasting = request.url.startsWith(`/${name}/assets/`) && reply.statusCode < 400;
        reply.header("content-security-policy", pagePolicy);
        reply.header("cache-control", lasting ? "public, max-age=31536000, immutable" : "no-cache");
      });
      // Read from disk at each request: a build beside a running server changes the names.
      await scope.register(fastifyStatic, { root: folder, serve: false, cacheControl: false });
      scope.get<{ Params: { "*": string } }>("/*", ({ params }, reply) => {
        const path = params["*"];
        // An address inside the application is the application's business; an asset of an older
        // build is gone, and a page in its place would only be a script that does not parse.
        return reply.sendFile(path.startsWith("assets/") ? path : "index.html", folder);
      });
    },
    { prefix: `/${name}` },
  );
}
