import type { CommandDefinition } from "../cli/command.ts";
import { flagOption, textOption } from "../cli/command.ts";

export const importCommand: CommandDefinition = {
  name: "import",
  summary: "bring in orders from a file of a shop system",
  details:
    "The whole file is checked first; a bad row is told with its line, and then nothing is\n" +
    "written unless --good-rows-only says so. Orders that are there already are left alone, so\n" +
    "an import that was cut off is simply run again. Files may be compressed with gzip.",
  arguments: [["<file>", "the file to read"]],
  options: [
    {
      flags: "--format <format>",
      text: "how the file is written",
      choices: ["makegood-csv", "online-retail"],
      required: true,
    },
    { flags: "--dry-run", text: "check and count, write nothing" },
    { flags: "--good-rows-only", text: "import the orders that have no bad row" },
    { flags: "--merchant <slug>", text: "whose orders they are; needed where there are several" },
    { flags: "--gateway-account <name>", text: "the account that the file's money came through" },
  ],
  examples: [
    "makegood import --format makegood-csv examples/orders.csv --dry-run",
    "makegood import --format makegood-csv examples/orders.csv --merchant demo --json",
  ],
  async run(call) {
    const { importOrders } = await import("../import/import.ts");
    return importOrders(call.terminal, {
      path: call.args[0] ?? "",
      format: textOption(call, "format") ?? "",
      dryRun: flagOption(call, "dryRun"),
      goodRowsOnly: flagOption(call, "goodRowsOnly"),
      merchant: textOption(call, "merchant"),
      gatewayAccount: textOption(call, "gatewayAccount"),
    });
  },
};
