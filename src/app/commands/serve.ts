import type { CommandDefinition } from "../cli/command.ts";

export const serveCommand: CommandDefinition = {
  name: "serve",
  summary: "answer the API and the web pages",
  details:
    "Needs a database of this version (see `migrate`) and, to get anything done, at least one\n" +
    "`work` beside it. Any number of both may run. The log goes to standard error.",
  examples: ["makegood serve", "MAKEGOOD_PORT=8080 makegood serve --json"],
  async run({ terminal }) {
    const { serve } = await import("../start/serve.ts");
    await serve(terminal);
  },
};
