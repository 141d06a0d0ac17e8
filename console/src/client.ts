import { createClient } from "../../src/contract/index.ts";
import type { Client, Language } from "../../src/contract/index.ts";

/** The API of the server that gave us this page, answering in the reader's language. */
export function clientFor(language: Language): Client {
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
