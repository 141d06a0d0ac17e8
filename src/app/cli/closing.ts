/** What was opened is closed in the opposite order, also when the way up is cut short. */
export interface Closing {
  add(close: () => Promise<void> | void): void;
  close(): Promise<void>;
}

export function openClosing(): Closing {
  const closers: (() => Promise<void> | void)[] = [];
  return {
    add: (close) => void closers.push(close),
    async close() {
      let failed: unknown = null;
      for (let close = closers.pop(); close !== undefined; close = closers.pop()) {
        try {
          await close();
        } catch (error) {
          failed ??= error;
        }
      }
      if (failed !== null) throw failed as Error;
    },
  };
}

/** Opens, works and closes; an error on the way is the one that is told. */
export async function withClosing<T>(work: (closing: Closing) => Promise<T>): Promise<T> {
  const closing = openClosing();
  try {
    const result = await work(closing);
    await closing.close();
    return result;
  } catch (error) {
    await closing.close().catch(() => undefined);
    throw error;
  }
}
