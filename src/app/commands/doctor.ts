import type { CommandDefinition } from "../cli/command.ts";

export const doctorCommand: CommandDefinition = {
  name: "doctor",
  summary: "show the settings in force, and whether what they name can be reached",
  details: "Changes nothing. Exit code 1 where something is wrong, with one sentence for each.",
  examples: ["makegood doctor", "makegood doctor --json"],
  async run({ terminal }) {
    const { examine } = await import("../doctor/examine.ts");
    return examine(terminal);
  },
};
