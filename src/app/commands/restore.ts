import type { CommandDefinition } from "../cli/command.ts";

export const restoreCommand: CommandDefinition = {
  name: "restore",
  summary: "bring a backup into an empty database",
  details:
    "The checksum is verified before anything is written, and all of it is one transaction.\n" +
    "A database that holds a merchant is refused. The file says whether it is the main database\n" +
    "or the keys. See docs/backup.md.",
  arguments: [["<file>", "a file that `makegood backup` made"]],
  examples: [
    "MAKEGOOD_DATA=/srv/restored makegood restore makegood-keys.backup",
    "MAKEGOOD_DATA=/srv/restored makegood restore makegood.backup",
  ],
  async run(call) {
    const { restore } = await import("../backup/restore.ts");
    await restore(call.terminal, call.args[0] ?? "");
  },
};
