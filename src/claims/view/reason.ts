import { unmatchedReason } from "../../core/index.ts";
import { errorEntry, fillSentence } from "../../contract/index.ts";
import type { ErrorCode, Language } from "../../contract/index.ts";

const ownCodes = [
  "no_matching_purchase",
  "already_refunded",
  "charged_back",
  "claim_choice_made",
] as const satisfies ErrorCode[];
const ownCode = (code: string | null) => ownCodes.find((own) => own === code);

/**
 * Why a claim was refused, where one of our own codes says it; null where a policy's reason does,
 * which the decision's sentences tell.
 */
export function refusalSentence(
  code: string | null,
  unmatched: string | null,
  values: Readonly<Record<string, string | number>>,
  language: Language,
): string | null {
  const own = ownCode(code);
  if (own === undefined) return null;
  const reason = unmatchedReason(unmatched, language) ?? "";
  return fillSentence(errorEntry(own).sentence[language], { ...values, reason }, language);
}
