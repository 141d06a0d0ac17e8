import { Button, Popconfirm } from "antd";
import type { Answer, Client, WirePolicyText } from "../../../src/contract/index.ts";
import type { Action } from "../../../web/src/index.ts";
import { useConsole, useMe } from "../console.ts";
import { promiseTextsOf } from "../texts/promises.ts";

interface Props {
  readonly version: WirePolicyText;
  readonly action: Action;
  readonly reload: () => void;
}

type Call = (client: Client) => Promise<Answer<WirePolicyText>>;

/** The next step of a version, and the way back; each by whoever has the right to it. */
export function PromiseDeeds({ version, action, reload }: Props) {
  const { texts, language, ask } = useConsole();
  const words = promiseTextsOf[language];
  const { rights } = useMe();
  const { policyId, version: number, status, approval } = version;
  const params = { policyId, version: number };
  async function take(call: Call) {
    const done = await action.run(() => ask(call));
    if (done !== null) reload();
  }
  const step = (label: string, right: "publish" | "approve", call: Call) => (
    <Button
      loading={action.busy}
      disabled={!rights.includes(right)}
      onClick={() => void take(call)}
    >
      {label}
    </Button>
  );
  const giveBack = step(words.giveBack, "publish", (client) => client.returnPolicy({ params }));
  switch (status) {
    case "draft":
      return step(words.verify, "publish", (client) => client.verifyPolicy({ params }));
    case "verified":
      return (
        <>
          {giveBack}{" "}
          {approval.requestedAt === null &&
            step(words.request, "publish", (client) =>
              client.requestPolicyApproval({ params }),
            )}{" "}
          {step(words.approve, "approve", (client) => client.approvePolicy({ params }))}
        </>
      );
    case "approved":
      return (
        <>
          {giveBack}{" "}
          <Popconfirm
            title={words.publishSure}
            okText={texts.sure}
            cancelText={texts.cancel}
            onConfirm={() => void take((client) => client.publishPolicy({ params }))}
          >
            <Button type="primary" loading={action.busy} disabled={!rights.includes("publish")}>
              {words.publish}
            </Button>
          </Popconfirm>
        </>
      );
    case "published":
    case "superseded":
      return null;
  }
}
