import type {
  Language,
  Texts,
  WirePolicyText,
  WirePolicyVersion,
  WireProof,
} from "../contract/index.ts";
import { sha256Hex } from "../contract/index.ts";
import type { Instant } from "../core/index.ts";
import type { ReadTx } from "../platform/index.ts";
import { faultsOf } from "./life/read-text.ts";
import { type DraftRow, type Place, selectDraft } from "./life/store.ts";
import type { ProofRecord } from "./proof/record.ts";
import { selectSettings } from "./settings.ts";
import type { FullRow, ListedPage, ListedRow } from "./store.ts";
import { selectFull, selectListed } from "./store.ts";
import { titleOf } from "./title.ts";

export const timeText = (at: Instant | null): string | null =>
  at === null ? null : new Date(at).toISOString();

/** A page of versions, published or on their way, by id and the newest first. */
export async function listedVersions(
  tx: ReadTx,
  page: ListedPage,
  language: Language,
): Promise<WirePolicyVersion[]> {
  const rows = await selectListed(tx, page);
  return rows.map((row) => listedView(row, language));
}

function listedView(row: ListedRow, language: Language): WirePolicyVersion {
  return {
    policyId: row.policy_id,
    version: row.version,
    kind: row.kind,
    title: titleOf(row, language),
    status: row.status,
    proof: row.proof,
    hash: row.hash,
    origin: row.origin,
    publishedAt: timeText(row.published_at),
    supersededAt: timeText(row.superseded_at),
  };
}

/** One version with everything that is known of it, in the reader's language; null for none. */
export async function policyText(
  tx: ReadTx,
  place: Place,
  language: Language,
): Promise<WirePolicyText | null> {
  const row = (await selectFull(tx, place)) ?? fullOf(await selectDraft(tx, place));
  if (row === null) return null;
  return {
    ...listedView(row, language),
    text: row.text,
    textHash: sha256Hex(row.text),
    catalogue: { hash: row.catalogue_hash, text: row.catalogue_text },
    faults:
      row.hash === null
        ? faultsOf(row.text, row.catalogue_text).map(({ code, at, say }) => {
            return { code, ...at, sentence: say[language] };
          })
        : [],
    verification: row.proof_record && proofView(row.proof_record, row.verified_at, language),
    approval: {
      persons: [...row.persons],
      requestedAt: timeText(row.requested_at),
      waitsUntil: timeText(row.waits_until),
      approvedAt: timeText(row.approved_at),
      approvedBy: row.approved_by,
      how: row.approved_how,
    },
    settings: await selectSettings(tx, place.policyId),
  };
}

/** A draft in the columns of what is published. */
function fullOf(row: DraftRow | null): FullRow | null {
  if (row === null) return null;
  const proof = row.status === "draft" ? "unproven" : "proven";
  return { ...row, proof, origin: "merchant", published_at: null, superseded_at: null };
}

function proofView(record: ProofRecord, verifiedAt: Instant | null, language: Language): WireProof {
  const { proven, evaluator, hash, cells, floors, findings, untold } = record;
  const told = (texts: readonly Texts[]) => texts.map((each) => each[language]);
  return {
    proven,
    evaluator,
    hash,
    verifiedAt: timeText(verifiedAt),
    cells,
    floors: floors.map((floor) => ({ ...floor })),
    findings: findings.map(({ say, heads, clauses, cases, floor, ...found }) => ({
      ...found,
      floor: floor === null ? null : { ...floor },
      sentence: say[language],
      heads: [...heads],
      clauses: [...clauses],
      cases: cases.map(({ params, facts }) => ({ params: { ...params }, facts: { ...facts } })),
    })),
    untold,
    assumptions: told(record.assumptions),
    notes: told(record.notes),
  };
}
