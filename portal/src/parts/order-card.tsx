import { useState } from "preact/hooks";
import type { WireMyOrder } from "../../../src/contract/index.ts";
import { dateText, fill, moneyText, unitsText } from "../../../web/src/index.ts";
import { usePortal } from "../reader.ts";

// An order of hundreds of lines must not push everything else off the phone.
const linesAtFirst = 12;

/** What was bought and how it was paid. */
export function OrderCard({ order }: { readonly order: WireMyOrder }) {
  const portal = usePortal();
  const { texts, language } = portal;
  const { currency, zone } = order;
  const reader = { language, zone };
  const [all, showAll] = useState(order.lines.length <= linesAtFirst);
  const shown = all ? order.lines : order.lines.slice(0, linesAtFirst);
  return (
    <>
      <h2>{order.orderNumber}</h2>
      <p class="facts">
        <span class="badge">{texts.orderStatuses[order.status]}</span>{" "}
        {order.paidAt === null
          ? `${texts.orderedAt} ${dateText(order.orderedAt, reader)}`
          : `${texts.paidAt} ${dateText(order.paidAt, reader)}`}
      </p>
      <table>
        <caption class="unseen">{texts.lines}</caption>
        <tbody>
          {shown.map((line) => (
            <Line key={line.lineId} line={line} currency={currency} />
          ))}
          {!all && (
            <tr>
              <td class="more" colSpan={2}>
                <button type="button" class="quiet" onClick={() => showAll(true)}>
                  {fill(texts.moreLines, { n: order.lines.length - linesAtFirst })}
                </button>
              </td>
            </tr>
          )}
        </tbody>
        <tfoot>
          {order.paidMinor !== null && (
            <tr>
              <th scope="row">{texts.paidTotal}</th>
              <td>{moneyText(order.paidMinor, currency, language)}</td>
            </tr>
          )}
          {order.tenders.map((tender) => (
            <tr key={tender.tenderId} class="quietly">
              <th scope="row">
                {fill(texts.pair, {
                  name: texts.paidBy,
                  value: texts.tenderKinds[tender.kind],
                })}
              </th>
              <td>{unitsText(tender.units, tender.unit, currency, portal)}</td>
            </tr>
          ))}
        </tfoot>
      </table>
    </>
  );
}

interface LineProps {
  readonly line: WireMyOrder["lines"][number];
  readonly currency: string;
}

/** Nobody counts one freight or one package. */
const isCounted = ({ kind, quantity }: LineProps["line"]): boolean =>
  kind === "goods" || kind === "gift" || quantity > 1;

function Line({ line, currency }: LineProps) {
  const { texts, language } = usePortal();
  const amount = line.paidMinor ?? line.listMinor;
  return (
    <tr>
      <th scope="row">
        {line.productName ?? line.productCode ?? line.lineId}
        {isCounted(line) && <small>{fill(texts.quantity, { n: line.quantity })}</small>}
      </th>
      <td>{moneyText(amount, currency, language)}</td>
    </tr>
  );
}
