import type { ReadTx } from "../platform/index.ts";
import { type Place, selectDraft } from "./life/store.ts";
import { selectTexts } from "./store.ts";

/** A version's text and the words that it is written in; no hash where the text has faults. */
export interface StoredVersion {
  readonly text: string;
  readonly catalogue_text: string;
  readonly catalogue_hash: string;
  readonly hash: string | null;
}

/** A version, published or on its way; null where the merchant has none such. */
export async function storedVersion(tx: ReadTx, place: Place): Promise<StoredVersion | null> {
  const [published] = await selectTexts(tx, [place]);
  return published ?? selectDraft(tx, place);
}
