import { useState } from "preact/hooks";
import { CheckedForm } from "../parts/checked-form.tsx";
import { useAction } from "../parts/loading.ts";
import { FailureSentence } from "../parts/sentence.tsx";
import { usePortal } from "../reader.ts";

interface Props {
  readonly merchant: string;
  /** How the session before ended. */
  readonly ended?: "signed_out" | "expired";
}

/** A customer proves an order by its number and the contact it was made with. */
export function FindPage({ merchant, ended }: Props) {
  const { texts, go, ask } = usePortal();
  const { busy, failure, run } = useAction();
  const [orderNumber, setOrderNumber] = useState("");
  const [contact, setContact] = useState("");
  async function find() {
    const body = { orderNumber: orderNumber.trim(), contact: contact.trim() };
    const me = await run(() =>
      ask((client) => client.openCustomerSession({ params: { merchantSlug: merchant }, body })),
    );
    if (me !== null) go({ page: "orders", merchant });
  }
  return (
    <CheckedForm onValid={() => void find()}>
      <h1>{texts.findTitle}</h1>
      {ended !== undefined && (
        <p class="note" role="status">
          {texts.sessionEnds[ended]}
        </p>
      )}
      <p>{texts.findText}</p>
      <label>
        {texts.orderNumber}
        <input
          required
          maxLength={64}
          autocomplete="off"
          autocapitalize="characters"
          value={orderNumber}
          onInput={(event) => setOrderNumber(event.currentTarget.value)}
        />
      </label>
      <label>
        {texts.contact}
        <input
          required
          maxLength={200}
          autocomplete="email"
          autocapitalize="none"
          inputMode="email"
          value={contact}
          onInput={(event) => setContact(event.currentTarget.value)}
        />
      </label>
      <FailureSentence failure={failure} />
      <button disabled={busy}>{texts.findButton}</button>
    </CheckedForm>
  );
}
