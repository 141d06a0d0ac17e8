import type { FastifyInstance } from "fastify";
import { errors, languages } from "../../contract/index.ts";
import type { ErrorCode } from "../../contract/index.ts";

/** What the `type` of every refusal leads to: its code explained, in each language. */
export async function addProblemPages(app: FastifyInstance): Promise<void> {
  app.get<{ Params: { code: string } }>("/problems/:code", ({ params: { code } }, reply) =>
    isCode(code) ? reply.type("text/plain; charset=utf-8").send(page(code)) : reply.callNotFound(),
  );
}

const isCode = (code: string): code is ErrorCode => Object.hasOwn(errors, code);

function page(code: ErrorCode): string {
  const { status, title, sentence } = errors[code];
  const sentences = languages.map((language) => `${language}: ${sentence[language]}`);
  return [`${code} (${status}): ${title}`, "", ...sentences, ""].join("\n");
}
