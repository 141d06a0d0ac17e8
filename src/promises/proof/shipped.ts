import { type ShippedFile, shippedPolicies } from "../shipped.ts";
import type { StoredText } from "../compiled.ts";
import { type KnownFloor, type ProofRecord, proofRecord, recordOf } from "./record.ts";

const records = new Map<string, ProofRecord>();

/**
 * The proof of a shipped document against the floors that it names; once per process and document.
 * @throws Error where it is not proven: it would have been shipped with a fault.
 */
export function shippedRecord({ document, hash, text }: ShippedFile): ProofRecord {
  const known = records.get(hash);
  if (known !== undefined) return known;
  const { words } = shippedPolicies();
  const record = proofRecord(text, document, shippedFloors(), words);
  const [finding] = record.findings;
  if (finding !== undefined) throw new Error(`${record.document}: ${finding.say.en}`);
  records.set(hash, record);
  return record;
}

/** The proof of a text that came with an older version, against the floors that are shipped now. */
export function storedRecord({ text, catalogue_text: catalogueText }: StoredText): ProofRecord {
  const { words, files } = shippedPolicies();
  const floors = files
    .filter(({ document }) => document.kind === "floor")
    .map((file) => ({ text: file.text, catalogueText: words.text, binds: false }));
  return recordOf({ text, catalogueText, floors });
}

function shippedFloors(): KnownFloor[] {
  return shippedPolicies().files.flatMap(({ document }) =>
    document.kind === "floor" ? [{ floor: document, binds: false }] : [],
  );
}
