import { type Language, type Refusal, isRefusal, refuse } from "../../contract/index.ts";
import {
  type Question,
  answersRight,
  isRefusal as isCoreRefusal,
  questionsOf,
} from "../../core/index.ts";
import type { ReadTx, Tx } from "../../platform/index.ts";
import { insertReceipt } from "../acceptance/receipts-store.ts";
import { compileStored } from "../compiled.ts";
import { type Place, referenceOf } from "../life/store.ts";
import { canBind } from "../rules/lifecycle.ts";
import { type TextRow, selectTexts } from "../store.ts";

/** The sum on which the examples in the questions are reckoned. */
const example = { amountMinor: 100_000, currency: "CNY" };

/** The questions about a version that an order may pin, with the right answers. */
export async function questionsAbout(
  tx: ReadTx,
  place: Place,
  language: Language,
): Promise<{ readonly row: TextRow; readonly questions: readonly Question[] } | Refusal> {
  const [row] = await selectTexts(tx, [place]);
  if (row === undefined || !canBind(row.status)) {
    return refuse("policy_unknown", { policy: referenceOf(place) });
  }
  const compiled = compileStored(row, {});
  if (isCoreRefusal(compiled)) throw new Error(compiled.sentence);
  const { policy, unsaid } = compiled;
  const about = { params: null, unsaid, example };
  return { row, questions: questionsOf(policy.document, about, language) };
}

export interface GivenAnswers {
  readonly language: Language;
  readonly answers: readonly { readonly questionId: string; readonly answerId: string }[];
}

/**
 * Keeps which answers were right, and not who gave them. The questions are the same for the same
 * version, so that they are not stored; a document of which nothing can be asked is passed.
 */
export async function answerQuestions(tx: Tx, place: Place, { language, answers }: GivenAnswers) {
  const asked = await questionsAbout(tx, place, language);
  if (isRefusal(asked)) return asked;
  const { row, questions } = asked;
  const given = new Map(answers.map(({ questionId, answerId }) => [questionId, answerId]));
  const told = questions.map(({ id, right }) => ({
    questionId: id,
    right: given.get(id) === right,
  }));
  const passed = answersRight(questions, Object.fromEntries(given));
  const receiptId = tx.newId();
  await insertReceipt(tx, { receiptId, ...place, hash: row.hash, language, answers: told, passed });
  return { receiptId, passed, answers: told, answeredAt: new Date(tx.now).toISOString() };
}
