import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { dataPath } from "../test/data.ts";
import { freePort, makegood } from "../test/processes.ts";
import type { Running } from "../test/processes.ts";
import type { Figure } from "./bench.ts";

export const name = "the import and replay of the whole Online Retail file";

const file = dataPath("online-retail-2010-12_2011-08.csv.gz");

/** Import, then server, worker and replay at the same time, as processes of their own. */
export async function figures(): Promise<readonly Figure[]> {
  if (!existsSync(file)) return [{ name, value: "not run: no data", about: "" }];
  const folder = mkdtempSync(join(tmpdir(), "makegood-bench-"));
  const settings = { MAKEGOOD_DATA: folder, MAKEGOOD_PORT: String(await freePort()) };
  const start = (...args: string[]): Running => makegood(args, settings);
  try {
    await run(start("doctor", "--json"));
    const importMs = await run(start("import", "--format", "online-retail", file, "--json"));
    const server = start("serve");
    await server.said("listening");
    const worker = start("work");
    await worker.said("working");
    const replay = start("replay", "online-retail", file, "--json");
    const replayMs = await run(replay);
    const { payouts } = JSON.parse(replay.output.out) as { readonly payouts: number };
    const memoryMb = highestMemoryMb(server.child.pid);
    await Promise.all([worker.kill("SIGTERM"), server.kill("SIGTERM")]);
    return [
      { name: "import of the whole file", value: seconds(importMs), about: "30 s" },
      {
        name: "replay: payouts settled, from the command's start to its table",
        value: `${Math.round((payouts * 1000) / replayMs)} payouts/s`,
        about: "500 payouts/s",
      },
      { name: "memory of `serve` at its highest", value: memoryMb, about: "less than 250 MB" },
    ];
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const seconds = (milliseconds: number): string => `${(milliseconds / 1000).toFixed(1)} s`;

async function run(started: Running): Promise<number> {
  const startedAt = performance.now();
  const code = await started.ended;
  if (code !== 0) throw new Error(`a command ended with ${code}: ${started.output.error}`);
  return performance.now() - startedAt;
}

/** The kernel's own high-water mark, which only Linux keeps where it can be read. */
function highestMemoryMb(pid: number | undefined): string {
  const status = `/proc/${pid}/status`;
  if (!existsSync(status)) return "not known on this system";
  const kilobytes = Number(/VmHWM:\s+(\d+)/.exec(readFileSync(status, "utf8"))?.[1] ?? NaN);
  return `${Math.round(kilobytes / 1024)} MB`;
}
