import { letterAddress } from "../../../web/src/index.ts";
import type { ClaimData } from "../claim-data.ts";
import { usePortal } from "../reader.ts";

/** The signed letter, as soon as there is a decision: a file of its own, beside the application. */
export function ClaimLetter({ data: { claim } }: { readonly data: ClaimData }) {
  const { texts, language } = usePortal();
  if (claim.decidedAt === null) return null;
  const address = (form: "html" | "pdf") =>
    letterAddress("getMyClaimLetter", claim.claimId, { language, form });
  return (
    <section class="card">
      <h2>{texts.letter}</h2>
      <p>
        <a href={address("html")} target="_blank" rel="noreferrer">
          {texts.letterPage}
        </a>
        {" · "}
        <a href={address("pdf")} target="_blank" rel="noreferrer">
          {texts.letterPdf}
        </a>
      </p>
      <p>{texts.letterHint}</p>
    </section>
  );
}
