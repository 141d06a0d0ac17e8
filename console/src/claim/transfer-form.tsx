import { Button, Form, Input, Select } from "antd";
import type { WireTransfer } from "../../../src/contract/index.ts";
import { useConsole, useMe } from "../console.ts";
import { FailureAlert } from "../parts/failure-alert.tsx";
import { useAction } from "../parts/loading.ts";

interface Props {
  readonly obligationId: string;
  readonly reload: () => void;
}

interface Given {
  readonly reference: string;
  readonly kind: WireTransfer["evidence"][number]["kind"];
  readonly document: string;
}

// What the API takes: a document's number or file name, nothing of a person.
const documentPattern = /^[0-9A-Za-z._:/-]{1,80}$/;

/** That it was transferred, under which number of the bank, and what shows it. */
export function TransferForm({ obligationId, reload }: Props) {
  const { texts, ask } = useConsole();
  const mayState = useMe().rights.includes("attest");
  const { busy, failure, run } = useAction();
  const kinds = Object.entries(texts.transferEvidence).map(([value, label]) => ({ value, label }));
  async function state({ reference, kind, document }: Given) {
    const evidence = [{ kind, reference: document.trim() }];
    const body = { reference: reference.trim(), evidence };
    const call = { params: { obligationId }, body };
    const done = await run(() => ask((client) => client.stateTransfer(call)));
    if (done !== null) reload();
  }
  const required = { required: true, whitespace: true, message: texts.required };
  return (
    <Form<Given>
      layout="vertical"
      requiredMark={false}
      disabled={!mayState}
      initialValues={{ kind: "bank_receipt" }}
      onFinish={(given) => void state(given)}
    >
      <p className="hint">{mayState ? texts.toTransferText : texts.noAttesting}</p>
      <Form.Item name="reference" label={texts.transferReference} rules={[required]}>
        <Input className="number" maxLength={60} autoComplete="off" />
      </Form.Item>
      <Form.Item name="kind" label={texts.transferProof}>
        <Select className="number" options={kinds} />
      </Form.Item>
      <Form.Item
        name="document"
        label={texts.transferDocument}
        rules={[required, { pattern: documentPattern, message: texts.transferDocumentForm }]}
      >
        <Input className="number" maxLength={80} autoComplete="off" />
      </Form.Item>
      <FailureAlert failure={failure} />
      <Button htmlType="submit" loading={busy}>
        {texts.stateTransfer}
      </Button>
    </Form>
  );
}
