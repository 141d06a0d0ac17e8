import type { WireClaimSummary } from "../../../src/contract/index.ts";
import { useConsole } from "../console.ts";
import { useClaimColumns } from "../parts/claim-table.tsx";
import { ListPage } from "../parts/list-page.tsx";
import type { ListPlace } from "../paths.ts";

export function ClaimsPage({ place }: { readonly place: ListPlace }) {
  const { texts } = useConsole();
  const { number, status } = place;
  const filter = {
    ...(number === undefined ? {} : { number }),
    // An address may name a status that there is none of: the server then says so.
    ...(status === undefined ? {} : { status: status as WireClaimSummary["status"] }),
  };
  return (
    <ListPage<WireClaimSummary>
      title={texts.claims}
      numberLabel={texts.claimNumber}
      statuses={texts.claimStatuses}
      place={place}
      rowKey="claimId"
      columns={useClaimColumns()}
      load={(client, query) => client.listClaims({ query: { ...query, ...filter } })}
    />
  );
}
