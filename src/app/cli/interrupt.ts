/** Asked to end: by Ctrl-C, by a supervisor, or because the terminal was closed. */
export interface Interrupt {
  readonly asked: boolean;
  /** Resolves when asked. */
  readonly signal: Promise<void>;
  /** Back to the system's own handling. */
  ignore(): void;
}

const names = ["SIGINT", "SIGTERM", "SIGHUP"] as const;
/** Ctrl-C reaches us from the terminal and once more through npm: both are one wish. */
const sameWishMs = 1_500;

/** Listens from now on. Who asks again later does not want to wait: the process ends at once. */
export function onInterrupt(): Interrupt {
  let askedAt: number | null = null;
  let resolve: () => void = () => undefined;
  const signal = new Promise<void>((resolved) => {
    resolve = resolved;
  });
  const listener = (): void => {
    if (askedAt === null) {
      askedAt = performance.now();
      resolve();
    } else if (performance.now() - askedAt > sameWishMs) {
      process.exit(130);
    }
  };
  for (const name of names) process.on(name, listener);
  return {
    get asked() {
      return askedAt !== null;
    },
    signal,
    ignore: () => {
      for (const name of names) process.off(name, listener);
    },
  };
}
