import { addressOf, calls } from "../../src/contract/index.ts";
import type { Language } from "../../src/contract/index.ts";

/** Where a claim's letter is read: a file of its own, which a link opens beside the application. */
export function letterAddress(
  call: "getClaimLetter" | "getMyClaimLetter",
  claimId: string,
  query: { readonly language: Language; readonly form: "html" | "pdf" },
): string {
  return addressOf(calls[call].path, { params: { claimId }, query });
}
