import { existsSync, renameSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { startSimulator } from "../../../simulators/wechatpay/index.ts";
import type { Simulator } from "../../../simulators/wechatpay/index.ts";
import { CommandError } from "../cli/failure.ts";
import { onInterrupt } from "../cli/interrupt.ts";
import type { Terminal } from "../cli/terminal.ts";
import { findGateway, recordPath } from "./record.ts";
import type { GatewayRecord } from "./record.ts";

interface Where {
  readonly port: string | null;
  readonly folder: string | null;
}

/** `makegood gateway`: the simulator in this process, until it is asked to end. */
export async function runGateway(terminal: Terminal, where: Where): Promise<void> {
  const interrupt = onInterrupt();
  const folder = resolve(where.folder ?? (await usualFolder()));
  const running = await findGateway(folder);
  if (running !== null) {
    throw new CommandError(
      `a gateway runs on \`${folder}\` already, at ${running.url}; use that one`,
    );
  }
  const simulator = await listen(portOf(where.port), folder);
  const record: GatewayRecord = { pid: process.pid, url: simulator.url };
  writeRecord(folder, record);
  terminal.answer({ listening: simulator.url, folder }, [
    `the gateway simulator listens on ${simulator.url} and keeps its books in ${folder}`,
  ]);
  await interrupt.signal;
  await simulator.close();
}

/** Whoever names the folder has no need of the settings, nor of all that comes with them. */
async function usualFolder(): Promise<string> {
  const { readSettings } = await import("../../platform/index.ts");
  return join(readSettings().dataFolder, "gateway");
}

function portOf(text: string | null): number {
  const port = Number(text ?? 0);
  if (Number.isInteger(port) && port >= 0 && port <= 65_535) return port;
  throw new CommandError(`\`${text}\` is no port; give a whole number from 0 to 65535`);
}

/** The port of last time where it is free, so that accounts keep their address. */
async function listen(port: number, folder: string): Promise<Simulator> {
  try {
    if (!existsSync(folder)) (await import("../../platform/index.ts")).makeFolder(folder);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new CommandError(`the gateway's folder \`${folder}\` cannot be made (${reason})`);
  }
  try {
    return await startSimulator({ port, folder });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "EADDRINUSE") throw error;
    return startSimulator({ port: 0, folder });
  }
}

/** Whole or not at all: whoever waits for it reads it while it is written. */
function writeRecord(folder: string, record: GatewayRecord): void {
  const path = recordPath(folder);
  writeFileSync(`${path}.part`, JSON.stringify(record), { mode: 0o600 });
  renameSync(`${path}.part`, path);
}
