import { createContext } from "preact";
import { useContext } from "preact/hooks";
import type { Language } from "../../src/contract/index.ts";
import { askerFor } from "../../web/src/index.ts";
import type { Ask, Failure, Go } from "../../web/src/index.ts";
import type { Place } from "./paths.ts";
import { textsOf } from "./texts/index.ts";
import type { Texts } from "./texts/index.ts";

/** What every page needs of the application around it. */
export interface Portal {
  readonly language: Language;
  readonly texts: Texts;
  readonly go: Go<Place>;
  readonly ask: Ask;
}

/** `lost` is told when the server knows no session, or none any more. */
export function portalFor(
  language: Language,
  go: Portal["go"],
  lost: (failure: Failure) => void,
): Portal {
  const texts = textsOf[language];
  return { language, texts, go, ask: askerFor(language, texts, lost) };
}

export const PortalContext = createContext<Portal | null>(null);

export function usePortal(): Portal {
  const portal = useContext(PortalContext);
  if (portal === null) throw new Error("a part of the portal stands outside of it");
  return portal;
}
