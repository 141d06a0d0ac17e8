/** Wakes the workers of this process right after a commit; other processes look by themselves. */
export interface Signals {
  wake(names: readonly string[]): void;
  /** Ends when one of the names is called, or after the time given. */
  wait(name: string, milliseconds: number, stop: AbortSignal): Promise<void>;
}

export const eventsSignal = "events";

export function createSignals(): Signals {
  const waiting = new Map<string, Set<() => void>>();
  const called = new Set<string>();
  return {
    wake(names) {
      for (const name of names) {
        const sleepers = waiting.get(name);
        // Nobody sleeps: whoever looks next must not sleep either.
        if (sleepers === undefined || sleepers.size === 0) called.add(name);
        else for (const wakeUp of sleepers) wakeUp();
      }
    },
    wait(name, milliseconds, stop) {
      if (called.delete(name) || stop.aborted) return Promise.resolve();
      return new Promise((resolve) => {
        const sleepers = waiting.get(name) ?? new Set();
        waiting.set(name, sleepers);
        const wakeUp = (): void => {
          clearTimeout(timer);
          sleepers.delete(wakeUp);
          stop.removeEventListener("abort", wakeUp);
          resolve();
        };
        const timer = setTimeout(wakeUp, milliseconds);
        sleepers.add(wakeUp);
        stop.addEventListener("abort", wakeUp, { once: true });
      });
    },
  };
}
