import type { WireClaimView } from "../../../src/contract/index.ts";
import { fill, moneyText, unitsText } from "../../../web/src/index.ts";
import type { ClaimData } from "../claim-data.ts";
import { usePortal } from "../reader.ts";

// The answer, its clause and its reason; what else was weighed is there for whoever wants it.
const sentencesAtFirst = 3;

type Decision = WireClaimView["decisions"][number];

/** Why, in sentences, and how the amount comes about. */
export function ClaimDecision({ data }: { readonly data: ClaimData }) {
  const { texts } = usePortal();
  return data.claim.decisions.map((decision) => (
    <section key={decision.decisionId} class="card">
      <h2>{texts.decision}</h2>
      <Reasons sentences={decision.explanation} />
      {decision.accepted && <Steps decision={decision} />}
    </section>
  ));
}

function Steps({ decision }: { readonly decision: Decision }) {
  const { steps, besides, currency } = decision;
  const portal = usePortal();
  const { texts, language } = portal;
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
          {besides.map(({ unit, units }, at) => (
            <tr key={`${unit} ${at}`}>
              <th scope="row">{texts.besides}</th>
              <td>{unitsText(units, unit, currency, portal)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}

function Reasons({ sentences }: { readonly sentences: readonly string[] }) {
  const { texts } = usePortal();
  const items = (some: readonly string[]) => (
    <ul class="reasons">
      {some.map((sentence, at) => (
        <li key={`${at} ${sentence}`}>{sentence}</li>
      ))}
    </ul>
  );
  if (sentences.length <= sentencesAtFirst + 1) return items(sentences);
  return (
    <>
      {items(sentences.slice(0, sentencesAtFirst))}
      <details>
        <summary>{fill(texts.moreReasons, { n: sentences.length })}</summary>
        {items(sentences.slice(sentencesAtFirst))}
      </details>
    </>
  );
}
