import { Value } from "typebox/value";
import { PublishedKeys } from "../../contract/index.ts";
import { CommandError } from "../cli/failure.ts";
import { readText } from "../quote/input.ts";
import { fingerprintOf, publicKey } from "./public-key.ts";
import { parseSafely } from "./safe-json.ts";

/** Keys that came another way than the letter. */
export interface GivenKeys {
  /** Null where a bare key was given, which does not say whose it is. */
  readonly merchantId: string | null;
  readonly keys: readonly { readonly fingerprint: string; readonly retiredAt: string | null }[];
}

/** A public key in PEM, or the keys as a merchant publishes them. */
export function readKeys(keyFile: string | null, keysFile: string | null): GivenKeys | null {
  if (keysFile !== null) return published(keysFile);
  if (keyFile === null) return null;
  const key = publicKey(readText(keyFile));
  if (key === null) {
    throw new CommandError(`\`${keyFile}\` is no Ed25519 public key in PEM; check the file`);
  }
  return { merchantId: null, keys: [{ fingerprint: fingerprintOf(key), retiredAt: null }] };
}

function published(path: string): GivenKeys {
  const read = parseSafely(readText(path));
  if (typeof read === "string" || !Value.Check(PublishedKeys, read.value)) {
    throw new CommandError(
      `\`${path}\` does not hold keys as /.well-known/makegood-keys publishes them; fetch it again`,
    );
  }
  const { merchantId, keys } = read.value;
  const known = keys.flatMap(({ publicKey: pem, retiredAt }) => {
    const key = publicKey(pem);
    return key === null ? [] : [{ fingerprint: fingerprintOf(key), retiredAt }];
  });
  return { merchantId, keys: known };
}
