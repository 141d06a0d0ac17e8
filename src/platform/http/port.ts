import { once } from "node:events";
import { createServer } from "node:net";
import type { Settings } from "../settings.ts";
import { StartError } from "../start-error.ts";

/**
 * Whether the port can be had, before anything is made for a server that could not listen. Another
 * program may still take it in between: what counts is the server's own listening.
 */
export async function requirePort({ port, host }: Pick<Settings, "port" | "host">): Promise<void> {
  const trial = createServer();
  try {
    await once(trial.listen({ port, host }), "listening");
  } catch (error) {
    throw listenError(error, port);
  }
  await once(trial.close(), "close");
}

export function listenError(error: unknown, port: number): unknown {
  const { code } = error as NodeJS.ErrnoException;
  if (code === "EADDRINUSE") {
    return new StartError(
      `port ${port} is taken by another program; set MAKEGOOD_PORT to a free one`,
    );
  }
  if (code === "EACCES") {
    return new StartError(
      `port ${port} may not be used by this user; set MAKEGOOD_PORT above 1023`,
    );
  }
  return error;
}
