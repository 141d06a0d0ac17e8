import { createContext, useContext } from "react";
import type { Client, Language, Me } from "../../src/contract/index.ts";
import { clientFor } from "./client.ts";
import { isSignedOut, resultOf } from "./failure.ts";
import type { Result } from "./failure.ts";
import type { Place } from "./paths.ts";
import { textsOf } from "./texts/index.ts";
import type { Texts } from "./texts/index.ts";

type Call<T> = (client: Client) => Parameters<typeof resultOf<T>>[0];

/** What every page needs of the application around it. */
export interface Console {
  readonly language: Language;
  readonly texts: Texts;
  readonly go: (place: Place) => void;
  /** Every call to the server goes through here, and so through the one funnel for errors. */
  readonly ask: <T>(call: Call<T>) => Promise<Result<T>>;
}

/** `lost` is told when the server knows no session any more. */
export function consoleFor(language: Language, go: Console["go"], lost: () => void): Console {
  const client = clientFor(language);
  const texts = textsOf[language];
  async function ask<T>(call: Call<T>): Promise<Result<T>> {
    const result = await resultOf(call(client), texts);
    if (!result.ok && isSignedOut(result.failure)) lost();
    return result;
  }
  return { language, texts, go, ask };
}

export const ConsoleContext = createContext<Console | null>(null);
export const MeContext = createContext<Me | null>(null);

export function useConsole(): Console {
  return held(useContext(ConsoleContext));
}

/** Who is signed in: pages exist for nobody else. */
export function useMe(): Me {
  return held(useContext(MeContext));
}

function held<T>(value: T | null): T {
  if (value === null) throw new Error("a part of the console stands outside of it");
  return value;
}
