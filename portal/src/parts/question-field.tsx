import { answerPattern, labelOf } from "../../../web/src/index.ts";
import type { FactType } from "../../../web/src/index.ts";
import { usePortal } from "../reader.ts";

interface Props {
  readonly label: string;
  readonly type: FactType;
  readonly options: readonly { readonly value: string; readonly text: string }[];
  /** The option that holds while nothing is said; null where an answer has to be chosen. */
  readonly unsaid: string | null;
  readonly answer: string;
  readonly say: (answer: string) => void;
  /** What helps to answer, under the label. */
  readonly hint?: string;
}

/** One fact to be said: by choosing where it has options, else by writing a number. */
export function QuestionField({ label, type, options, unsaid, answer, say, hint }: Props) {
  const { texts } = usePortal();
  if (options.length > 0) {
    return (
      <label>
        {labelOf(label)}
        {hint !== undefined && <small>{hint}</small>}
        <select
          required={unsaid === null}
          value={answer === "" ? (unsaid ?? "") : answer}
          onChange={(event) => say(event.currentTarget.value)}
        >
          {unsaid === null && <option value="">{texts.choose}</option>}
          {options.map(({ value, text }) => (
            <option key={value} value={value}>
              {labelOf(text)}
            </option>
          ))}
        </select>
      </label>
    );
  }
  const isRatio = type === "ratio";
  return (
    <label>
      {labelOf(label)}
      {hint !== undefined && <small>{hint}</small>}
      <input
        required={unsaid === null}
        inputMode={isRatio ? "text" : "numeric"}
        pattern={answerPattern(type)}
        title={isRatio ? texts.share : texts.number}
        placeholder={isRatio ? texts.share : texts.number}
        value={answer}
        onInput={(event) => say(event.currentTarget.value)}
      />
    </label>
  );
}
