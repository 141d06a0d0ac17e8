import { join } from "node:path";
import { readSettings, requireFolder } from "../../platform/index.ts";
import { withClosing } from "../cli/closing.ts";
import type { Closing } from "../cli/closing.ts";
import { onInterrupt } from "../cli/interrupt.ts";
import type { Terminal } from "../cli/terminal.ts";
import { openAll } from "../compose/open.ts";
import { requireFreePort } from "../compose/port.ts";
import { serveRooms, workRooms } from "../compose/run.ts";
import { ensureDemo } from "../demo/demo.ts";
import { attachGateway } from "../gateway/attach.ts";
import type { AttachedGateway } from "../gateway/attach.ts";
import { banner } from "./banner.ts";
import type { Started } from "./banner.ts";
import { openLogFile } from "./log-file.ts";

/** `makegood start`: everything in this process, but for the database and the gateway. */
export function start(terminal: Terminal): Promise<void> {
  const interrupt = onInterrupt();
  return withClosing(async (closing) => {
    const started = await goUp(terminal, closing, () => interrupt.asked);
    if (started === null) return;
    terminal.answer(started, banner(started));
    await interrupt.signal;
    terminal.note("\nending: what is under way is finished first");
  });
}

/** Null when it was asked to end on the way: what is open by then is closed as always. */
async function goUp(
  terminal: Terminal,
  closing: Closing,
  isOver: () => boolean,
): Promise<Started | null> {
  const settings = readSettings();
  const logFile = join(settings.dataFolder, "makegood.log");
  const log = openLogFile(logFile);
  closing.add(() => log.close());
  await requireFreePort(settings);
  requireFolder(settings.dataFolder);
  const gateway = attachEarly(closing, join(settings.dataFolder, "gateway"));
  const { platform, rooms } = await openAll(closing, { migrate: true, log });
  if (isOver()) return null;
  const { address } = await serveRooms(platform, rooms, closing);
  await workRooms(platform, rooms, closing);
  const { url: gatewayUrl } = await gateway;
  if (isOver()) return null;
  const demo = await ensureDemo(platform, { address, gatewayUrl, terminal });
  return isOver() ? null : { address, demo, logFile, database: platform.database.place };
}

/** Beside the database's start, which takes as long. */
function attachEarly(closing: Closing, folder: string): Promise<AttachedGateway> {
  const gateway = attachGateway(folder);
  gateway.catch(() => undefined);
  closing.add(async () => {
    const attached = await gateway.catch(() => null);
    await attached?.release();
  });
  return gateway;
}
