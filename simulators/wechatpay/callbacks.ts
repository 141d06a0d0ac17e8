import { randomUUID } from "node:crypto";
import { Agent, request as httpRequest } from "node:http";
import { request as httpsRequest } from "node:https";
import type { AccountSettings } from "./account.ts";
import type { Finished } from "./engine.ts";
import { draw, strikes } from "./chance.ts";
import { chinaTime, renderCallback } from "./render.ts";
import { seal, signatureHeaders } from "./signature.ts";
import type { PlatformKey } from "./signature.ts";

const answerWithinMs = 5_000;
const concurrencyMax = 32;

type Callback = { readonly url: string; readonly body: string; readonly forged: boolean };

export type Callbacks = {
  send(finished: Finished, settings: AccountSettings): void;
  close(): void;
  readonly counts: { sent: number; acknowledged: number; lost: number; refusedProbes: number };
};

function makeBody(finished: Finished, settings: AccountSettings, id: string, at: number): string {
  const plain = JSON.stringify(renderCallback(finished.merchantId, finished.refund));
  return JSON.stringify({
    id,
    create_time: chinaTime(at),
    event_type: `REFUND.${finished.refund.status}`,
    summary: "退款",
    resource_type: "encrypt-resource",
    resource: seal(plain, settings.apiV3Key, "refund"),
  });
}

/** Resolves true on 200 or 204 within five seconds; the HTTP status outranks the body. */
function post(url: string, body: string, headers: Record<string, string>, agent: Agent) {
  return new Promise<boolean>((resolve) => {
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

/** Sends callbacks, retries them on the account's schedule, and spoils them as its faults say. */
export function openCallbacks(
  platform: PlatformKey,
  clock: () => number,
  acknowledged: (finished: Finished) => void,
): Callbacks {
  const agent = new Agent({ keepAlive: true, maxSockets: concurrencyMax });
  const counts = { sent: 0, acknowledged: 0, lost: 0, refusedProbes: 0 };
  const timers = new Set<NodeJS.Timeout>();
  const waiting: (() => Promise<void>)[] = [];
  let running = 0;

  const pump = (): void => {
    while (running < concurrencyMax && waiting.length > 0) {
      const job = waiting.shift()!;
      running += 1;
      void job().finally(() => {
        running -= 1;
        pump();
      });
    }
  };
  const later = (delayMs: number, job: () => Promise<void>): void => {
    const enqueue = (): void => {
      waiting.push(job);
      pump();
    };
    if (delayMs <= 0) return enqueue();
    const timer = setTimeout(() => {
      timers.delete(timer);
      enqueue();
    }, delayMs);
    timers.add(timer);
  };
  const deliver = async (callback: Callback): Promise<boolean> => {
    counts.sent += 1;
    const seconds = Math.floor(clock() / 1000);
    const headers = await signatureHeaders(platform, callback.body, seconds);
    if (callback.forged) headers["Wechatpay-Signature"] = "WECHATPAY/SIGNTEST/forged";
    return post(callback.url, callback.body, headers, agent);
  };

  const attempt = (finished: Finished, settings: AccountSettings, body: string, tries: number) => {
    return async (): Promise<void> => {
      if (await deliver({ url: finished.refund.notifyUrl!, body, forged: false })) {
        counts.acknowledged += 1;
        acknowledged(finished);
        return;
      }
      const delayMs = settings.callbackRetriesMs[tries];
      if (delayMs === undefined) counts.lost += 1;
      else later(delayMs, attempt(finished, settings, body, tries + 1));
    };
  };
  const probe = (url: string, body: string) => async (): Promise<void> => {
    if (!(await deliver({ url, body, forged: true }))) counts.refusedProbes += 1;
  };

  return {
    counts,
    send(finished, settings) {
      const { faults, callbackDelayMs } = settings;
      const key = [finished.merchantId, finished.refund.number, finished.refund.status];
      if (strikes(faults.callbackLossPercent, faults.seed, "lose", ...key)) {
        counts.lost += 1;
        return;
      }
      const body = makeBody(finished, settings, randomUUID(), clock());
      if (strikes(faults.callbackProbePercent, faults.seed, "probe", ...key)) {
        later(0, probe(finished.refund.notifyUrl!, body));
      }
      const reordered = strikes(faults.callbackReorderPercent, faults.seed, "reorder", ...key);
      const extraMs = reordered ? 200 + 1000 * draw(faults.seed, "delay", ...key) : 0;
      later(callbackDelayMs + extraMs, attempt(finished, settings, body, 0));
      if (strikes(faults.callbackDuplicatePercent, faults.seed, "duplicate", ...key)) {
        later(callbackDelayMs + extraMs, attempt(finished, settings, body, 0));
      }
    },
    close() {
      for (const timer of timers) clearTimeout(timer);
      waiting.length = 0;
      agent.destroy();
    },
  };
}
