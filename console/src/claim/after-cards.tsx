import { Card, Collapse, Table } from "antd";
import type { TableColumnsType } from "antd";
import type { WireClaimView } from "../../../src/contract/index.ts";
import { fill, timeText, wordOf } from "../../../web/src/index.ts";
import { useConsole, useReader } from "../console.ts";
import { StatusTag } from "../parts/status-tag.tsx";
import type { ClaimData } from "./claim-data.ts";

type Clock = WireClaimView["clocks"][number];

export function ClocksCard({ claim }: { readonly claim: WireClaimView }) {
  const { texts } = useConsole();
  return (
    <Card size="small" title={<h2>{texts.clocks}</h2>}>
      <Table<Clock>
        rowKey={({ kind, source }) => `${kind} ${source}`}
        size="small"
        showHeader={false}
        columns={useClockColumns()}
        dataSource={claim.clocks}
        pagination={false}
        locale={{ emptyText: texts.none }}
      />
    </Card>
  );
}

function useClockColumns(): TableColumnsType<Clock> {
  const { texts } = useConsole();
  const reader = useReader();
  const time = (instant: string) => timeText(instant, reader);
  return [
    {
      title: texts.clocks,
      dataIndex: "kind",
      render: (kind: string, { statutory, dueAt, stoppedAt, provisional, paused }) => (
        <>
          {wordOf(texts.clockKinds, kind)} {provisional && `（${texts.provisional}）`}
          <div className="hint">
            {fill(texts.until, { time: time(dueAt) })}
            {` · ${statutory ? texts.byLaw : texts.byPromise}`}
            {stoppedAt !== null && ` · ${fill(texts.stoppedAt, { time: time(stoppedAt) })}`}
            {paused && ` · ${texts.paused}`}
          </div>
        </>
      ),
    },
    {
      title: texts.status,
      dataIndex: "status",
      align: "right",
      render: (status: string) => <StatusTag status={status} words={texts.clockStatuses} />,
    },
  ];
}

export function NoticesCard({ notices }: Pick<ClaimData, "notices">) {
  const { texts } = useConsole();
  const reader = useReader();
  const items = notices.map((notice) => ({
    key: notice.noticeId,
    label: notice.title,
    extra: <StatusTag status={notice.status} words={texts.noticeStatuses} />,
    children: (
      <article lang={notice.language}>
        <span className="hint">{timeText(notice.queuedAt, reader)}</span>
        <p className="letter">{notice.text}</p>
      </article>
    ),
  }));
  return (
    <Card size="small" title={<h2>{texts.notices}</h2>}>
      {items.length === 0 ? (
        <span className="hint">{texts.noNotices}</span>
      ) : (
        <Collapse size="small" items={items} />
      )}
    </Card>
  );
}
