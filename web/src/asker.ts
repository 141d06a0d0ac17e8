import { createClient } from "../../src/contract/index.ts";
import type { Answer, Client, Language } from "../../src/contract/index.ts";
import { isSignedOut, resultOf } from "./failure.ts";
import type { Failure, FailureTexts, Result } from "./failure.ts";

/** Every call to the server goes through one of these, and so through the one funnel for errors. */
export type Ask = <T>(call: (client: Client) => Promise<Answer<T>>) => Promise<Result<T>>;

/** `lost` is told when the server knows no session, or none any more. */
export function askerFor(
  language: Language,
  texts: FailureTexts,
  lost: (failure: Failure) => void,
): Ask {
  const client = clientFor(language);
  return async (call) => {
    const result = await resultOf(call(client), texts);
    if (!result.ok && isSignedOut(result.failure)) lost(result.failure);
    return result;
  };
}

/** The API of the server that gave us this page, answering in the reader's language. */
function clientFor(language: Language): Client {
  return createClient({
    baseUrl: "",
    headers: () => ({ "Accept-Language": language }),
    newKey,
  });
}

// crypto.randomUUID is missing where the page is served over plain http by a machine's name.
function newKey(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return [...bytes].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}
