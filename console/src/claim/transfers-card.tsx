import { Card } from "antd";
import { unitsText } from "../../../web/src/index.ts";
import { useConsole } from "../console.ts";
import { currencyOf } from "./claim-data.ts";
import type { ClaimData } from "./claim-data.ts";
import { StatedTransfer } from "./stated-transfer.tsx";
import { TransferForm } from "./transfer-form.tsx";

interface Props {
  readonly data: ClaimData;
  readonly reload: () => void;
}

/** What no gateway can pay back: one person states the transfer, a second one approves it. */
export function TransfersCard({ data, reload }: Props) {
  const context = useConsole();
  const { texts } = context;
  const open = data.obligations.filter(
    ({ route, status }) => route === "transfer" && status !== "met" && status !== "released",
  );
  if (open.length === 0) return null;
  return (
    <Card size="small" title={<h2>{texts.toTransfer}</h2>}>
      <div className="stack">
        {open.map(({ obligationId, orderId, units, unit }) => {
          const stated = data.transfers.find((transfer) => transfer.obligationId === obligationId);
          return (
            <section key={obligationId}>
              <strong className="numbers">
                {unitsText(units, unit, currencyOf(orderId, data), context)}
              </strong>
              {stated === undefined ? (
                <TransferForm obligationId={obligationId} reload={reload} />
              ) : (
                <StatedTransfer transfer={stated} reload={reload} />
              )}
            </section>
          );
        })}
      </div>
    </Card>
  );
}
