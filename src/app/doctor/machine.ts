import { statfs } from "node:fs/promises";
import { join } from "node:path";
import { pagesBuilt } from "../compose/pages.ts";
import { findGateway } from "../gateway/record.ts";
import { folderTrouble, nearestFolder } from "../../platform/index.ts";
import type { Settings } from "../../platform/index.ts";
import { note, ok, wrong } from "./finding.ts";
import type { Finding } from "./finding.ts";

const enoughBytes = 1_000_000_000;

/** Data folder and its disk. */
export async function diskFindings({ dataFolder }: Settings): Promise<readonly Finding[]> {
  const folder = nearestFolder(dataFolder);
  const trouble = folderTrouble(dataFolder);
  const findings: Finding[] = [];
  if (folder !== dataFolder)
    findings.push(note("data folder", `\`${dataFolder}\` is not made yet`));
  if (trouble === null) findings.push(ok("data folder", `\`${folder}\` can be written`));
  else findings.push(wrong("data folder", trouble));
  const { bavail, bsize } = await statfs(folder);
  const gigabytes = `${((bavail * bsize) / 1e9).toFixed(1)} GB are free`;
  const isEnough = bavail * bsize >= enoughBytes;
  findings.push(isEnough ? ok("disk", gigabytes) : wrong("disk", `only ${gigabytes}; make room`));
  return findings;
}

/** What answers on the port: this program, another one, or nobody. */
export async function portFindings({ port }: Settings): Promise<readonly Finding[]> {
  const address = `http://localhost:${port}`;
  try {
    const response = await fetch(`${address}/ready`, { signal: AbortSignal.timeout(5_000) });
    const body = (await response.json()) as { status?: unknown; detail?: string };
    if (response.ok && body.status === "ready") return [ok("server", `${address} is ready`)];
    return [
      wrong("server", `${address} answers ${response.status}: ${body.detail ?? "no reason"}`),
    ];
  } catch (error) {
    const { cause } = error as { cause?: NodeJS.ErrnoException };
    if (cause?.code === "ECONNREFUSED") {
      return [note("server", `nothing answers on ${address}; \`makegood start\` would`)];
    }
    return [wrong("server", `another program answers on ${address}; set MAKEGOOD_PORT`)];
  }
}

export async function gatewayFindings({ dataFolder }: Settings): Promise<readonly Finding[]> {
  const found = await findGateway(join(dataFolder, "gateway"));
  return [
    found === null
      ? note(
          "gateway",
          "the simulator does not run; `makegood start` or `makegood gateway` runs it",
        )
      : ok("gateway", `the simulator answers on ${found.url}`),
  ];
}

export async function pageFindings(): Promise<readonly Finding[]> {
  return pagesBuilt().map(({ name, isBuilt }) =>
    isBuilt
      ? ok(name, "the pages are built")
      : note(name, "the pages are not built: npm run build"),
  );
}
