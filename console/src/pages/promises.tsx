import { Card, Table } from "antd";
import type { TableColumnsType } from "antd";
import type { WirePolicyVersion } from "../../../src/contract/index.ts";
import { timeText } from "../../../web/src/index.ts";
import { useConsole, useReader } from "../console.ts";
import { FailureAlert } from "../parts/failure-alert.tsx";
import { Link } from "../parts/link.tsx";
import { useLoaded } from "../parts/loading.ts";
import { Pager, usePages } from "../parts/pager.tsx";
import { StatusTag } from "../parts/status-tag.tsx";
import { ContactHint } from "../settings/contact-hint.tsx";
import { promiseTextsOf } from "../texts/promises.ts";

const rowsMax = 20;

/** Every version of the merchant's policies and floors, by id and the newest first. */
export function PromisesPage() {
  const { texts, language } = useConsole();
  const pages = usePages();
  const { cursor } = pages;
  const query = { limit: rowsMax, ...(cursor === undefined ? {} : { cursor }) };
  const { data, failure, loading, reload } = useLoaded(cursor ?? "", (ask) =>
    ask((client) => client.listPolicies({ query })),
  );
  return (
    <Card title={<h1>{promiseTextsOf[language].promises}</h1>}>
      <ContactHint />
      <FailureAlert failure={failure} retry={reload} />
      <Table<WirePolicyVersion>
        rowKey={({ policyId, version }) => `${policyId}@${version}`}
        size="small"
        columns={useColumns()}
        dataSource={data?.items ?? []}
        loading={loading}
        pagination={false}
        locale={{ emptyText: loading ? " " : failure === null ? texts.none : "—" }}
        scroll={{ x: "max-content" }}
      />
      <Pager pages={pages} next={data?.next ?? null} />
    </Card>
  );
}

function useColumns(): TableColumnsType<WirePolicyVersion> {
  const { texts, language } = useConsole();
  const words = promiseTextsOf[language];
  const reader = useReader();
  return [
    {
      title: words.title,
      dataIndex: "title",
      // Versions of one policy have one title: the number stands beside it, on a phone too.
      render: (title: string, { policyId, version }) => (
        <div className="titled">
          <Link to={{ page: "promise", policyId, version }}>{title}</Link>
          <div className="hint">
            {policyId}@{version}
          </div>
        </div>
      ),
    },
    {
      title: texts.status,
      dataIndex: "status",
      render: (status: string) => <StatusTag status={status} words={words.statuses} />,
    },
    {
      title: texts.kind,
      dataIndex: "kind",
      render: (kind: "policy" | "floor") => words.kinds[kind],
    },
    {
      title: words.origin,
      dataIndex: "origin",
      render: (origin: WirePolicyVersion["origin"]) => words.origins[origin],
    },
    {
      title: words.publishedAt,
      dataIndex: "publishedAt",
      render: (at: string | null) => timeText(at, reader),
    },
  ];
}
