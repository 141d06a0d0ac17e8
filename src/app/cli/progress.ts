import { SingleBar } from "cli-progress";

export interface Progress {
  /** How far it is; `total` may grow on the way. */
  at(done: number, total: number): void;
  end(): void;
}

const silent: Progress = { at: () => undefined, end: () => undefined };

export function openProgress(label: string, json: boolean): Progress {
  if (json) return silent;
  return process.stderr.isTTY ? bar(label) : lines(label);
}

function bar(label: string): Progress {
  const shown = new SingleBar({
    format: `${label} {bar} {percentage} % | {value}/{total} | {eta_formatted} left`,
    stream: process.stderr,
    hideCursor: true,
    clearOnComplete: false,
  });
  let started = false;
  return {
    at(done, total) {
      if (!started) shown.start(total, done);
      started = true;
      shown.setTotal(total);
      shown.update(done);
    },
    end: () => shown.stop(),
  };
}

const betweenLinesMs = 5_000;

/** Into a file or a pipe: a line now and then, no control characters. */
function lines(label: string): Progress {
  let nextAt = performance.now() + betweenLinesMs;
  return {
    at(done, total) {
      if (performance.now() < nextAt) return;
      nextAt = performance.now() + betweenLinesMs;
      process.stderr.write(`${label}: ${done} of ${total}\n`);
    },
    end: () => undefined,
  };
}
