import type { CommandDefinition } from "../cli/command.ts";

export const migrateCommand: CommandDefinition = {
  name: "migrate",
  summary: "bring the database to this version's schema",
  details: "With a server of your own it needs DATABASE_OWNER_URL. Forward only, safe to repeat.",
  examples: ["makegood migrate", "makegood migrate --json"],
  async run({ terminal }) {
    const { migrate, readSettings } = await import("../../platform/index.ts");
    const applied = await migrate(readSettings());
    const lines = applied.map((name) => `applied ${name}`);
    terminal.answer({ applied }, lines.length > 0 ? lines : ["the schema is up to date"]);
  },
};
