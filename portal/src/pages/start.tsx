import { useState } from "preact/hooks";
import { usePortal } from "../reader.ts";

/** The portal without a merchant in its address. */
export function StartPage() {
  const { texts, go } = usePortal();
  const [merchant, setMerchant] = useState("");
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (merchant.trim() !== "") go({ page: "find", merchant: merchant.trim() });
      }}
    >
      <h1>{texts.findTitle}</h1>
      <p>{texts.startText}</p>
      <label>
        {texts.startField}
        <input
          required
          autocapitalize="none"
          value={merchant}
          onInput={(event) => setMerchant(event.currentTarget.value)}
        />
      </label>
      <button>{texts.startButton}</button>
    </form>
  );
}
