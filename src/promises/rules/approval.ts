import type { Instant } from "../../core/index.ts";

/** How long a merchant of one person waits in place of the second signature. */
export const waitMs = 86_400_000;

export interface Signing {
  readonly by: { readonly kind: string; readonly id: string };
  /** Everyone who wrote at the text or had it verified. */
  readonly persons: readonly string[];
  /** Declared, and nobody else of its staff may approve. */
  readonly isOnePerson: boolean;
  /** Null where the wait was not begun, or began before the merchant was one person. */
  readonly waitsUntil: Instant | null;
  readonly now: Instant;
}

export type Signature = "second_person" | "wait";
export type SigningProblem = "person" | "second_person" | "wait_missing" | "wait_running";

/**
 * Whether this approves, and as what. A key is nobody: whoever holds one could be both persons. The
 * wait stands in for the second person only where there is none.
 */
export function signatureOf(signing: Signing): Signature | { readonly problem: SigningProblem } {
  const { by, persons, isOnePerson, waitsUntil, now } = signing;
  if (by.kind !== "staff") return { problem: "person" };
  if (!persons.includes(by.id)) return "second_person";
  if (!isOnePerson) return { problem: "second_person" };
  if (waitsUntil === null) return { problem: "wait_missing" };
  return now < waitsUntil ? { problem: "wait_running" } : "wait";
}
