/**
 * Gathers what is added while the last flush is under way into the next one, so that many small
 * writes share a transaction. `add` resolves when its item has been flushed.
 */
export type Grouped<T> = { add(item: T): Promise<void> };

type Waiting<T> = {
  readonly item: T;
  readonly resolve: () => void;
  readonly reject: (reason: unknown) => void;
};

export function grouped<T>(
  itemsMax: number,
  flush: (items: readonly T[]) => Promise<void>,
): Grouped<T> {
  let waiting: Waiting<T>[] = [];
  let flushing = false;

  const flushOnce = async (): Promise<void> => {
    const batch = waiting.slice(0, itemsMax);
    waiting = waiting.slice(itemsMax);
    try {
      await flush(batch.map(({ item }) => item));
      for (const { resolve } of batch) resolve();
    } catch (error) {
      for (const { reject } of batch) reject(error);
    }
  };
  const run = async (): Promise<void> => {
    flushing = true;
    while (waiting.length > 0) await flushOnce();
    flushing = false;
  };
  return {
    add: (item) =>
      new Promise((resolve, reject) => {
        waiting.push({ item, resolve, reject });
        // The next turn: items that come together go together.
        if (!flushing) {
          flushing = true;
          setImmediate(() => void run());
        }
      }),
  };
}

/** Lets `limit` tasks run at the same time; the others wait their turn. */
export type Turns = { take<T>(task: () => Promise<T>): Promise<T> };

export function turns(limit: number): Turns {
  const queue: (() => void)[] = [];
  let running = 0;
  const begin = (): Promise<void> => {
    if (running < limit) {
      running += 1;
      return Promise.resolve();
    }
    return new Promise((resolve) => queue.push(resolve));
  };
  const end = (): void => {
    const next = queue.shift();
    if (next === undefined) running -= 1;
    else next();
  };
  return {
    async take(task) {
      await begin();
      try {
        return await task();
      } finally {
        end();
      }
    },
  };
}
