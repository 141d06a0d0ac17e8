import type { WireClaimView } from "../../../src/contract/index.ts";
import { moneyText } from "../../../web/src/index.ts";
import type { ClaimData } from "../claim-data.ts";
import { usePortal } from "../reader.ts";

type Decision = WireClaimView["decisions"][number];

/** Why, in sentences, and how the amount comes about. */
export function ClaimDecision({ data }: { readonly data: ClaimData }) {
  const { texts } = usePortal();
  return data.claim.decisions.map((decision) => (
    <section key={decision.decisionId} class="card">
      <h2>{texts.decision}</h2>
      <ul class="reasons">
        {decision.explanation.map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
      {decision.accepted && <Steps decision={decision} />}
    </section>
  ));
}

function Steps({ decision: { steps, currency } }: { readonly decision: Decision }) {
  const { texts, language } = usePortal();
  return (
    <>
      <h3>{texts.waterfall}</h3>
      <table>
        <caption class="unseen">{texts.waterfall}</caption>
        <tbody>
          {steps.map(({ step, label, amountMinor }, at) => (
            <tr key={`${step} ${at}`} class={step === "owed" ? "total" : ""}>
              <th scope="row">{label}</th>
              <td>{moneyText(amountMinor, currency, language)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}
