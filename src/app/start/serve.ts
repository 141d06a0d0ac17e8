import { readSettings } from "../../platform/index.ts";
import { onInterrupt } from "../cli/interrupt.ts";
import { withClosing } from "../cli/closing.ts";
import type { Terminal } from "../cli/terminal.ts";
import { openAll } from "../compose/open.ts";
import { requireFreePort } from "../compose/port.ts";
import { serveRooms, workRooms } from "../compose/run.ts";

/** `makegood serve`: until it is asked to end. */
export function serve(terminal: Terminal): Promise<void> {
  const interrupt = onInterrupt();
  return withClosing(async (closing) => {
    await requireFreePort(readSettings());
    const { platform, rooms } = await openAll(closing);
    const { address } = await serveRooms(platform, rooms, closing);
    terminal.answer({ listening: address }, [`listening on ${address}`]);
    await interrupt.signal;
  });
}

/** `makegood work`: until it is asked to end; batches under way are finished. */
export function work(terminal: Terminal): Promise<void> {
  const interrupt = onInterrupt();
  return withClosing(async (closing) => {
    const { platform, rooms } = await openAll(closing);
    await workRooms(platform, rooms, closing);
    const queues = rooms.queues.map(({ queue }) => queue);
    terminal.answer({ working: queues }, [`working on ${queues.join(", ")}`]);
    await interrupt.signal;
  });
}
