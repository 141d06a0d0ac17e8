import type { Place } from "../paths.ts";
import { usePortal } from "../reader.ts";
import { useAction } from "./loading.ts";

/** Ends the look at one's order: a phone or a computer may be somebody else's as well. */
export function SignOut({ place }: { readonly place: Place }) {
  const { texts, ask, go } = usePortal();
  const { busy, failure, run } = useAction();
  if (place.page === "start" || place.page === "find") return null;
  const { merchant } = place;
  async function signOut() {
    const done = await run(async () => {
      const result = await ask((client) => client.closeCustomerSession({}));
      return result.ok ? { ok: true, data: true } : result;
    });
    if (done !== null) go({ page: "find", merchant, ended: "signed_out" });
  }
  return (
    <>
      {failure !== null && <span role="alert">{failure.sentence}</span>}
      <button type="button" class="plain" disabled={busy} onClick={() => void signOut()}>
        {texts.signOut}
      </button>
    </>
  );
}
