import { Button, Card, Form, Input } from "antd";
import { useState } from "react";
import type { WireClaimPreview } from "../../../src/contract/index.ts";
import { fill } from "../../../web/src/index.ts";
import { useConsole, useMe } from "../console.ts";
import { FailureAlert } from "../parts/failure-alert.tsx";
import { useAction } from "../parts/loading.ts";
import { AttestPreview } from "./attest-preview.tsx";
import { FactField, SumField } from "./attest-fields.tsx";
import type { ClaimData } from "./claim-data.ts";
import { attestable, attestationOf } from "./needed.ts";
import type { Answers } from "./needed.ts";

interface Props {
  readonly data: ClaimData;
  readonly reload: () => void;
}

interface Given {
  readonly answers?: Answers;
  readonly sums?: Answers;
  readonly note?: string;
  readonly customerNote?: string;
}

/** The facts that the decision waits for: people establish them, the policy then decides. */
export function AttestCard({ data, reload }: Props) {
  const { texts } = useConsole();
  const { needed } = data.claim;
  const happening = needed.filter(({ by }) => by === "event");
  const events = [...new Set(happening.map(({ name }) => name))];
  if (needed.length === 0) return null;
  return (
    <Card size="small" title={<h2>{texts.needed}</h2>}>
      {events.length > 0 && <p>{fill(texts.neededEvent, { names: events.join(texts.between) })}</p>}
      {attestable(needed).length > 0 && <AttestForm data={data} reload={reload} />}
    </Card>
  );
}

function AttestForm({ data, reload }: Props) {
  const { texts, ask } = useConsole();
  const { claim } = data;
  const mayAttest = useMe().rights.includes("attest");
  const { busy, failure, run } = useAction();
  const [form] = Form.useForm<Given>();
  // A sum has its field among the sums that can be stated.
  const needed = attestable(claim.needed).filter(({ type }) => type !== "sum");
  // Of all fields, whatever the form is told of itself first.
  const given = Form.useWatch([], form) ?? {};
  const body = attestationOf(needed, claim.sums, given);
  const isEmpty = body.facts === undefined && body.unproven === undefined;
  const key = JSON.stringify(body);
  // What was shown holds only for what it was shown of.
  const [shown, setShown] = useState<{ key: string; preview: WireClaimPreview } | null>(null);
  const preview = shown?.key === key ? shown.preview : null;
  const params = { claimId: claim.claimId };
  async function look() {
    const found = await run(() => ask((client) => client.previewAttestation({ params, body })));
    if (found !== null) setShown({ key, preview: found });
  }
  async function attest() {
    const done = await run(() => ask((client) => client.attestFacts({ params, body })));
    if (done === null) return;
    setShown(null);
    form.resetFields();
    reload();
  }
  return (
    <Form
      form={form}
      layout="vertical"
      onFinish={() => void (preview === null ? look() : attest())}
    >
      <p className="hint">{mayAttest ? texts.neededText : texts.noAttesting}</p>
      {needed.map((one) => (
        <FactField key={`${one.fact} ${one.lineId} ${one.packetId}`} needed={one} data={data} />
      ))}
      {claim.sums.map((sum) => (
        <SumField key={`${sum.orderId} ${sum.fact}`} sum={sum} data={data} />
      ))}
      <Form.Item
        name="customerNote"
        label={texts.customerNote}
        extra={texts.customerNoteText}
        rules={[{ required: body.unproven !== undefined, message: texts.reasonNeeded }]}
      >
        <Input.TextArea autoSize={{ minRows: 2, maxRows: 8 }} maxLength={2000} />
      </Form.Item>
      <Form.Item name="note" label={texts.note}>
        <Input.TextArea autoSize={{ minRows: 2, maxRows: 8 }} maxLength={4000} />
      </Form.Item>
      <FailureAlert failure={failure} />
      {preview !== null && <AttestPreview preview={preview} />}
      <Button type="primary" htmlType="submit" loading={busy} disabled={!mayAttest || isEmpty}>
        {preview === null ? texts.attest : texts.attestSure}
      </Button>{" "}
      {preview !== null && <Button onClick={() => setShown(null)}>{texts.cancel}</Button>}
      {mayAttest && isEmpty && <span className="hint">{texts.chooseOne}</span>}
    </Form>
  );
}
