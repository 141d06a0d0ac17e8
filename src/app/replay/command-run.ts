import { StartError } from "../../platform/index.ts";
import type { Platform } from "../../platform/index.ts";
import { withClosing } from "../cli/closing.ts";
import type { Closing } from "../cli/closing.ts";
import type { Terminal } from "../cli/terminal.ts";
import { openAll } from "../compose/open.ts";
import type { Opened } from "../compose/open.ts";
import { serveRooms, workRooms } from "../compose/run.ts";
import { prepareRetail } from "./prepare.ts";
import type { ReplayReport } from "./report.ts";
import { fileAll, readCancellations, report, waitForEnd } from "./run.ts";

/** Files, pays and tells; every part of it may be killed and run again. */
export function replayFile(path: string, terminal: Terminal): Promise<void> {
  return withClosing(async (closing) => {
    const cancellations = await readCancellations(path);
    const opened = await openAll(closing, { migrate: true });
    const { platform, rooms } = opened;
    const address = await ownAddress(opened, closing);
    const { merchantId } = await prepareRetail(opened, closing, address);
    await workRooms(platform, rooms, closing);
    await fileAll(platform, merchantId, cancellations, terminal.progress("filing"));
    await waitForEnd(platform, merchantId, terminal.progress("settling"));
    const found = await report(platform, merchantId, cancellations);
    terminal.answer(found, linesOf(found));
  });
}

/** Callbacks need somebody who listens: the server that runs already, or else this process. */
async function ownAddress({ platform, rooms }: Opened, closing: Closing): Promise<string> {
  const running = await runningServer(platform);
  if (running !== null) return running;
  try {
    return (await serveRooms(platform, rooms, closing)).address;
  } catch (error) {
    // A server that was about to start may have taken the port in the meantime.
    const late = error instanceof StartError ? await runningServer(platform) : null;
    if (late === null) throw error;
    return late;
  }
}

async function runningServer({ settings }: Platform): Promise<string | null> {
  const address = `http://localhost:${settings.port}`;
  try {
    const health = await fetch(`${address}/health`, { signal: AbortSignal.timeout(1_000) });
    return health.ok ? address : null;
  } catch {
    return null;
  }
}

function linesOf({ outcomes, totalPaid, payouts, ledgerSum }: ReplayReport): string[] {
  const row = (name: string, lines: number | string, asked: string, paid: string): string =>
    `${name.padEnd(20)} ${String(lines).padStart(6)} ${asked.padStart(12)} ${paid.padStart(12)}`;
  return [
    row("outcome", "lines", "asked", "was paid"),
    ...Object.entries(outcomes).map(([name, line]) => row(name, line.lines, line.asked, line.paid)),
    "",
    `paid back ${totalPaid} in ${payouts} payouts; the ledger sums to ${ledgerSum}`,
  ];
}
