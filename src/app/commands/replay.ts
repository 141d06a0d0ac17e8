import type { CommandDefinition } from "../cli/command.ts";
import { CommandError } from "../cli/failure.ts";

export const replayCommand: CommandDefinition = {
  name: "replay",
  summary: "file the cancellations of an imported file as claims, and pay them",
  details:
    "Every cancellation line goes the way that a claim takes over the API, and is paid through " +
    "the loopback gateway, which loses answers and repeats callbacks. Run again after an " +
    "interruption it carries on where it was.",
  arguments: [
    ["<format>", "online-retail"],
    ["<file>", "the file that was imported, gzip or not"],
  ],
  examples: ["makegood replay online-retail online-retail.csv.gz --json"],
  async run({ args: [format = "", file = ""], terminal }) {
    if (format !== "online-retail") {
      throw new CommandError(`\`${format}\` cannot be replayed: the format is online-retail`);
    }
    const { replayFile } = await import("../replay/command-run.ts");
    await replayFile(file, terminal);
  },
};
