import { type CompiledPolicy, type Fact, isRefusal } from "../core/index.ts";
import type { ReadTx } from "../platform/index.ts";
import { cached, compileStored, entryOf } from "./compiled.ts";
import type { Pin } from "./pins.ts";
import { shippedPolicies } from "./shipped.ts";
import { selectTexts } from "./store.ts";

/**
 * The pinned policies and floors that answer a kind of claim, compiled with the order's parameters.
 * What was compiled before in this process is not read again.
 * @throws Error for a pin whose version is not stored as it was pinned: a bug.
 */
export async function loadBound(
  tx: ReadTx,
  pins: readonly Pin[],
  claimKind: string,
): Promise<CompiledPolicy[]> {
  const all = await loadAll(tx, pins);
  return all
    .map(({ policy }) => policy)
    .filter(({ document }) => document.answers.includes(claimKind));
}

/**
 * The facts that the record of an order can establish, by document: those of the promises that bind
 * it and of the catalogues they are written in, and of the catalogue that is shipped now, since an
 * order can accept a promise later.
 */
export async function factsKnown(
  tx: ReadTx,
  pins: readonly Pin[],
): Promise<Readonly<Record<string, Fact>>[]> {
  const bound = (await loadAll(tx, pins)).flatMap(({ policy }) => [
    policy.document.facts,
    entryOf(policy).catalogue.facts,
  ]);
  return [...bound, shippedPolicies().words.catalogue.facts];
}

/** As `loadBound`, whatever kind of claim they answer. */
export async function loadAll(
  tx: ReadTx,
  pins: readonly Pin[],
): Promise<{ readonly pin: Pin; readonly policy: CompiledPolicy }[]> {
  const missing = pins.filter(({ hash, params }) => cached(hash, params) === null);
  const rows = missing.length === 0 ? [] : await selectTexts(tx, missing);
  return pins.map((pin) => {
    const known = cached(pin.hash, pin.params);
    if (known !== null) return { pin, policy: known.policy };
    const row = rows.find(({ hash }) => hash === pin.hash);
    const name = `${pin.policyId}@${pin.version}`;
    if (row === undefined) throw new Error(`the pinned policy \`${name}\` is not stored`);
    const compiled = compileStored(row, pin.params);
    if (isRefusal(compiled)) throw new Error(`\`${name}\`: ${compiled.sentence}`);
    return { pin, policy: compiled.policy };
  });
}
