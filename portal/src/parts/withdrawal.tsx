import { useState } from "preact/hooks";
import type { ClaimData } from "../claim-data.ts";
import { usePortal } from "../reader.ts";
import { useAction } from "./loading.ts";
import { FailureSentence } from "./sentence.tsx";

const open = ["filed", "gathering", "reviewing", "ending"];

interface Props {
  readonly data: ClaimData;
  readonly reload: () => void;
}

/** Two taps: the second one ends the application. */
export function Withdrawal({ data, reload }: Props) {
  const { texts, ask } = usePortal();
  const { busy, failure, run } = useAction();
  const [asked, setAsked] = useState(false);
  const { claimId, status } = data.claim;
  if (!open.includes(status)) return null;
  async function withdraw() {
    const call = { params: { claimId } };
    const claim = await run(() => ask((client) => client.withdrawMyClaim(call)));
    if (claim !== null) reload();
  }
  if (!asked) {
    return (
      <button type="button" class="quiet" onClick={() => setAsked(true)}>
        {texts.withdraw}
      </button>
    );
  }
  return (
    <section class="card" role="group" aria-label={texts.withdraw}>
      <p>{texts.withdrawSure}</p>
      <FailureSentence failure={failure} />
      <button type="button" class="danger" disabled={busy} onClick={() => void withdraw()}>
        {texts.yes}
      </button>{" "}
      <button type="button" class="quiet" onClick={() => setAsked(false)}>
        {texts.no}
      </button>
    </section>
  );
}
