import { join } from "node:path";
import { parseArgs } from "node:util";
import { startSimulator } from "./server.ts";

/** `gateway --port 4690 --data .makegood/gateway`: runs until it is told to stop. */
async function main(): Promise<void> {
  const { values } = parseArgs({
    options: { port: { type: "string" }, data: { type: "string" } },
  });
  const folder = values.data ?? join(process.env["MAKEGOOD_DATA"] ?? ".makegood", "gateway");
  const simulator = await startSimulator({ port: Number(values.port ?? 4690), folder });
  process.stdout.write(`${JSON.stringify({ listening: simulator.url, folder })}\n`);
  const stop = (): void => {
    void simulator.close().then(() => process.exit(0));
  };
  process.once("SIGINT", stop);
  process.once("SIGTERM", stop);
}

main().catch((error: unknown) => {
  const reason = error instanceof Error ? error.message : String(error);
  process.stderr.write(`the gateway simulator cannot start: ${reason}\n`);
  process.exit(1);
});
