/** The decision letter: what is signed, the sums it states, and its words in three languages. */
export { letterFormat } from "./payload.ts";
export type * from "./payload.ts";
export type { LetterInput } from "./context.ts";
export { acceptedOf, letterSums } from "./sums.ts";
export { letterPage } from "./page.ts";
export { unmatchedReason } from "./words.ts";
