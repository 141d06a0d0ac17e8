import { fill } from "../../../web/src/index.ts";
import { questionKey, questionsOf } from "../application.ts";
import type { Question } from "../application.ts";
import { usePortal } from "../reader.ts";
import { QuestionField } from "./question-field.tsx";
import { lineName } from "./unit-fields.tsx";
import type { FieldsProps } from "./unit-fields.tsx";

/** What happened, as far as it is the customer's to say, and what is chosen of several remedies. */
export function ReasonFields(props: FieldsProps) {
  const { texts } = usePortal();
  const questions = questionsOf(props.kind, props.application);
  const reasons = questions.filter(({ fact }) => !fact.wish);
  const wishes = questions.filter(({ fact }) => fact.wish);
  return (
    <>
      {reasons.length > 0 && (
        <fieldset>
          <legend>{texts.reasons}</legend>
          <p>
            <small>{texts.reasonsText}</small>
          </p>
          {reasons.map((question) => (
            <Field key={questionKey(question)} question={question} {...props} />
          ))}
        </fieldset>
      )}
      {wishes.length > 0 && (
        <fieldset>
          <legend>{texts.wishes}</legend>
          {wishes.map((question) => (
            <Field key={questionKey(question)} question={question} {...props} />
          ))}
        </fieldset>
      )}
    </>
  );
}

function Field({ question, order, application, change }: FieldsProps & { question: Question }) {
  const { texts } = usePortal();
  const { fact, lineId } = question;
  const key = questionKey(question);
  const line = order.lines.find((candidate) => candidate.lineId === lineId);
  const chosen = Object.values(application.units).filter((units) => units > 0).length;
  const label =
    line === undefined || chosen < 2
      ? fact.name
      : fill(texts.factOf, { fact: fact.name, item: lineName(line) });
  return (
    <QuestionField
      label={label}
      type={fact.type}
      options={fact.options}
      unsaid={fact.unsaid}
      answer={application.answers[key] ?? ""}
      say={(answer) => change({ answers: { ...application.answers, [key]: answer } })}
    />
  );
}
