import type { WireClaimPreview, WireMyOrder } from "../../../src/contract/index.ts";
import { dateText, fill, unitsText } from "../../../web/src/index.ts";
import { usePortal } from "../reader.ts";
import type { Portal } from "../reader.ts";
import { FailureSentence } from "./sentence.tsx";
import type { Quote } from "./use-quote.ts";

type Returned = WireClaimPreview["returns"][number];
export type Alternative = WireClaimPreview["alternatives"][number];

interface Props {
  readonly quote: Quote;
  readonly order: WireMyOrder;
  readonly choose: (alternative: Alternative) => void;
}

/** What will come back, before anything is sent; and what another choice would bring. */
export function QuoteCard({ quote: { preview, failure }, order, choose }: Props) {
  const portal = usePortal();
  const { texts } = portal;
  if (failure !== null) return <FailureSentence failure={failure} />;
  return (
    <section class="card quote" aria-live="polite" aria-label={texts.quote}>
      <h2>{texts.quote}</h2>
      {preview === null ? (
        <p>{texts.quoteWaits}</p>
      ) : (
        <>
          <p>{texts.quoteTells[toldOf(preview)]}</p>
          {preview.sentence !== null && <p>{preview.sentence}</p>}
          <ReturnList returns={preview.returns} order={order} />
          {preview.alternatives.map((one) => (
            <p key={`${one.value} ${one.endsAt}`} class="alternative">
              <span>{alternativeText(one, order, portal)}</span>
              <button type="button" class="quiet" onClick={() => choose(one)}>
                {texts.quoteChoose}
              </button>
            </p>
          ))}
        </>
      )}
    </section>
  );
}

type Told = keyof Portal["texts"]["quoteTells"];

function toldOf({ outcome, returns, needed }: WireClaimPreview): Told {
  if (outcome === "pays") return returns.length === 0 ? "nothing" : "pays";
  if (outcome === "refuses") return "refuses";
  if (needed.some(({ by }) => by === "customer")) return "asks";
  return returns.length === 0 ? "open" : "checks";
}

function ReturnList({ returns, order }: Pick<Props, "order"> & Pick<WireClaimPreview, "returns">) {
  const portal = usePortal();
  const { texts } = portal;
  const wayOf = ({ by, tenderId }: Returned): string => {
    const tender = order.tenders.find((candidate) => candidate.tenderId === tenderId);
    if (by !== "tender" || tender === undefined) return texts.ways[by];
    return fill(texts.backTo, { tender: texts.tenderKinds[tender.kind] });
  };
  return (
    <ul class="rows">
      {returns.map((one) => (
        <li key={`${one.tenderId} ${one.unit}`}>
          <strong>{unitsText(one.units, one.unit, order.currency, portal)}</strong>
          <span>{wayOf(one)}</span>
        </li>
      ))}
    </ul>
  );
}

function alternativeText(
  { text, endsAt, returns }: Alternative,
  { currency, zone }: WireMyOrder,
  portal: Portal,
): string {
  const { texts, language } = portal;
  const sums = returns.map(({ units, unit }) => unitsText(units, unit, currency, portal));
  const amount = sums.join(texts.between);
  if (endsAt === null) return fill(texts.quoteOtherwise, { choice: text ?? "", amount });
  return fill(texts.quoteLater, { day: dateText(endsAt, { language, zone }), amount });
}
