import type { CommandDefinition } from "../cli/command.ts";
import { flagOption } from "../cli/command.ts";

export const backupCommand: CommandDefinition = {
  name: "backup",
  summary: "write the whole database to a file, while everything runs",
  details:
    "One state of all merchants, compressed and with a checksum; it needs DATABASE_OWNER_URL on\n" +
    "a server of your own. The keys to personal data are not in it: take them with --keys, and\n" +
    "keep that file apart and for 30 days at most. See docs/backup.md.",
  arguments: [["<file>", "the file to make; one that is there is never overwritten"]],
  options: [{ flags: "--keys", text: "the keys database instead" }],
  examples: ["makegood backup makegood.backup", "makegood backup makegood-keys.backup --keys"],
  async run(call) {
    const { backUp } = await import("../backup/back-up.ts");
    await backUp(call.terminal, call.args[0] ?? "", flagOption(call, "keys") ? "keys" : "main");
  },
};
