import type { WireKindOnOffer, WireMyOrder } from "../../../src/contract/index.ts";
import { claimableLines } from "../application.ts";
import type { Application } from "../application.ts";
import { fill, moneyText } from "../../../web/src/index.ts";
import { usePortal } from "../reader.ts";

export interface FieldsProps {
  readonly order: WireMyOrder;
  readonly kind: WireKindOnOffer;
  readonly application: Application;
  readonly change: (part: Partial<Application>) => void;
}

export const lineName = ({
  lineId,
  productName,
  productCode,
}: WireMyOrder["lines"][number]): string => productName ?? productCode ?? lineId;

/** What the application names: units of lines, one packet, or the order as a whole. */
export function UnitFields(props: FieldsProps) {
  const { texts } = usePortal();
  switch (props.kind.of) {
    case "order":
      return <p>{texts.wholeOrder}</p>;
    case "packets":
      return <PacketFields {...props} />;
    case "lines":
      return <LineFields {...props} />;
  }
}

function LineFields({ order, kind, application, change }: FieldsProps) {
  const { texts } = usePortal();
  const lines = claimableLines(order, kind);
  if (lines.length === 0) return <p>{texts.noUnits}</p>;
  return (
    <fieldset>
      <legend>{texts.applyUnits}</legend>
      {lines.map((line) => (
        <UnitField
          key={line.lineId}
          line={line}
          units={application.units[line.lineId] ?? 0}
          choose={(quantity) =>
            change({ units: { ...application.units, [line.lineId]: quantity } })
          }
        />
      ))}
    </fieldset>
  );
}

interface UnitProps {
  readonly line: WireMyOrder["lines"][number];
  readonly units: number;
  readonly choose: (quantity: number) => void;
}

// A list of choices is easier on a phone than a number field, unless it gets long.
const listedUnitsMax = 20;

function UnitField({ line, units, choose }: UnitProps) {
  const { texts } = usePortal();
  const { freeUnits } = line;
  const choices = Array.from({ length: freeUnits + 1 }, (_, count) => count);
  if (freeUnits === 1) {
    return (
      <label class="tick">
        <input
          type="checkbox"
          checked={units > 0}
          onChange={(event) => choose(event.currentTarget.checked ? 1 : 0)}
        />
        {lineName(line)}
      </label>
    );
  }
  return (
    <label class="beside">
      <span>
        {lineName(line)}
        <small>{fill(texts.freeUnits, { n: freeUnits })}</small>
      </span>
      {freeUnits <= listedUnitsMax ? (
        <select value={units} onChange={(event) => choose(Number(event.currentTarget.value))}>
          {choices.map((count) => (
            <option key={count} value={count}>
              {count}
            </option>
          ))}
        </select>
      ) : (
        <input
          type="number"
          min={0}
          max={freeUnits}
          value={units}
          onInput={(event) => choose(Number(event.currentTarget.value))}
        />
      )}
    </label>
  );
}

function PacketFields({ order, kind, application, change }: FieldsProps) {
  const { texts, language } = usePortal();
  const packets = order.packets.filter(({ packetId }) => kind.packetIds.includes(packetId));
  return (
    <fieldset>
      <legend>{texts.packets}</legend>
      {packets.map(({ packetId, amountMinor }) => (
        <label key={packetId} class="tick">
          <input
            type="radio"
            name="packet"
            checked={application.packetId === packetId}
            onChange={() => change({ packetId })}
          />
          {fill(texts.packetOf, {
            id: packetId,
            amount: moneyText(amountMinor, order.currency, language),
          })}
        </label>
      ))}
    </fieldset>
  );
}
