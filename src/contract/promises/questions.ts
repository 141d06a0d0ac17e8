import { Type } from "typebox";
import { route } from "../route.ts";
import type { RouteSpec } from "../route.ts";
import { Id, InstantText, choice, strict, about } from "../schemas.ts";
import { policyPlace } from "./views.ts";

const language = choice("zh-CN", "zh-TW", "en");
const AnswerId = Type.String({ minLength: 1, maxLength: 40 });

/** Which answer is right is known to the server alone. */
const QuestionView = Type.Object(
  {
    questionId: about("What names the question in the answer.", Type.String()),
    text: about("The question in the language that was asked for.", Type.String()),
    answers: about(
      "The answers to choose from.",
      Type.Array(
        Type.Object(
          {
            answerId: about("What names the answer.", Type.String()),
            text: about("The answer in the same language.", Type.String()),
          },
          strict,
        ),
      ),
    ),
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
    query: Type.Object(
      {
        language: about(
          "The language of the questions. Left out: that of " + "`Accept-Language`.",
          Type.Optional(language),
        ),
      },
      strict,
    ),
    success: {
      status: 200,
      schema: Type.Object({ items: about("The questions.", Type.Array(QuestionView)) }, strict),
    },
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
        language: about("The language in which they were asked.", language),
        answers: about(
          "The chosen answers.",
          Type.Array(
            Type.Object(
              {
                questionId: about("The question.", AnswerId),
                answerId: about("The answer that was chosen.", AnswerId),
              },
              strict,
            ),
            {
              maxItems: 20,
            },
          ),
        ),
      },
      strict,
    ),
    success: {
      status: 201,
      schema: Type.Object(
        {
          receiptId: about("The receipt, to be named in an acceptance.", Id),

          passed: about(
            "Whether all answers were right: only then can an order be " + "accepted with it.",
            Type.Boolean(),
          ),
          answers: about(
            "Which answers were right.",
            Type.Array(
              Type.Object(
                {
                  questionId: about("The question.", Type.String()),
                  right: about("Whether the chosen answer was right.", Type.Boolean()),
                },
                strict,
              ),
            ),
          ),
          answeredAt: about("When they were answered.", InstantText),
        },
        strict,
      ),
    },
    stateful: true,
    errors: ["policy_unknown"],
  }),
} satisfies Record<string, RouteSpec>;
