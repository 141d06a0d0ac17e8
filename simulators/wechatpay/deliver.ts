import { request as httpRequest } from "node:http";
import type { Agent } from "node:http";
import { request as httpsRequest } from "node:https";

const answerWithinMs = 5_000;

/**
 * Posts a callback. Resolves true on 200 or 204 within five seconds; the HTTP status outranks the
 * body.
 */
export function post(
  url: string,
  body: string,
  headers: Readonly<Record<string, string>>,
  agent: Agent,
): Promise<boolean> {
  return new Promise((resolve) => {
    const secure = url.startsWith("https:");
    const length = String(Buffer.byteLength(body));
    const options = {
      method: "POST",
      headers: { "Content-Type": "application/json", "Content-Length": length, ...headers },
      timeout: answerWithinMs,
      ...(secure ? {} : { agent }),
    };
    const sent = (secure ? httpsRequest : httpRequest)(url, options, (response) => {
      response.resume();
      response.on("close", () => resolve([200, 204].includes(response.statusCode ?? 0)));
    });
    sent.on("timeout", () => sent.destroy());
    sent.on("error", () => resolve(false));
    sent.end(body);
  });
}

/** Runs jobs at once or later, never more than `limit` at the same time. */
export type Dispatcher = { later(delayMs: number, job: () => Promise<void>): void; stop(): void };

export function openDispatcher(limit: number): Dispatcher {
  const timers = new Set<NodeJS.Timeout>();
  const waiting: (() => Promise<void>)[] = [];
  let running = 0;
  const pump = (): void => {
    while (running < limit) {
      const job = waiting.shift();
      if (job === undefined) return;
      running += 1;
      void job().finally(() => {
        running -= 1;
        pump();
      });
    }
  };
  const enqueue = (job: () => Promise<void>): void => {
    waiting.push(job);
    pump();
  };
  return {
    later(delayMs, job) {
      if (delayMs <= 0) return enqueue(job);
      const timer = setTimeout(() => {
        timers.delete(timer);
        enqueue(job);
      }, delayMs);
      timers.add(timer);
    },
    stop() {
      for (const timer of timers) clearTimeout(timer);
      waiting.length = 0;
    },
  };
}
