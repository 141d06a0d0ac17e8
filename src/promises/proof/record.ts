import {
  type CaseFacts,
  type Finding,
  type FloorDocument,
  type Proof,
  type RuleDocument,
  type TextFinding,
  checkTexts,
  evaluator,
  prove,
  tellAssumption,
  tellFinding,
  tellNote,
} from "../../core/index.ts";
import {
  type CatalogueFile,
  type Texts,
  findingPlace,
  readCatalogueFile,
  readPolicyFile,
} from "../../contract/index.ts";

/** A floor that a document was, or is to be, proven against. */
export interface ProvenFloor {
  readonly policyId: string;
  readonly version: number;
  readonly hash: string;
  /** Whether its own text was at hand when it was written. */
  readonly verified: boolean;
}

/** Why a document is not proven, as it is stored: one case, told in each language. */
export interface StoredFinding {
  /** Of the proof, or of the texts: what reads the same, or is not recovered from its words. */
  readonly kind: Finding["kind"] | TextFinding["kind"];
  readonly heads: readonly string[];
  readonly clauses: readonly (string | null)[];
  readonly floor: Finding["floor"];
  readonly cases: readonly {
    readonly params: Readonly<Record<string, string>>;
    readonly facts: CaseFacts;
  }[];
  readonly line: number;
  readonly column: number;
  readonly say: Texts;
}

/** What a proof said of one text: kept with the version, so that it can be looked at later. */
export interface ProofRecord {
  readonly evaluator: string;
  /** `id@version`, and the hash of the document that was proven. */
  readonly document: string;
  readonly hash: string;
  readonly proven: boolean;
  /** Cells that were walked. */
  readonly cells: number;
  readonly floors: readonly ProvenFloor[];
  readonly findings: readonly StoredFinding[];
  readonly untold: number;
  readonly assumptions: readonly Texts[];
  readonly notes: readonly Texts[];
}

/** A text with the words that it is written in. */
export interface ProofText {
  readonly text: string;
  readonly catalogueText: string;
}

export interface ProofTask extends ProofText {
  /** The floors at hand: those that bind in any case, and others that the document may name. */
  readonly floors: readonly (ProofText & { readonly binds: boolean })[];
}

/**
 * Proves a text against the floors that bind it and those that it names.
 * @throws Error for a text with faults: it is checked before.
 */
export function recordOf(task: ProofTask): ProofRecord {
  const words = read(task.catalogueText);
  const { document } = must(readPolicyFile(task.text, words));
  const known = task.floors.map(({ text, catalogueText, binds }) => {
    const floor = must(readPolicyFile(text, read(catalogueText))).document;
    if (floor.kind !== "floor") throw new Error(`\`${floor.id}\` is no floor`);
    return { floor, binds };
  });
  return proofRecord(task.text, document, known, words);
}

export type KnownFloor = { readonly floor: FloorDocument; readonly binds: boolean };

export function proofRecord(
  text: string,
  document: RuleDocument,
  known: readonly KnownFloor[],
  words: CatalogueFile,
): ProofRecord {
  const { proven, floors } = withBinding(document, known);
  const proof = prove(proven, { floors, facts: words.catalogue.facts });
  // Of clauses with a gap or a clash no terms can be written.
  const unread = proof.proven ? checkTexts(document, { params: null }) : [];
  return {
    evaluator,
    document: proof.document,
    hash: document.hash,
    proven: proof.proven && unread.length === 0,
    cells: proof.properties.reduce((sum, { cells }) => sum + cells, 0),
    floors: floors.map(({ id, version, hash, verified }) => {
      return { policyId: id, version, hash, verified };
    }),
    findings: [
      ...proof.findings.map((found) => storedFinding(found, text, proven, floors)),
      ...unread.map((found) => unreadFinding(found, text)),
    ],
    untold: proof.untold,
    assumptions: proof.assumptions.map((each) =>
      inAll((language) => tellAssumption(each, proven, language)),
    ),
    notes: notesOf(proof, proven),
  };
}

/** A merchant's markets bind whether or not the document speaks of them. */
function withBinding(document: RuleDocument, known: readonly KnownFloor[]) {
  if (document.kind === "floor") return { proven: document, floors: [] };
  const binding = known.filter(({ binds }) => binds).map(({ floor }) => floor.id);
  const named = [...new Set([...document.floors, ...binding])];
  const floors = known.map(({ floor }) => floor).filter(({ id }) => named.includes(id));
  return { proven: { ...document, floors: named }, floors };
}

function storedFinding(
  found: Finding,
  text: string,
  document: RuleDocument,
  floors: readonly FloorDocument[],
): StoredFinding {
  const { kind, heads, clauses, floor, cases } = found;
  return {
    kind,
    heads,
    clauses,
    floor,
    cases: cases.map(({ params, facts }) => ({ params, facts })),
    ...findingPlace(text, found),
    say: inAll((language) => tellFinding(found, document, floors, language)),
  };
}

function unreadFinding({ kind, clauses, say }: TextFinding, text: string): StoredFinding {
  const at = { kind: "gap" as const, clauses, heads: [], facts: [] };
  const place = findingPlace(text, at);
  return { kind, heads: [], clauses, floor: null, cases: [], ...place, say };
}

function notesOf({ notes }: Proof, document: RuleDocument): Texts[] {
  return notes.map((note) => inAll((language) => tellNote(note, document, language)));
}

const inAll = (tell: (language: keyof Texts) => string): Texts => ({
  "zh-CN": tell("zh-CN"),
  "zh-TW": tell("zh-TW"),
  en: tell("en"),
});

const read = (text: string): CatalogueFile => must(readCatalogueFile(text));

function must<T>(reading: { ok: true; value: T } | { ok: false; problems: readonly unknown[] }): T {
  if (reading.ok) return reading.value;
  throw new Error(`a text with faults cannot be proven: ${JSON.stringify(reading.problems[0])}`);
}
