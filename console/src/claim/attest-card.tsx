import { Button, Card, Form, Input } from "antd";
import { fill } from "../../../web/src/index.ts";
import { useConsole, useMe } from "../console.ts";
import { FailureAlert } from "../parts/failure-alert.tsx";
import { useAction } from "../parts/loading.ts";
import { FactField, SumField } from "./attest-fields.tsx";
import type { ClaimData } from "./claim-data.ts";
import { attestable, attestedFacts, attestedSums } from "./needed.ts";
import type { Answers } from "./needed.ts";

interface Props {
  readonly data: ClaimData;
  readonly reload: () => void;
}

interface Given {
  readonly answers?: Answers;
  readonly sums?: Answers;
  readonly note?: string;
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
  const facts = [
    ...attestedFacts(needed, given.answers ?? {}),
    ...attestedSums(claim.sums, given.sums ?? {}),
  ];
  async function attest({ note = "" }: Given) {
    const body = { facts, ...(note.trim() === "" ? {} : { note: note.trim() }) };
    const params = { claimId: claim.claimId };
    const done = await run(() => ask((client) => client.attestFacts({ params, body })));
    if (done === null) return;
    form.resetFields();
    reload();
  }
  return (
    <Form form={form} layout="vertical" onFinish={(all: Given) => void attest(all)}>
      <p className="hint">{mayAttest ? texts.neededText : texts.noAttesting}</p>
      {needed.map((one) => (
        <FactField key={`${one.fact} ${one.lineId} ${one.packetId}`} needed={one} data={data} />
      ))}
      {claim.sums.map((sum) => (
        <SumField key={`${sum.orderId} ${sum.fact}`} sum={sum} data={data} />
      ))}
      <Form.Item name="note" label={texts.note}>
        <Input.TextArea autoSize={{ minRows: 2, maxRows: 8 }} maxLength={4000} />
      </Form.Item>
      <FailureAlert failure={failure} />
      <Button
        type="primary"
        htmlType="submit"
        loading={busy}
        disabled={!mayAttest || facts.length === 0}
      >
        {texts.attest}
      </Button>{" "}
      {mayAttest && facts.length === 0 && <span className="hint">{texts.chooseOne}</span>}
    </Form>
  );
}
