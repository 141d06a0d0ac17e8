import { useEffect, useState } from "preact/hooks";
import type { WireClaimPreview } from "../../../src/contract/index.ts";
import type { Ask, Failure } from "../../../web/src/index.ts";
import { usePortal } from "../reader.ts";

type Body = Parameters<Parameters<Parameters<Ask>[0]>[0]["previewMyClaim"]>[0]["body"];

/** What is known of what an application would bring; both are null while it is worked out. */
export interface Quote {
  readonly preview: WireClaimPreview | null;
  readonly failure: Failure | null;
}

const unknown: Quote = { preview: null, failure: null };

// Somebody who types is not asked about at every letter.
const restMs = 300;

/** Asks what the application would bring whenever it changes; null asks for nothing. */
export function useQuote(body: Body | null): Quote {
  const { ask } = usePortal();
  const key = JSON.stringify(body);
  const [quote, setQuote] = useState<Quote & { readonly key: string }>({ ...unknown, key: "" });
  useEffect(() => {
    if (body === null) return undefined;
    let left = false;
    const timer = setTimeout(() => {
      void ask((client) => client.previewMyClaim({ body })).then((result) => {
        if (left) return;
        const found = result.ok
          ? { preview: result.data, failure: null }
          : { preview: null, failure: result.failure };
        setQuote({ ...found, key });
      });
    }, restMs);
    return () => {
      left = true;
      clearTimeout(timer);
    };
  }, [ask, key]);
  return quote.key === key ? quote : unknown;
}
