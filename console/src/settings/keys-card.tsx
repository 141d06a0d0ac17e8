import { Button, Card, Popconfirm, Table } from "antd";
import type { TableColumnsType } from "antd";
import { addressOf, calls } from "../../../src/contract/index.ts";
import type { SigningKeyView } from "../../../src/contract/index.ts";
import { timeText } from "../../../web/src/index.ts";
import { useConsole, useMe, useReader } from "../console.ts";
import { FailureAlert } from "../parts/failure-alert.tsx";
import { useAction, useLoaded } from "../parts/loading.ts";
import { settingsTextsOf } from "../texts/settings.ts";

/** The keys that letters are or were signed with, and a new one in their place. */
export function KeysCard() {
  const { texts, language, ask } = useConsole();
  const words = settingsTextsOf[language];
  const { merchant, rights } = useMe();
  const { data, failure, loading, reload } = useLoaded("keys", (load) =>
    load((client) => client.listSigningKeys({})),
  );
  const action = useAction();
  const mayChange = rights.includes("administer");
  async function rotate() {
    const done = await action.run(() => ask((client) => client.rotateSigningKey({})));
    if (done !== null) reload();
  }
  const published = addressOf(calls.getPublishedKeys.path, {
    params: { merchantSlug: merchant.slug },
  });
  return (
    <Card
      title={<h2>{words.keys}</h2>}
      extra={
        <Popconfirm
          title={words.rotateSure}
          okText={texts.sure}
          cancelText={texts.cancel}
          disabled={!mayChange}
          onConfirm={() => void rotate()}
        >
          <Button size="small" loading={action.busy} disabled={!mayChange}>
            {words.rotate}
          </Button>
        </Popconfirm>
      }
    >
      <FailureAlert failure={failure} retry={reload} />
      <FailureAlert failure={action.failure} />
      <p className="hint">
        {words.keysText}{" "}
        <a href={published} target="_blank" rel="noreferrer">
          {words.publishedKeys}
        </a>
      </p>
      <Table<SigningKeyView>
        rowKey="keyId"
        size="small"
        columns={useColumns()}
        dataSource={data?.items ?? []}
        loading={loading && data === null}
        pagination={false}
        locale={{ emptyText: loading ? " " : failure === null ? words.noKeys : "—" }}
        scroll={{ x: "max-content" }}
      />
    </Card>
  );
}

function useColumns(): TableColumnsType<SigningKeyView> {
  const words = settingsTextsOf[useConsole().language];
  const reader = useReader();
  return [
    {
      title: words.fingerprint,
      dataIndex: "fingerprint",
      render: (text: string) => <code title={text}>{text.slice(0, 16)}…</code>,
    },
    {
      title: words.createdAt,
      dataIndex: "createdAt",
      render: (at: string) => timeText(at, reader),
    },
    {
      title: words.retiredAt,
      dataIndex: "retiredAt",
      render: (at: string | null) => (at === null ? words.active : timeText(at, reader)),
    },
  ];
}
