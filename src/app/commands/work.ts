import type { CommandDefinition } from "../cli/command.ts";

export const workCommand: CommandDefinition = {
  name: "work",
  summary: "do what is queued: payouts, notices, deadlines, events",
  details: "Any number of workers may run on one database. The log goes to standard error.",
  examples: ["makegood work", "MAKEGOOD_CONNECTIONS=40 makegood work --json"],
  async run({ terminal }) {
    const { work } = await import("../start/serve.ts");
    await work(terminal);
  },
};
