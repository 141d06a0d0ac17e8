import { createContext } from "preact";
import { useContext } from "preact/hooks";
import type { Client, Language } from "../../src/contract/index.ts";
import { clientFor } from "./client.ts";
import { resultOf } from "./failure.ts";
import type { Result } from "./failure.ts";
import type { Place } from "./paths.ts";
import { textsOf } from "./texts/index.ts";
import type { Texts } from "./texts/index.ts";

type Call<T> = (client: Client) => Parameters<typeof resultOf<T>>[0];

/** What every page needs of the application around it. */
export interface Portal {
  readonly language: Language;
  readonly texts: Texts;
  readonly go: (place: Place) => void;
  /** Every call to the server goes through here, and so through the one funnel for errors. */
  readonly ask: <T>(call: Call<T>) => Promise<Result<T>>;
}

export function portalFor(language: Language, go: Portal["go"]): Portal {
  const client = clientFor(language);
  const texts = textsOf[language];
  return { language, texts, go, ask: (call) => resultOf(call(client), texts) };
}

export const PortalContext = createContext<Portal | null>(null);

export function usePortal(): Portal {
  const portal = useContext(PortalContext);
  if (portal === null) throw new Error("a part of the portal stands outside of it");
  return portal;
}
