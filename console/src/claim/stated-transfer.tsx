import { Button, Popconfirm } from "antd";
import type { WireTransfer } from "../../../src/contract/index.ts";
import { fill, timeText } from "../../../web/src/index.ts";
import { useConsole, useMe, useReader } from "../console.ts";
import { FailureAlert } from "../parts/failure-alert.tsx";
import { useAction } from "../parts/loading.ts";

interface Props {
  readonly transfer: WireTransfer;
  readonly reload: () => void;
}

/** A transfer that waits for its second person; the API refuses the one who stated it. */
export function StatedTransfer({ transfer, reload }: Props) {
  const { texts, ask } = useConsole();
  const me = useMe();
  const reader = useReader();
  const { busy, failure, run } = useAction();
  const { transferId, reference, evidence, statedAt, statedBy } = transfer;
  const mayApprove = me.rights.includes("approve") && statedBy !== me.id;
  const params = { transferId };
  async function approve() {
    const done = await run(() => ask((client) => client.approveTransfer({ params })));
    if (done !== null) reload();
  }
  async function reject() {
    const done = await run(() => ask((client) => client.rejectTransfer({ params })));
    if (done !== null) reload();
  }
  const documents = evidence.map(
    ({ kind, reference: name }) => `${texts.transferEvidence[kind]} ${name}`,
  );
  return (
    <>
      <p>
        {fill(texts.pair, { name: texts.transferReference, value: reference })}
        <span className="hint">
          {" · "}
          {documents.join(texts.between)} · {timeText(statedAt, reader)}
        </span>
      </p>
      <p className="hint">{mayApprove ? texts.approveTransferText : texts.secondPerson}</p>
      <FailureAlert failure={failure} />
      <Popconfirm
        title={texts.approveTransferSure}
        onConfirm={() => void approve()}
        okText={texts.sure}
        cancelText={texts.cancel}
      >
        <Button type="primary" disabled={!mayApprove || busy}>
          {texts.approveTransfer}
        </Button>
      </Popconfirm>{" "}
      <Button disabled={!mayApprove || busy} onClick={() => void reject()}>
        {texts.rejectTransfer}
      </Button>
    </>
  );
}
