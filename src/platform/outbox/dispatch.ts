import { setMaxListeners } from "node:events";
import { setTimeout as sleep } from "node:timers/promises";
import { lookOut, restMs } from "../lookout.ts";
import type { Platform } from "../platform.ts";
import { eventsSignal } from "../signals.ts";
import { deliverOnce, startPosition } from "./deliver.ts";
import type { Position } from "./deliver.ts";
import { insertSubscriptions, subscribersDue } from "./store.ts";
import type { Subscription } from "./subscription.ts";

export interface Dispatcher {
  /** Ends after the batches under way. */
  stop(): Promise<void>;
}

/**
 * Makes the subscriptions known. From then on every commit that emits such an event, in whichever
 * process, leaves a delivery. Every process does this at its start, before it writes.
 */
export async function subscribe(
  platform: Platform,
  subscriptions: readonly Subscription[],
): Promise<void> {
  const names = subscriptions.map(({ subscriber }) => subscriber);
  const twice = names.find((name, at) => names.indexOf(name) !== at);
  if (twice !== undefined) throw new Error(`two subscribers are called \`${twice}\``);
  const pairs = subscriptions.flatMap(({ subscriber, types }) =>
    types.map((type) => ({ type, subscriber })),
  );
  await insertSubscriptions(platform, pairs);
}

/** Delivers until stopped. Any number of processes may do so for the same subscribers. */
export async function dispatch(
  platform: Platform,
  subscriptions: readonly Subscription[],
): Promise<Dispatcher> {
  await subscribe(platform, subscriptions);
  const stop = new AbortController();
  setMaxListeners(0, stop.signal);
  const running = subscriptions.map((each) => {
    const position = startPosition();
    return persistently(platform, each.subscriber, stop.signal, () =>
      deliverUntil(platform, each, position, stop.signal),
    );
  });
  const names = subscriptions.map(({ subscriber }) => subscriber);
  const look = async (): Promise<string[]> => (await subscribersDue(platform, names)).map(signalOf);
  const lookout = persistently(platform, "the look-out", stop.signal, () =>
    lookOut(platform.signals, { signal: eventsSignal, look }, stop.signal),
  );
  return {
    async stop() {
      stop.abort();
      await Promise.all([...running, lookout]);
    },
  };
}

const signalOf = (subscriber: string): string => `${eventsSignal}:${subscriber}`;

async function deliverUntil(
  platform: Platform,
  subscription: Subscription,
  position: Position,
  stop: AbortSignal,
): Promise<void> {
  while (!stop.aborted) {
    const taken = await deliverOnce(platform, subscription, position);
    if (taken === null) {
      await platform.signals.wait(signalOf(subscription.subscriber), restMs, stop);
    }
    // Another process has what is due in hand.
    else if (taken === 0) await sleep(20);
  }
}

async function persistently(
  { log }: Platform,
  subscriber: string,
  stop: AbortSignal,
  work: () => Promise<void>,
): Promise<void> {
  while (!stop.aborted) {
    try {
      await work();
    } catch (error) {
      log.error({ err: error, subscriber }, "events: a dispatcher failed and starts again");
      await sleep(1000, undefined, { signal: stop }).catch(() => undefined);
    }
  }
}
