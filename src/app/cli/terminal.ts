import type { Progress } from "./progress.ts";
import { openProgress } from "./progress.ts";

/** Where a command speaks. Answers go to standard output, everything else to standard error. */
export interface Terminal {
  readonly json: boolean;
  /** The answer: one JSON line for programs, or lines for people. */
  answer(value: unknown, lines: readonly string[]): void;
  /** What is going on; unsaid with `--json`. */
  note(line: string): void;
  /** A bar on a terminal, now and then a line elsewhere, nothing with `--json`. */
  progress(label: string): Progress;
}

export function openTerminal(json: boolean): Terminal {
  return {
    json,
    answer(value, lines) {
      const text = json ? JSON.stringify(value) : lines.join("\n");
      process.stdout.write(`${text}\n`);
    },
    note(line) {
      if (!json) process.stderr.write(`${line}\n`);
    },
    progress: (label) => openProgress(label, json),
  };
}
