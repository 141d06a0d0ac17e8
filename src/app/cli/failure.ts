import { isRefusal, sentenceOf } from "../../contract/index.ts";
import type { Refusal } from "../../contract/index.ts";
import { StartError } from "../../platform/index.ts";

/** A no that is the caller's to mend: one sentence, exit code 1. */
export class CommandError extends Error {
  override readonly name = "CommandError";
  readonly refusal: Refusal | null;

  constructor(sentence: string, refusal: Refusal | null = null) {
    super(sentence);
    this.refusal = refusal;
  }
}

/** The answer, or its refusal as the sentence that ends the command. */
export function answered<T>(answer: T | Refusal): T {
  if (isRefusal(answer)) throw new CommandError(sentenceOf(answer, "en"), answer);
  return answer;
}

/** Says what went wrong and returns the exit code. Only a fault of ours shows its stack. */
export function reportFailure(error: unknown, json: boolean): number {
  const expected = error instanceof StartError || error instanceof CommandError;
  const sentence = expected ? error.message : `this is a fault of Makegood: ${String(error)}`;
  if (json) {
    const refusal = error instanceof CommandError ? error.refusal : null;
    process.stdout.write(`${JSON.stringify({ error: sentence, code: refusal?.code ?? null })}\n`);
  } else {
    process.stderr.write(`${sentence}\n`);
  }
  if (!expected && error instanceof Error) process.stderr.write(`${error.stack ?? ""}\n`);
  return 1;
}
