import { Button, Card, Form, Input, Radio } from "antd";
import { useConsole, useMe } from "../console.ts";
import { FailureAlert } from "../parts/failure-alert.tsx";
import { useAction } from "../parts/loading.ts";
import { fill, wordOf } from "../texts/index.ts";
import { placeName } from "./claim-data.ts";
import type { ClaimData } from "./claim-data.ts";
import { answerPattern, attestable, attestedFacts, neededKey } from "./needed.ts";
import type { Answers, Needed } from "./needed.ts";

interface Props {
  readonly data: ClaimData;
  readonly reload: () => void;
}

interface Given {
  readonly answers?: Answers;
  readonly note?: string;
}

/** The facts that the decision waits for: people establish them, the policy then decides. */
export function AttestCard({ data, reload }: Props) {
  const { texts, ask } = useConsole();
  const { claim } = data;
  const { rights } = useMe();
  const { busy, failure, run } = useAction();
  const [form] = Form.useForm<Given>();
  const needed = attestable(claim.needed);
  const happening = claim.needed.filter(({ by }) => by === "event");
  const events = [...new Set(happening.map(({ name }) => name))];
  const answers = Form.useWatch("answers", form) ?? {};
  const facts = attestedFacts(needed, answers);
  const mayAttest = rights.includes("attest");
  if (claim.needed.length === 0) return null;
  async function attest({ note = "" }: Given) {
    const body = { facts, ...(note.trim() === "" ? {} : { note }) };
    const params = { claimId: claim.claimId };
    const done = await run(() => ask((client) => client.attestFacts({ params, body })));
    if (done === null) return;
    form.resetFields();
    reload();
  }
  return (
    <Card size="small" title={<h2>{texts.needed}</h2>}>
      {events.length > 0 && <p>{fill(texts.neededEvent, { names: events.join(texts.between) })}</p>}
      {needed.length > 0 && (
        <Form form={form} layout="vertical" onFinish={(given) => void attest(given)}>
          <p className="hint">
            {mayAttest ? texts.neededText : fill(texts.noRight, { right: "attest" })}
          </p>
          {needed.map((one) => (
            <FactField key={neededKey(one)} needed={one} data={data} />
          ))}
          <Form.Item name="note" label={texts.note}>
            <Input.TextArea rows={2} maxLength={4000} />
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
      )}
    </Card>
  );
}

function FactField({ needed, data }: { readonly needed: Needed; readonly data: ClaimData }) {
  const { texts } = useConsole();
  const { name, lineId, packetId, type, options } = needed;
  const place = placeName(needed, data.orders, texts);
  const isPart = lineId !== null || packetId !== null;
  const label = isPart ? fill(texts.factOf, { fact: name, item: place }) : name;
  const isRatio = type === "ratio";
  const hint = isRatio ? texts.share : texts.number;
  const rules = options.length > 0 ? [] : [{ pattern: answerPattern(type), message: hint }];
  return (
    <Form.Item
      name={["answers", neededKey(needed)]}
      label={label}
      extra={hintOf(needed, data, texts)}
      rules={rules}
      initialValue=""
    >
      {options.length > 0 ? (
        <Radio.Group
          aria-label={label}
          className="answers"
          options={[
            { value: "", label: texts.leftOpen },
            ...options.map(({ value, text }) => ({ value, label: text })),
          ]}
        />
      ) : (
        <Input placeholder={hint} inputMode={isRatio ? "text" : "numeric"} />
      )}
    </Form.Item>
  );
}

/** What the customer says of it, and which evidence it is established from. */
function hintOf(
  needed: Needed,
  { claim }: ClaimData,
  texts: ReturnType<typeof useConsole>["texts"],
): string {
  const said = claim.facts.findLast(
    ({ fact, state, orderId, lineId, packetId }) =>
      fact === needed.fact &&
      state === "claimed" &&
      orderId === needed.orderId &&
      lineId === needed.lineId &&
      packetId === needed.packetId,
  );
  const proofs = needed.proof.map((proof) => wordOf(texts.proofs, proof)).join(texts.between);
  return [
    ...(said === undefined ? [] : [fill(texts.claimedSo, { text: said.valueText })]),
    ...(proofs === "" ? [] : [fill(texts.proof, { names: proofs })]),
  ].join(" · ");
}
