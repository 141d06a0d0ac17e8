import { type Catalogue, type CompiledPolicy, type Refusal, compile } from "../core/index.ts";
import { type Carried, type Unsaid, readCatalogueFile, readPolicyFile } from "../contract/index.ts";
import type { CatalogueFile } from "../contract/index.ts";

export type Compiled = {
  readonly policy: CompiledPolicy;
  readonly carried: Carried;
  readonly unsaid: Unsaid;
  /** The words that the document is written in. */
  readonly catalogue: Catalogue;
};

/** What a stored version consists of. */
export type StoredText = {
  readonly hash: string;
  readonly catalogue_hash: string;
  readonly text: string;
  readonly catalogue_text: string;
};

type Params = Readonly<Record<string, string>>;

const compiledMax = 500;
const compiled = new Map<string, Compiled>();
const catalogues = new Map<string, CatalogueFile>();
const entryOfPolicy = new WeakMap<CompiledPolicy, Compiled>();

/**
 * The key of a version under an order's parameters. The hash covers the text and its catalogue, so
 * whatever merchant it came from, equal keys mean equal policies.
 */
function keyOf(hash: string, params: Params): string {
  return `${hash} ${JSON.stringify(Object.entries(params).toSorted())}`;
}

/** Compiled before in this process; null when it has to be read. */
export function cached(hash: string, params: Params): Compiled | null {
  return compiled.get(keyOf(hash, params)) ?? null;
}

/**
 * Reads and compiles a stored text. Refused when the parameters do not fit the document.
 * @throws Error when the text is not what its hash says: stored texts never change.
 */
export function compileStored(stored: StoredText, params: Params): Compiled | Refusal {
  const known = cached(stored.hash, params);
  if (known !== null) return known;
  const words = catalogueOf(stored);
  const reading = readPolicyFile(stored.text, words);
  if (!reading.ok || reading.value.hash !== stored.hash) {
    throw new Error(`the stored policy ${stored.hash} does not have the text of its hash`);
  }
  const { document, carried } = reading.value;
  const policy = compile(document, params);
  if ("code" in policy) return policy;
  const said = { ...words.unsaid, ...carried.unsaid };
  const names = Object.keys(document.facts).filter((name) => said[name] !== undefined);
  const unsaid = Object.fromEntries(names.map((name) => [name, said[name] ?? ""]));
  return keep(keyOf(stored.hash, params), { policy, carried, unsaid, catalogue: words.catalogue });
}

function keep(key: string, entry: Compiled): Compiled {
  const oldest = compiled.keys().next();
  if (compiled.size >= compiledMax && !oldest.done) compiled.delete(oldest.value);
  compiled.set(key, entry);
  entryOfPolicy.set(entry.policy, entry);
  return entry;
}

function catalogueOf({ catalogue_hash, catalogue_text }: StoredText): CatalogueFile {
  const known = catalogues.get(catalogue_hash);
  if (known !== undefined) return known;
  const reading = readCatalogueFile(catalogue_text);
  if (!reading.ok || reading.value.hash !== catalogue_hash) {
    throw new Error(`the stored catalogue ${catalogue_hash} does not have the text of its hash`);
  }
  catalogues.set(catalogue_hash, reading.value);
  return reading.value;
}

/** What a policy says beside its amounts. @throws Error for one that was compiled elsewhere. */
export function entryOf(policy: CompiledPolicy): Compiled {
  const entry = entryOfPolicy.get(policy);
  if (entry === undefined) throw new Error(`\`${policy.document.id}\` was not compiled here`);
  return entry;
}

/**
 * What is taken of the facts of these policies when nobody has alleged anything, by fact. It is
 * written into a claim's facts before deciding, so that the stored decision says so.
 */
export function unsaidOf(policies: readonly CompiledPolicy[]): Unsaid {
  const all = policies.flatMap((policy) => Object.entries(entryOf(policy).unsaid));
  return Object.fromEntries(all);
}
