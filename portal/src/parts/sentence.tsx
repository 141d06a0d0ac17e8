import type { Failure } from "../../../web/src/index.ts";
import { usePortal } from "../reader.ts";

/** Why something did not work: read out at once by a screen reader. */
export function FailureSentence({ failure }: { readonly failure: Failure | null }) {
  if (failure === null) return null;
  return (
    <p class="failure" role="alert">
      {failure.sentence}
    </p>
  );
}

interface Props {
  readonly failure: Failure | null;
  readonly reload: () => void;
}

/** What stands where a page's content is not there yet, or could not be had. */
export function Waiting({ failure, reload }: Props) {
  const { texts } = usePortal();
  if (failure === null) return <p role="status">{texts.loading}</p>;
  return (
    <>
      <FailureSentence failure={failure} />
      <button type="button" class="quiet" onClick={reload}>
        {texts.retry}
      </button>
    </>
  );
}
