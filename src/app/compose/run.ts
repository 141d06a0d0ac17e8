import { dispatch, httpServer, prepare } from "../../platform/index.ts";
import type { HttpServer, Platform } from "../../platform/index.ts";
import type { Closing } from "../cli/closing.ts";
import { addPages } from "./pages.ts";
import { recordServer } from "./port.ts";
import { addProblemPages } from "./problems.ts";
import type { Rooms } from "./rooms.ts";

/**
 * The API with its pages. Queues and subscriptions are made known first, so that what is written
 * reaches whichever process works on it.
 */
export async function serveRooms(
  platform: Platform,
  rooms: Rooms,
  closing: Closing,
): Promise<{ readonly server: HttpServer; readonly address: string }> {
  await prepare(platform, rooms);
  const server = await httpServer(platform, {
    implementations: rooms.implementations,
    async pages(app) {
      await addProblemPages(app);
      await addPages(app);
    },
  });
  closing.add(() => server.close());
  const address = await server.listen();
  closing.add(recordServer(platform.settings, address));
  return { server, address };
}

/** Works on jobs and events until closed. Any number of processes may do so. */
export async function workRooms(platform: Platform, rooms: Rooms, closing: Closing): Promise<void> {
  await prepare(platform, rooms);
  await platform.jobs.work(rooms.queues);
  // Workers end before the dispatcher does, so that no job waits for an event nobody delivers.
  closing.add(() => platform.jobs.stop());
  const dispatcher = await dispatch(platform, rooms.subscriptions);
  closing.add(() => dispatcher.stop());
}
