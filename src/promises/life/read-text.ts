import {
  type CatalogueFile,
  type Language,
  type PolicyFile,
  type PolicyProblem,
  type Refusal,
  isRefusal,
  readCatalogueFile,
  readPolicyFile,
  readTree,
  sha256Hex,
} from "../../contract/index.ts";
import type { ReadTx } from "../../platform/index.ts";
import { invalid } from "./invalid.ts";
import type { NewText, Place } from "./store.ts";
import { shippedPolicies } from "../shipped.ts";
import { selectCatalogue } from "../store.ts";

export type Words = CatalogueFile & { readonly text: string };

/** A text as a draft keeps it, with what is wrong with it. */
export type DraftText = Omit<NewText, "person"> & {
  readonly words: Words;
  readonly file: PolicyFile | null;
  readonly faults: readonly PolicyProblem[];
};

/** The words of a draft: given, or those it had, or the product's own. */
export async function wordsFor(
  tx: ReadTx,
  given: string | undefined,
  hash: string | null,
  language: Language,
): Promise<Words | Refusal> {
  if (given !== undefined) return wordsOf(given, language);
  const shipped = shippedPolicies().words;
  if (hash === null || hash === shipped.hash) return shipped;
  const text = await selectCatalogue(tx, hash);
  if (text === null) throw new Error(`the catalogue ${hash} is not stored`);
  return wordsOf(text, language);
}

export function wordsOf(text: string, language: Language): Words | Refusal {
  const reading = readCatalogueFile(text);
  if (!reading.ok) return invalid(reading.problems, language, "/catalogue");
  return { ...reading.value, text };
}

/**
 * Reads a text. One with faults is kept as it is, so that its author can go on with it tomorrow;
 * what it must say is which policy and which version it is.
 */
export function readDraft(text: string, words: Words, language: Language): DraftText | Refusal {
  const reading = readPolicyFile(text, words, "new");
  const place = reading.ok ? reading.value.document : statedPlace(text);
  if (place === null) {
    return invalid(reading.ok ? [] : reading.problems, language, "/text");
  }
  return {
    policyId: "id" in place ? place.id : place.policyId,
    version: place.version,
    kind: /^makegood: *floor\b/m.test(text) ? "floor" : "policy",
    text,
    textHash: sha256Hex(text),
    hash: reading.ok ? reading.value.hash : null,
    catalogueHash: words.hash,
    words,
    file: reading.ok ? reading.value : null,
    faults: reading.ok ? [] : reading.problems,
  };
}

/** The id and the version that stand at the top of a text with faults. */
function statedPlace(text: string): Place | null {
  const read = readTree(text);
  if (!read.ok || read.tree.kind !== "map") return null;
  const { entries } = read.tree;
  const of = (key: string) => {
    const value = entries.find((entry) => entry.key === key)?.value;
    return value?.kind === "scalar" ? value.value : null;
  };
  const [policyId, version] = [of("id"), of("version")];
  const isId = typeof policyId === "string" && /^[a-z][a-z0-9._-]{0,59}$/.test(policyId);
  const isVersion =
    typeof version === "number" &&
    Number.isInteger(version) &&
    version > 0 &&
    version <= 999_999_999;
  return isId && isVersion ? { policyId, version } : null;
}

/** What a stored draft says is wrong with it, told again: sentences are not stored. */
export function faultsOf(text: string, catalogueText: string): readonly PolicyProblem[] {
  const words = wordsOf(catalogueText, "en");
  if (isRefusal(words)) throw new Error("a stored catalogue has faults");
  const reading = readPolicyFile(text, words, "new");
  return reading.ok ? [] : reading.problems;
}
