import { type FloorDocument, isRefusal } from "../core/index.ts";
import type { ReadTx } from "../platform/index.ts";
import { compileStored } from "./compiled.ts";
import type { ProofTask, ProvenFloor } from "./proof/record.ts";
import { selectFloors } from "./binding/store.ts";
import { forThisMerchant } from "./financial.ts";
import { type TextRow, selectPublished } from "./store.ts";

/** A published floor, and whether it binds whatever the merchant promises. */
export interface KnownFloorRow {
  readonly row: TextRow;
  readonly floor: FloorDocument;
  readonly binds: boolean;
}

/**
 * The floors that a document is proven against: those of the merchant's markets, and those that it
 * names. A floor that was written without its law's text binds nobody by itself.
 */
export async function floorsFor(tx: ReadTx, named: readonly string[]): Promise<KnownFloorRow[]> {
  const chosen = (await selectFloors(tx)).map(({ policy_id }) => policy_id);
  const rows = await selectPublished(tx, [...new Set([...chosen, ...named])].sort());
  const own = await forThisMerchant(tx, rows, floorOf);
  return rows
    .flatMap((row): KnownFloorRow[] => {
      const floor = floorOf(row);
      if (floor === null) return [];
      const binds = chosen.includes(row.policy_id) && floor.verified && own.includes(row);
      return binds || named.includes(row.policy_id) ? [{ row, floor, binds }] : [];
    })
    .sort((one, other) => (one.row.policy_id < other.row.policy_id ? -1 : 1));
}

export function floorOf(row: TextRow): FloorDocument | null {
  const compiled = compileStored(row, {});
  if (isRefusal(compiled)) return null;
  const { document } = compiled.policy;
  return document.kind === "floor" ? document : null;
}

export const taskFloors = (floors: readonly KnownFloorRow[]): ProofTask["floors"] =>
  floors.map(({ row, binds }) => ({
    text: row.text,
    catalogueText: row.catalogue_text,
    binds,
  }));

/** How the floors in force differ from those of a proof, as their references; empty if not. */
export function floorsChanged(
  proven: readonly ProvenFloor[],
  inForce: readonly KnownFloorRow[],
): string[] {
  const keyOf = (id: string, version: number, hash: string) => `${id}@${version} ${hash}`;
  const then = proven.map(({ policyId, version, hash }) => keyOf(policyId, version, hash));
  const now = inForce.map(({ row }) => keyOf(row.policy_id, row.version, row.hash));
  const changed = [
    ...then.filter((key) => !now.includes(key)),
    ...now.filter((key) => !then.includes(key)),
  ];
  return [...new Set(changed.map((key) => key.split(" ")[0] ?? ""))].sort();
}
