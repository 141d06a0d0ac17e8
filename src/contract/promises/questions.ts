import { Type } from "typebox";
import { route } from "../route.ts";
import type { RouteSpec } from "../route.ts";
import { Id, InstantText, choice, strict } from "../schemas.ts";
import { policyPlace } from "./views.ts";

const language = choice("zh-CN", "zh-TW", "en");
const AnswerId = Type.String({ minLength: 1, maxLength: 40 });

/** Which answer is right is known to the server alone. */
const QuestionView = Type.Object(
  {
    questionId: Type.String(),
    text: Type.String(),
    answers: Type.Array(Type.Object({ answerId: Type.String(), text: Type.String() }, strict)),
  },
  strict,
);

const place = "/v1/policies/{policyId}/versions/{version}";

/** Whether terms were understood: questions about a version's boundary cases, and receipts. */
export const questionsRoutes = {
  getPolicyQuestions: route({
    operationId: "getPolicyQuestions",
    method: "GET",
    path: `${place}/questions`,
    summary: "Three questions about the terms of a published version, made from its own cases",
    right: "signed-in",
    params: policyPlace,
    query: Type.Object({ language: Type.Optional(language) }, strict),
    success: { status: 200, schema: Type.Object({ items: Type.Array(QuestionView) }, strict) },
    stateful: false,
    errors: ["policy_unknown"],
  }),
  answerPolicyQuestions: route({
    operationId: "answerPolicyQuestions",
    method: "POST",
    path: `${place}/answers`,
    summary: "A receipt of what was answered; wrong answers may be tried again",
    right: "signed-in",
    params: policyPlace,
    body: Type.Object(
      {
        language,
        answers: Type.Array(Type.Object({ questionId: AnswerId, answerId: AnswerId }, strict), {
          maxItems: 20,
        }),
      },
      strict,
    ),
    success: {
      status: 201,
      schema: Type.Object(
        {
          receiptId: Id,
          /** Only with a receipt that is passed can an order be accepted. */
          passed: Type.Boolean(),
          answers: Type.Array(
            Type.Object({ questionId: Type.String(), right: Type.Boolean() }, strict),
          ),
          answeredAt: InstantText,
        },
        strict,
      ),
    },
    stateful: true,
    errors: ["policy_unknown"],
  }),
} satisfies Record<string, RouteSpec>;
