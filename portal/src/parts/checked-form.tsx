import type { ComponentChildren } from "preact";
import { useState } from "preact/hooks";
import { fill } from "../../../web/src/index.ts";
import { usePortal } from "../reader.ts";

interface Props {
  readonly class?: string;
  readonly onValid: () => void;
  readonly children: ComponentChildren;
}

/** A form that says what is missing in the reader's language, and leads there. */
export function CheckedForm({ onValid, children, ...rest }: Props) {
  const { texts } = usePortal();
  const [missing, setMissing] = useState<string | null>(null);
  function submit(form: HTMLFormElement) {
    const wrong = form.querySelector<HTMLInputElement>("input:invalid, select:invalid");
    const label = wrong?.labels?.[0]?.firstChild?.textContent ?? "";
    setMissing(wrong === null ? null : fill(texts.fillIn, { name: label }));
    if (wrong === null) onValid();
    else wrong.focus();
  }
  return (
    <form
      {...rest}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        submit(event.currentTarget);
      }}
    >
      {children}
      {missing !== null && (
        <p class="failure" role="alert">
          {missing}
        </p>
      )}
    </form>
  );
}
