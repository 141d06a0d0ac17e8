import type { Tx } from "../platform/index.ts";
import { lockBinding } from "./life/store.ts";
import { shippedRecord, storedRecord } from "./proof/shipped.ts";
import { type ShippedFile, shippedPolicies } from "./shipped.ts";
import { insertFloors, insertSet, selectDefaults, updateDefaultSet } from "./binding/store.ts";
import {
  insertCatalogue,
  insertShipped,
  selectOwn,
  selectTexts,
  selectUnproven,
  supersede,
  updateProven,
} from "./store.ts";

export type InstallChoice = {
  /** Policies that bind an order which accepted none; the parameters are the documents' own. */
  readonly defaults?: readonly string[];
  /** Markets whose floors bind, `CN` unless said otherwise. */
  readonly markets?: readonly string[];
};

/**
 * What an order is bound by unless its merchant says otherwise. Interest boosters are not in it:
 * they belong to orders that were sold with one, and would ask every packet for its term.
 */
const usualDefaults = [
  "package-cancel",
  "package-cancel-consumer",
  "order-refund",
  "ineffective-guarantee",
  "red-packet",
  "campaign-cancelled",
];

/**
 * Gives a merchant the policies and floors that come with the product, proven and published. Run
 * again after an upgrade it adds newer versions, proves what was installed before there was a
 * proof, and leaves everything else alone: what a merchant has published itself most of all.
 */
export async function installShipped(tx: Tx, choice: InstallChoice = {}): Promise<void> {
  const { words, files } = shippedPolicies();
  await lockBinding(tx);
  await insertCatalogue(tx, words.hash, words.text);
  await proveInstalled(tx);
  const missing = await missingOf(tx, files);
  if (missing.length > 0) {
    await supersede(
      tx,
      missing.map(({ document }) => document.id),
    );
    await insertShipped(
      tx,
      missing.map((file) => ({
        ...versionOf(file),
        catalogueHash: words.hash,
        record: shippedRecord(file),
      })),
    );
  }
  await installFloors(tx, files, choice.markets ?? ["CN"]);
  const defaults = await selectDefaults(tx);
  if (defaults.length === 0) await installDefaults(tx, choice.defaults ?? usualDefaults);
}

function versionOf({ document, hash, text }: ShippedFile) {
  return { policyId: document.id, version: document.version, kind: document.kind, hash, text };
}

/**
 * Proves what older versions of the product installed unproven. What is not proven today stays as
 * it is and says so: its orders have pinned it.
 */
export async function proveInstalled(tx: Tx): Promise<void> {
  const { files } = shippedPolicies();
  for (const row of await selectUnproven(tx)) {
    const file = files.find(({ hash }) => hash === row.hash);
    const record = file === undefined ? storedRecord(row) : shippedRecord(file);
    if (record.proven) await updateProven(tx, row.policy_id, row.version, record);
  }
}

/** @throws Error when a version has changed under its number: its orders would lose their terms. */
async function missingOf(tx: Tx, files: readonly ShippedFile[]): Promise<ShippedFile[]> {
  const wanted = files.map(versionOf);
  const stored = await selectTexts(tx, wanted);
  const own = await selectOwn(tx);
  return files.filter(({ document, hash }) => {
    if (own.includes(document.id)) return false;
    const row = stored.find(
      ({ policy_id, version }) => policy_id === document.id && version === document.version,
    );
    if (row !== undefined && row.hash !== hash) {
      const name = `${document.id}@${document.version}`;
      throw new Error(`\`${name}\` is published with another text: raise its version`);
    }
    return row === undefined;
  });
}

async function installFloors(tx: Tx, files: readonly ShippedFile[], markets: readonly string[]) {
  const floors = files.flatMap(({ document, carried }) => {
    const binds = document.kind === "floor" && document.verified;
    const { market } = carried;
    return binds && market !== null && markets.includes(market)
      ? [{ market, policyId: document.id }]
      : [];
  });
  if (floors.length > 0) await insertFloors(tx, floors);
}

async function installDefaults(tx: Tx, policyIds: readonly string[]): Promise<void> {
  const setId = tx.newId();
  await insertSet(
    tx,
    setId,
    policyIds.map((policyId) => ({ policyId, params: {} })),
  );
  await updateDefaultSet(tx, setId);
}
