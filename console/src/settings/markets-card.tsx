import { Alert, Button, Card, Popconfirm, Table } from "antd";
import type { TableColumnsType } from "antd";
import { useState } from "react";
import type { promisesRoutes, SuccessOf } from "../../../src/contract/index.ts";
import { fill } from "../../../web/src/index.ts";
import { useConsole, useMe } from "../console.ts";
import { FailureAlert } from "../parts/failure-alert.tsx";
import { useAction, useLoaded } from "../parts/loading.ts";
import { StatusTag } from "../parts/status-tag.tsx";
import { settingsTextsOf } from "../texts/settings.ts";

type Floors = SuccessOf<typeof promisesRoutes.listMarketFloors>;
type Floor = Floors["items"][number];

/** Which statutory minimums are known for which market, and which of them bind new orders. */
export function MarketsCard() {
  const { language, ask } = useConsole();
  const words = settingsTextsOf[language];
  const { data, failure, loading, reload } = useLoaded("floors", (load) =>
    load((client) => client.listMarketFloors({})),
  );
  const [changed, setChanged] = useState<Floors | null>(null);
  const action = useAction();
  const shown = changed ?? data;
  async function turn({ market, policyId, why }: Floor) {
    const body = { market, policyId };
    const done = await action.run(() =>
      ask((client) =>
        why === "not_chosen" ? client.addMarketFloor({ body }) : client.removeMarketFloor({ body }),
      ),
    );
    if (done !== null) setChanged(done);
  }
  const columns = useColumns((floor) => <Turn {...{ floor, turn, busy: action.busy }} />);
  return (
    <Card title={<h2>{words.markets}</h2>}>
      <FailureAlert failure={failure} retry={reload} />
      <FailureAlert failure={action.failure} />
      {shown !== null && <Alert className="failure" type="info" title={shown.notice} />}
      <Table<Floor>
        rowKey={({ market, policyId }) => `${market} ${policyId}`}
        size="small"
        columns={columns}
        dataSource={shown?.items ?? []}
        loading={loading && shown === null}
        pagination={false}
        locale={{ emptyText: failure === null ? words.noFloors : "—" }}
        scroll={{ x: "max-content" }}
      />
    </Card>
  );
}

interface TurnProps {
  readonly floor: Floor;
  readonly turn: (floor: Floor) => Promise<void>;
  readonly busy: boolean;
}

function Turn({ floor, turn, busy }: TurnProps) {
  const { texts, language } = useConsole();
  const words = settingsTextsOf[language];
  const mayChange = useMe().rights.includes("administer");
  const isOut = floor.why === "not_chosen";
  return (
    <Popconfirm
      title={isOut ? words.addSure : words.removeSure}
      okText={texts.sure}
      cancelText={texts.cancel}
      disabled={!mayChange}
      onConfirm={() => void turn(floor)}
    >
      <Button size="small" disabled={!mayChange || busy} title={mayChange ? "" : words.mayNot}>
        {isOut ? words.add : words.remove}
      </Button>
    </Popconfirm>
  );
}

function useColumns(turn: (floor: Floor) => React.ReactNode): TableColumnsType<Floor> {
  const { language } = useConsole();
  const words = settingsTextsOf[language];
  return [
    { title: words.market, dataIndex: "market" },
    {
      title: words.floor,
      dataIndex: "title",
      className: "wide",
      render: (title: string, floor) => <About title={title} floor={floor} />,
    },
    {
      title: words.state,
      dataIndex: "why",
      render: (why: Floor["why"]) => <StatusTag status={why} words={words.why} />,
    },
    { title: "", key: "turn", render: (_, floor) => turn(floor) },
  ];
}

function About({ title, floor }: { readonly title: string; readonly floor: Floor }) {
  const { texts, language } = useConsole();
  const words = settingsTextsOf[language];
  const { source, inForce, notProven } = floor;
  const since = inForce === null ? null : fill(words.inForce, { date: inForce });
  const origin = [source, since].filter((text) => text !== null).join(texts.between);
  const policies = notProven.join(texts.between);
  return (
    <>
      {title}
      {origin !== "" && <div className="hint">{origin}</div>}
      {floor.binds && policies !== "" && (
        <div className="hint">{fill(words.notProven, { policies })}</div>
      )}
    </>
  );
}
