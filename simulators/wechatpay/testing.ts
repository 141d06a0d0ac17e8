import { generateKeyPairSync } from "node:crypto";
import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { platformKeyFile } from "./signature.ts";

let key: string | Buffer | null = null;

/** A simulator's folder with a key in it, one for all: making a pair costs more than most tests. */
export function simulatorFolder(): string {
  key ??= generateKeyPairSync("rsa", { modulusLength: 2048 }).privateKey.export({
    type: "pkcs8",
    format: "pem",
  });
  const folder = mkdtempSync(join(tmpdir(), "gateway-"));
  writeFileSync(join(folder, platformKeyFile), key);
  return folder;
}
