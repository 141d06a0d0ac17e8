import type { WireClaimView } from "../../../src/contract/index.ts";
import { moneyText, unitsText } from "../../../web/src/index.ts";
import { useConsole } from "../console.ts";
import { barsOf } from "./waterfall-bars.ts";
import type { Step } from "./waterfall-bars.ts";

interface Props {
  readonly steps: readonly Step[];
  readonly besides: WireClaimView["decisions"][number]["besides"];
  readonly currency: string;
}

/**
 * From what was paid to what is owed, each deduction a step; a table to whoever cannot see it.
 * What is given besides is no part of what was paid, so it has a row and no bar.
 */
export function Waterfall({ steps, besides, currency }: Props) {
  const context = useConsole();
  const { texts, language } = context;
  const bars = barsOf(steps);
  return (
    <table className="waterfall" aria-label={texts.waterfall}>
      <tbody>
        {steps.map(({ step, label, amountMinor }, at) => {
          const bar = bars[at];
          return (
            <tr key={`${step} ${at}`} className={at % (steps.length - 1) === 0 ? "ends" : ""}>
              <th scope="row">{label}</th>
              <td>
                <div className="track">
                  {bar !== undefined && (
                    <span
                      className={bar.kind}
                      style={{ left: `${bar.startPercent}%`, width: `${bar.widthPercent}%` }}
                    />
                  )}
                </div>
              </td>
              <td>{moneyText(amountMinor, currency, language)}</td>
            </tr>
          );
        })}
        {besides.map(({ unit, units }, at) => (
          <tr key={`${unit} ${at}`}>
            <th scope="row">{texts.besides}</th>
            <td />
            <td>{unitsText(units, unit, currency, context)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
