import { isRefusal } from "../../contract/index.ts";
import type { Refusal } from "../../contract/index.ts";
import type { Platform } from "../platform.ts";
import { type Unit, transact } from "./transact.ts";
import type { Tx } from "./tx.ts";

/** Writes, then reads back within the same commit: the answer is what was stored. */
export function writeThenRead<Key, View>(
  platform: Platform,
  unit: Unit,
  write: (tx: Tx) => Promise<Key | Refusal>,
  read: (tx: Tx, key: Key) => Promise<View | Refusal>,
): Promise<View | Refusal> {
  return transact(platform, unit, async (tx) => {
    const key = await write(tx);
    return isRefusal(key) ? key : read(tx, key);
  });
}
