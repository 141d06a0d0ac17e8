/** What one check found, in one sentence. */
export interface Finding {
  readonly about: string;
  /** `note`: not there, and need not be. */
  readonly status: "ok" | "note" | "wrong";
  readonly sentence: string;
}

export const ok = (about: string, sentence: string): Finding => ({
  about,
  status: "ok",
  sentence,
});

export const note = (about: string, sentence: string): Finding => ({
  about,
  status: "note",
  sentence,
});

export const wrong = (about: string, sentence: string): Finding => ({
  about,
  status: "wrong",
  sentence,
});

/** A check that throws has found something wrong. */
export async function checked(
  about: string,
  check: () => Promise<readonly Finding[]>,
): Promise<readonly Finding[]> {
  try {
    return await check();
  } catch (error) {
    return [wrong(about, error instanceof Error ? error.message : String(error))];
  }
}
