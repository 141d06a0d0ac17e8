import { createServer } from "node:http";
import type { IncomingMessage, ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { openAdmin } from "./admin.ts";
import { openCallbacks } from "./callbacks.ts";
import { openEngine } from "./engine.ts";
import type { Finished } from "./engine.ts";
import { openGateway } from "./gateway.ts";
import { json, readBody, respond } from "./http.ts";
import type { Outcome } from "./http.ts";
import { openPlatformKey } from "./signature.ts";

type SimulatorSettings = {
  /** 0 takes a free port. It listens on 127.0.0.1 and nowhere else. */
  readonly port: number;
  /** Holds `journal.ndjson` and the platform's key. */
  readonly folder: string;
  /** The machine's clock, or a test's. Signatures always carry the machine's time. */
  readonly clock?: () => number;
  /** Entries that the journal holds at least before it is written anew; for tests. */
  readonly longJournalEntries?: number;
};

export type Simulator = { readonly url: string; close(): Promise<void> };

/** Starts the WeChat Pay v3 simulator; resolves when it accepts connections. */
export async function startSimulator(settings: SimulatorSettings): Promise<Simulator> {
  const platform = openPlatformKey(settings.folder);
  const early: Finished[] = [];
  let announce = (finished: Finished): void => void early.push(finished);
  const engine = openEngine(
    settings.folder,
    settings.clock ?? Date.now,
    (one) => announce(one),
    settings.longJournalEntries,
  );
  const callbacks = openCallbacks(platform, Date.now, ({ merchantId, refund }) => {
    const { number, status } = refund;
    void engine.record([{ type: "notified", merchantId, number, status }]);
  });
  announce = (finished) => {
    const account = engine.book.accounts.get(finished.merchantId);
    if (account !== undefined) callbacks.send(finished, account.settings);
  };
  early.forEach(announce);
  const gateway = openGateway(engine, platform, Date.now);
  const admin = openAdmin(engine, platform, gateway, () => callbacks.counts);

  const answer = async (request: IncomingMessage): Promise<Outcome> => {
    const body = request.method === "GET" ? "" : await readBody(request);
    const method = request.method ?? "GET";
    const url = request.url ?? "/";
    if (url === "/health") return json(200, { status: "ok" });
    if (url.startsWith("/admin/")) {
      return admin.handle(method, new URL(url, "http://127.0.0.1"), body);
    }
    const { authorization, "user-agent": userAgent } = request.headers;
    return gateway.handle({ method, url, body, authorization, userAgent });
  };
  const handle = (request: IncomingMessage, response: ServerResponse): void => {
    answer(request).then(
      (outcome) => respond(response, outcome),
      (error: unknown) => {
        process.stderr.write(`${JSON.stringify({ level: "error", message: String(error) })}\n`);
        respond(response, json(500, { code: "SYSTEM_ERROR", message: "系统超时" }));
      },
    );
  };
  const server = createServer({ keepAliveTimeout: 60_000 }, handle);
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(settings.port, "127.0.0.1", resolve);
  });
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    async close() {
      callbacks.close();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      await engine.close();
    },
  };
}
