import { decodeCursor, encodeCursor, isRefusal } from "../contract/index.ts";
import { promisesRoutes, refuse } from "../contract/index.ts";
import type { Instant } from "../core/index.ts";
import { implement, readTransaction } from "../platform/index.ts";
import type { Implementation, Platform } from "../platform/index.ts";
import { type VersionRow, selectTexts, selectVersions } from "./store.ts";
import { titleOf } from "./title.ts";

export function promisesApi(platform: Platform): Implementation[] {
  return [
    implement(promisesRoutes.listPolicies, async ({ merchantId, query, language }) => {
      const place = decodeCursor(query.cursor, 2);
      if (isRefusal(place)) return place;
      const limit = query.limit ?? 50;
      return readTransaction(platform, merchantId, async (tx) => {
        const after = place === null ? null : ([place[0] ?? "", Number(place[1])] as const);
        if (after !== null && !Number.isSafeInteger(after[1])) {
          return refuse("cursor_invalid", { cursor: query.cursor ?? "" }, "cursor");
        }
        const found = await selectVersions(tx, { after, limit: limit + 1 });
        const rows = found.slice(0, limit);
        const texts = await selectTexts(tx, rows.map(placeOf));
        const last = rows.at(-1);
        return {
          items: rows.map((row) => versionView(row, titleOf(texts, row, language))),
          next: found.length > limit && last ? cursorOf(last) : null,
        };
      });
    }),
    implement(promisesRoutes.getPolicy, async ({ merchantId, params, language }) =>
      readTransaction(platform, merchantId, async (tx) => {
        const { policyId, version } = params;
        const [row] = await selectTexts(tx, [{ policyId, version }]);
        if (row === undefined) {
          return refuse("not_found", { what: `${policyId}@${version}` });
        }
        const title = titleOf([row], row, language);
        return {
          ...versionView(row, title),
          text: row.text,
          catalogue: { hash: row.catalogue_hash, text: row.catalogue_text },
        };
      }),
    ),
  ];
}

const placeOf = ({ policy_id, version }: VersionRow) => ({ policyId: policy_id, version });
const cursorOf = ({ policy_id, version }: VersionRow) => encodeCursor([policy_id, String(version)]);

const timeText = (at: Instant | null) => (at === null ? null : new Date(at).toISOString());

function versionView(row: VersionRow, title: string) {
  return {
    policyId: row.policy_id,
    version: row.version,
    kind: row.kind,
    title,
    status: row.status,
    proof: row.proof,
    hash: row.hash,
    publishedAt: timeText(row.published_at),
    supersededAt: timeText(row.superseded_at),
  };
}
