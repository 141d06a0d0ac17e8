import type { CommandDefinition } from "../cli/command.ts";

export const startCommand: CommandDefinition = {
  name: "start",
  summary: "run everything on this machine, with a demo merchant when the database is new",
  details:
    "Starts or attaches to the embedded PostgreSQL, brings the schema up to date, starts the\n" +
    "gateway simulator, serves and works, and prints what to open and how to sign in.\n" +
    "The log goes to `makegood.log` in the data folder. Ctrl-C ends it and leaves nothing running.",
  examples: ["makegood start", "MAKEGOOD_PORT=8080 MAKEGOOD_DATA=/srv/makegood makegood start"],
  async run({ terminal }) {
    const { start } = await import("../start/start.ts");
    await start(terminal);
  },
};
