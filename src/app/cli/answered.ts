import { isRefusal, sentenceOf } from "../../contract/index.ts";
import type { Refusal } from "../../contract/index.ts";
import { CommandError } from "./failure.ts";

/** The answer, or its refusal as the sentence that ends the command. */
export function answered<T>(answer: T | Refusal): T {
  if (isRefusal(answer)) throw new CommandError(sentenceOf(answer, "en"), answer.code);
  return answer;
}
