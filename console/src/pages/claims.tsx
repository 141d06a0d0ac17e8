import { Card } from "antd";
import type { WireClaimSummary } from "../../../src/contract/index.ts";
import { useConsole } from "../console.ts";
import { ClaimTable } from "../parts/claim-table.tsx";
import { FailureAlert } from "../parts/failure-alert.tsx";
import { FilterBar } from "../parts/filter-bar.tsx";
import { useLoaded } from "../parts/loading.ts";
import { Pager, usePages } from "../parts/pager.tsx";
import type { Place } from "../paths.ts";

interface Props {
  readonly filter: Extract<Place, { page: "claims" }>;
}

export function ClaimsPage({ filter: { number, status } }: Props) {
  const { texts, go } = useConsole();
  const pages = usePages();
  const { cursor } = pages;
  const query = {
    limit: 20,
    ...(cursor === undefined ? {} : { cursor }),
    ...(number === undefined ? {} : { number }),
    // An address may name a status that there is none of: the server then says so.
    ...(status === undefined ? {} : { status: status as WireClaimSummary["status"] }),
  };
  const { data, failure, loading, reload } = useLoaded(cursor ?? "", (ask) =>
    ask((client) => client.listClaims({ query })),
  );
  return (
    <Card title={<h1>{texts.claims}</h1>}>
      <FilterBar
        numberLabel={texts.claimNumber}
        number={number}
        status={status}
        statuses={texts.claimStatuses}
        change={(nextNumber, nextStatus) =>
          go({
            page: "claims",
            ...(nextNumber === undefined ? {} : { number: nextNumber }),
            ...(nextStatus === undefined ? {} : { status: nextStatus }),
          })
        }
      />
      <FailureAlert failure={failure} retry={reload} />
      <ClaimTable claims={data?.items ?? []} loading={loading} />
      <Pager pages={pages} next={data?.next ?? null} />
    </Card>
  );
}
