import { Button, Card, Form, Input } from "antd";
import type { WireObligation } from "../../../src/contract/index.ts";
import { unitsText } from "../../../web/src/index.ts";
import { useConsole, useMe } from "../console.ts";
import { FailureAlert } from "../parts/failure-alert.tsx";
import { useAction } from "../parts/loading.ts";
import { currencyOf } from "./claim-data.ts";
import type { ClaimData } from "./claim-data.ts";

interface Props {
  readonly data: ClaimData;
  readonly reload: () => void;
}

/** What no gateway can pay back: somebody transfers it and records the bank's reference. */
export function TransfersCard({ data, reload }: Props) {
  const { texts } = useConsole();
  const mayPay = useMe().rights.includes("pay");
  const open = data.obligations.filter(
    ({ route, status }) => route === "transfer" && status !== "met" && status !== "released",
  );
  if (open.length === 0) return null;
  return (
    <Card size="small" title={<h2>{texts.toTransfer}</h2>}>
      <p className="hint">{mayPay ? texts.toTransferText : texts.noPaying}</p>
      <div className="stack">
        {open.map((obligation) => (
          <Transfer
            key={obligation.obligationId}
            obligation={obligation}
            currency={currencyOf(obligation.orderId, data)}
            mayPay={mayPay}
            reload={reload}
          />
        ))}
      </div>
    </Card>
  );
}

interface TransferProps {
  readonly obligation: WireObligation;
  readonly currency: string;
  readonly mayPay: boolean;
  readonly reload: () => void;
}

function Transfer({ obligation, currency, mayPay, reload }: TransferProps) {
  const context = useConsole();
  const { texts, ask } = context;
  const { busy, failure, run } = useAction();
  const { obligationId, units, unit } = obligation;
  async function record({ reference }: { readonly reference: string }) {
    const call = { params: { obligationId }, body: { reference: reference.trim() } };
    const done = await run(() => ask((client) => client.recordTransfer(call)));
    if (done !== null) reload();
  }
  return (
    <div>
      <strong className="numbers">{unitsText(units, unit, currency, context)}</strong>
      <Form
        layout="inline"
        className="inline"
        requiredMark={false}
        disabled={!mayPay}
        onFinish={(given: { readonly reference: string }) => void record(given)}
      >
        <Form.Item
          name="reference"
          rules={[{ required: true, whitespace: true, message: texts.required }]}
        >
          <Input
            aria-label={texts.transferReference}
            placeholder={texts.transferReference}
            maxLength={60}
            autoComplete="off"
          />
        </Form.Item>
        <Button htmlType="submit" loading={busy}>
          {texts.recordTransfer}
        </Button>
      </Form>
      <FailureAlert failure={failure} />
    </div>
  );
}
