import { randomUUID } from "node:crypto";
import { Agent } from "node:http";
import type { AccountSettings } from "./account.ts";
import { draw, strikes } from "./chance.ts";
import { openDispatcher, post } from "./deliver.ts";
import type { Finished } from "./engine.ts";
import { chinaTime, renderCallback } from "./render.ts";
import { seal, signatureHeaders } from "./signature.ts";
import type { PlatformKey } from "./signature.ts";

const concurrencyMax = 32;

type CallbackCounts = {
  sent: number;
  acknowledged: number;
  lost: number;
  refusedProbes: number;
};

export type Callbacks = {
  send(finished: Finished, settings: AccountSettings): void;
  close(): void;
  readonly counts: CallbackCounts;
};

function makeBody(finished: Finished, settings: AccountSettings, at: number): string {
  const plain = JSON.stringify(renderCallback(finished.merchantId, finished.refund));
  return JSON.stringify({
    id: randomUUID(),
    create_time: chinaTime(at),
    event_type: `REFUND.${finished.refund.status}`,
    summary: "退款",
    resource_type: "encrypt-resource",
    resource: seal(plain, settings.apiV3Key, "refund"),
  });
}

type Spoiled = {
  readonly lost: boolean;
  readonly probed: boolean;
  readonly copies: number;
  readonly delayMs: number;
};

/** How the account's faults spoil a callback: drawn by its number and state. */
function spoil({ merchantId, refund }: Finished, settings: AccountSettings): Spoiled {
  const { faults, callbackDelayMs } = settings;
  const key = [merchantId, refund.number, refund.status];
  const hits = (percent: number, kind: string): boolean =>
    strikes(percent, faults.seed, kind, ...key);
  const reordered = hits(faults.callbackReorderPercent, "reorder");
  return {
    lost: hits(faults.callbackLossPercent, "lose"),
    probed: hits(faults.callbackProbePercent, "probe"),
    copies: hits(faults.callbackDuplicatePercent, "duplicate") ? 2 : 1,
    delayMs: callbackDelayMs + (reordered ? 200 + 1000 * draw(faults.seed, "delay", ...key) : 0),
  };
}

/** Sends callbacks, retries them on the account's schedule, and spoils them as its faults say. */
export function openCallbacks(
  platform: PlatformKey,
  clock: () => number,
  acknowledged: (finished: Finished) => void,
): Callbacks {
  const agent = new Agent({ keepAlive: true, maxSockets: concurrencyMax });
  const counts: CallbackCounts = { sent: 0, acknowledged: 0, lost: 0, refusedProbes: 0 };
  const dispatcher = openDispatcher(concurrencyMax);

  const deliver = async (url: string, body: string, forged: boolean): Promise<boolean> => {
    counts.sent += 1;
    const headers = signatureHeaders(platform, body, Math.floor(clock() / 1000));
    if (forged) headers["Wechatpay-Signature"] = "WECHATPAY/SIGNTEST/forged";
    return post(url, body, headers, agent);
  };
  const attempt = (finished: Finished, settings: AccountSettings, body: string, tries: number) => {
    return async (): Promise<void> => {
      if (await deliver(finished.refund.notifyUrl!, body, false)) {
        counts.acknowledged += 1;
        acknowledged(finished);
        return;
      }
      const delayMs = settings.callbackRetriesMs[tries];
      if (delayMs === undefined) counts.lost += 1;
      else dispatcher.later(delayMs, attempt(finished, settings, body, tries + 1));
    };
  };
  const probe = (url: string, body: string) => async (): Promise<void> => {
    if (!(await deliver(url, body, true))) counts.refusedProbes += 1;
  };

  return {
    counts,
    send(finished, settings) {
      const { lost, probed, copies, delayMs } = spoil(finished, settings);
      if (lost) {
        counts.lost += 1;
        return;
      }
      const body = makeBody(finished, settings, clock());
      if (probed) dispatcher.later(0, probe(finished.refund.notifyUrl!, body));
      for (let copy = 0; copy < copies; copy += 1) {
        dispatcher.later(delayMs, attempt(finished, settings, body, 0));
      }
    },
    close() {
      dispatcher.stop();
      agent.destroy();
    },
  };
}
