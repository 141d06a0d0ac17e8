import type { StartError } from "../../platform/index.ts";

/** A no that is the caller's to mend: one sentence, exit code 1. */
export class CommandError extends Error {
  override readonly name = "CommandError";
  /** The code of a refusal, where it was one. */
  readonly code: string | null;

  constructor(sentence: string, code: string | null = null) {
    super(sentence);
    this.code = code;
  }
}

/** Says what went wrong and returns the exit code. Only a fault of ours shows its stack. */
export function reportFailure(error: unknown, json: boolean): number {
  const expected = error instanceof CommandError || isStartError(error);
  const sentence = expected ? error.message : `this is a fault of Makegood: ${String(error)}`;
  if (json) {
    const code = error instanceof CommandError ? error.code : null;
    process.stdout.write(`${JSON.stringify({ error: sentence, code })}\n`);
  } else {
    process.stderr.write(`${sentence}\n`);
  }
  if (!expected && error instanceof Error) process.stderr.write(`${error.stack ?? ""}\n`);
  return 1;
}

/** By its name: no command loads the platform only to find that out. */
const isStartError = (error: unknown): error is StartError =>
  error instanceof Error && error.name === ("StartError" satisfies StartError["name"]);
