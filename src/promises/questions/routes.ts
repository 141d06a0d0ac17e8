import { isRefusal, promisesRoutes } from "../../contract/index.ts";
import { implement, readTransaction, transact } from "../../platform/index.ts";
import type { Implementation, Platform } from "../../platform/index.ts";
import { answerQuestions, questionsAbout } from "./questions.ts";

export function questionsApi(platform: Platform): Implementation[] {
  return [
    implement(
      promisesRoutes.getPolicyQuestions,
      async ({ merchantId, params, query, language }) => {
        const asked = await readTransaction(platform, merchantId, (tx) =>
          questionsAbout(tx, params, query.language ?? language),
        );
        if (isRefusal(asked)) return asked;
        const items = asked.questions.map(({ id, text, answers }) => ({
          questionId: id,
          text,
          answers: answers.map(({ id: answerId, text: answer }) => ({ answerId, text: answer })),
        }));
        return { items };
      },
    ),
    implement(promisesRoutes.answerPolicyQuestions, (request) =>
      transact(platform, request, (tx) => answerQuestions(tx, request.params, request.body)),
    ),
  ];
}
