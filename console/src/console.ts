import { createContext, useContext } from "react";
import type { Language, Me } from "../../src/contract/index.ts";
import { askerFor } from "../../web/src/index.ts";
import type { Ask } from "../../web/src/index.ts";
import type { Place } from "./paths.ts";
import { textsOf } from "./texts/index.ts";
import type { Texts } from "./texts/index.ts";

/** What every page needs of the application around it. */
export interface Console {
  readonly language: Language;
  readonly texts: Texts;
  readonly go: (place: Place) => void;
  readonly ask: Ask;
}

/** `lost` is told when the server knows no session any more. */
export function consoleFor(language: Language, go: Console["go"], lost: () => void): Console {
  const texts = textsOf[language];
  return { language, texts, go, ask: askerFor(language, texts, lost) };
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

/** How instants are written here: in the reader's language, in the merchant's zone. */
export function useReader(): { readonly language: Language; readonly zone: string } {
  const { language } = useConsole();
  return { language, zone: useMe().merchant.zone };
}

function held<T>(value: T | null): T {
  if (value === null) throw new Error("a part of the console stands outside of it");
  return value;
}
