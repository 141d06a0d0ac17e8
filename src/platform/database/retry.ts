import { setTimeout as sleep } from "node:timers/promises";

/** Serialization failure, deadlock, and two first uses of one idempotency key at once. */
const retried = new Set(["40001", "40P01"]);
const attemptsMax = 10;

export function sqlState(error: unknown): string | null {
  const code = (error as { code?: unknown } | null)?.code;
  return typeof code === "string" && /^[0-9A-Z]{5}$/.test(code) ? code : null;
}

function isRetried(error: unknown): boolean {
  const { constraint } = error as { constraint?: string };
  const state = sqlState(error);
  return state !== null && (retried.has(state) || constraint === "answers_key");
}

/** The one place where a transaction is tried again; each wait is longer and by chance apart. */
export async function withRetries<T>(
  attempt: () => Promise<T>,
  onRetry: (code: string) => void,
): Promise<T> {
  for (let count = 1; ; count += 1) {
    try {
      return await attempt();
    } catch (error) {
      if (count >= attemptsMax || !isRetried(error)) throw error;
      onRetry(sqlState(error) ?? "");
      await sleep(Math.random() * 5 * 2 ** count);
    }
  }
}
