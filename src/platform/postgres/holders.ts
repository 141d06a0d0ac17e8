import { readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { makeFolder } from "../folder.ts";
import { isAlive } from "./lock.ts";

/**
 * Who uses the server: one file per process. The last to leave stops it; files of processes that
 * were killed are cleared by whoever looks next.
 */
export function addHolder(folder: string): void {
  makeFolder(join(folder, "holders"));
  writeFileSync(holderFile(folder, process.pid), birth(process.pid));
}

/** True when nobody holds the server any more. */
export function removeHolder(folder: string): boolean {
  rmSync(holderFile(folder, process.pid), { force: true });
  return livingHolders(folder).length === 0;
}

function livingHolders(folder: string): number[] {
  const pids = readdirSync(join(folder, "holders")).map(Number);
  return pids.filter((pid) => {
    if (isAlive(pid) && readFileSync(holderFile(folder, pid), "utf8") === birth(pid)) return true;
    rmSync(holderFile(folder, pid), { force: true });
    return false;
  });
}

const holderFile = (folder: string, pid: number): string => join(folder, "holders", String(pid));

/** When the process began, in clock ticks, where the system tells: a pid is soon used again. */
function birth(pid: number): string {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
    return stat.slice(stat.lastIndexOf(")") + 2).split(" ")[19] ?? "";
  } catch {
    return "";
  }
}
