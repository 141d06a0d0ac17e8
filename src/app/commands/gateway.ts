import type { CommandDefinition } from "../cli/command.ts";
import { textOption } from "../cli/command.ts";

export const gatewayCommand: CommandDefinition = {
  name: "gateway",
  summary: "run the WeChat Pay simulator, a gateway without money, on the loopback address",
  details:
    "`start` runs it by itself. What it has booked is in its folder, and survives being killed.",
  options: [
    { flags: "--port <port>", text: "where it listens; a free port when left out or taken" },
    { flags: "--folder <folder>", text: "its journal and key; `gateway` in the data folder" },
  ],
  examples: ["makegood gateway", "makegood gateway --port 4690 --folder /tmp/gateway"],
  async run(call) {
    const { runGateway } = await import("../gateway/run.ts");
    await runGateway(call.terminal, {
      port: textOption(call, "port"),
      folder: textOption(call, "folder"),
    });
  },
};
