import { isRefusal, refuse } from "../../../contract/index.ts";
import type { Refusal, WireOrderEvent, WireTender } from "../../../contract/index.ts";
import type { Currency, Zone } from "../../../core/index.ts";
import { wholeNumber, writtenAmount, writtenInstant } from "../../rules/import-values.ts";
import { instantText } from "../../views.ts";
import type { SourceRow } from "../format.ts";
import { cell, hasMeter } from "./columns.ts";

/** What the rows of an order say has happened to it by now. */
export interface Told {
  readonly rows: readonly SourceRow[];
  readonly lines: readonly { readonly row: SourceRow; readonly lineId: string }[];
  readonly tenders: readonly WireTender[];
  readonly currency: Currency;
  readonly zone: Zone;
  /** When it began, where the file has no time of its own for something. */
  readonly begunAt: string | undefined;
}

/** As it would have been recorded: receipts, use, what the old shop paid back, its end. */
export function happened(told: Told): WireOrderEvent[] | Refusal {
  const refunded = debits(told);
  if (isRefusal(refunded)) return refunded;
  const [first] = told.rows;
  const cancelled = first === undefined ? null : instantIn(first, "cancelled_at", told.zone);
  const end: WireOrderEvent[] =
    cancelled === null ? [] : [{ kind: "cancelled", occurredAt: cancelled }];
  return [...receipts(told), ...uses(told), ...refunded, ...end];
}

function instantIn({ values }: SourceRow, column: "received_at" | "cancelled_at", zone: Zone) {
  const instant = writtenInstant(cell(values, column), zone);
  return instant === null ? null : instantText(instant);
}

const receipts = ({ lines, zone }: Told): WireOrderEvent[] =>
  lines.flatMap(({ row, lineId }) => {
    const occurredAt = instantIn(row, "received_at", zone);
    return occurredAt === null ? [] : [{ kind: "received", lineId, occurredAt }];
  });

function uses({ rows, begunAt }: Told): WireOrderEvent[] {
  const at = begunAt === undefined ? {} : { occurredAt: begunAt };
  return rows
    .filter(({ values }) => hasMeter(values))
    .flatMap(({ values }): WireOrderEvent[] => {
      const units = wholeNumber(cell(values, "meter_used"), 0, 1_000_000_000) ?? 0;
      const meter = cell(values, "meter");
      return units === 0 ? [] : [{ kind: "used", meter, units, ...at }];
    });
}

/** What was refunded before went back by the order's money, as a refund outside of Makegood. */
function debits({ rows, tenders, currency, begunAt }: Told): WireOrderEvent[] | Refusal {
  const text = cell(rows[0]?.values ?? {}, "refunded");
  let rest = text === "" ? 0 : (writtenAmount(text, currency) ?? 0);
  const at = begunAt === undefined ? {} : { occurredAt: begunAt };
  const events = tenders.flatMap(({ kind, units, tenderId }, index): WireOrderEvent[] => {
    const part = kind === "money" ? Math.min(rest, units) : 0;
    rest -= part;
    if (part === 0) return [];
    const id = tenderId ?? String(index + 1);
    const name = `import-refunded-${index + 1}`;
    return [
      { kind: "debited_outside", debitId: name, reference: name, tenderId: id, units: part, ...at },
    ];
  });
  if (rest === 0) return events;
  return refuse("row_not_an_amount", { column: "refunded", value: text });
}
