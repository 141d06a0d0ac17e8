import { join } from "node:path";
import { findBinaries } from "./binaries.ts";
import { ensureCluster } from "./cluster.ts";
import { addHolder, removeHolder } from "./holders.ts";
import { withLock } from "./lock.ts";
import { findPlace } from "./place.ts";
import type { Place } from "./place.ts";
import { adminUrl, provision } from "./provision.ts";
import type { Urls } from "./provision.ts";
import { findRunning, startServer, stopServer } from "./server.ts";
import type { Running } from "./server.ts";

export interface EmbeddedServer {
  readonly urls: Urls;
  /** Superuser: for the test kit's templates only. */
  readonly adminUrl: string;
  /** Where cluster and binaries lie. */
  readonly folder: string;
  /** True when a server of ours was found running. */
  readonly attached: boolean;
  /** Leaves; the last process to leave stops the server. */
  readonly release: () => Promise<void>;
}

const baseSettings = [
  "listen_addresses=127.0.0.1",
  "unix_socket_directories=",
  "max_connections=200",
  "shared_buffers=128MB",
  "timezone=UTC",
  "log_timezone=UTC",
];
/** For test clusters, which nobody needs after a power cut. */
export const forgetfulSettings = ["fsync=off", "synchronous_commit=off", "full_page_writes=off"];

let uses = 0;

/**
 * The embedded server of a data folder: made, started or attached to. Several processes share it
 * (serve, work, one-off commands), each as a holder.
 */
export async function openEmbedded(
  dataFolder: string,
  extraSettings: readonly string[] = [],
): Promise<EmbeddedServer> {
  const place = findPlace(dataFolder);
  const lock = join(place.folder, "start.lock");
  return withLock(lock, async () => {
    const binaries = findBinaries(place);
    const passwords = await ensureCluster(place, binaries);
    const found = await findRunning(place, passwords.admin);
    const settings = [...baseSettings, ...extraSettings];
    const running = found ?? (await startServer(place, binaries, passwords.admin, settings));
    addHolder(place.folder);
    uses += 1;
    return {
      urls: await provision(running, passwords),
      adminUrl: adminUrl(running, passwords.admin),
      folder: place.folder,
      attached: found !== null,
      release: releaseOnce(place, lock, running),
    };
  });
}

function releaseOnce(place: Place, lock: string, running: Running): () => Promise<void> {
  let released: Promise<void> | null = null;
  const release = (): Promise<void> =>
    withLock(lock, async () => {
      uses -= 1;
      // A process may have opened the server several times: its file goes with the last.
      if (uses > 0) return;
      if (removeHolder(place.folder)) await stopServer(running);
    });
  return () => (released ??= release());
}
