import { decodeCursor, encodeCursor, isRefusal } from "../contract/index.ts";
import { promisesRoutes, refuse } from "../contract/index.ts";
import { implement, readTransaction } from "../platform/index.ts";
import type { Implementation, Platform } from "../platform/index.ts";
import { bindingApi } from "./binding/routes.ts";
import { compareApi } from "./compare/routes.ts";
import { lifeApi } from "./life/routes.ts";
import { questionsApi } from "./questions/routes.ts";
import { showApi } from "./show/index.ts";
import { listedVersions, policyText } from "./views.ts";

export function promisesApi(platform: Platform): Implementation[] {
  return [
    implement(promisesRoutes.listPolicies, async ({ merchantId, query, language }) => {
      const place = decodeCursor(query.cursor, 2);
      if (isRefusal(place)) return place;
      const limit = query.limit ?? 50;
      const after = place === null ? null : ([place[0] ?? "", Number(place[1])] as const);
      if (after !== null && !Number.isSafeInteger(after[1])) {
        return refuse("cursor_invalid", { cursor: query.cursor ?? "" }, "cursor");
      }
      const found = await readTransaction(platform, merchantId, (tx) =>
        listedVersions(tx, { policyId: query.policyId ?? null, after, limit: limit + 1 }, language),
      );
      const items = found.slice(0, limit);
      const last = items.at(-1);
      return { items, next: found.length > limit && last ? cursorOf(last) : null };
    }),
    implement(promisesRoutes.getPolicy, async ({ merchantId, params, language }) => {
      const view = await readTransaction(platform, merchantId, (tx) =>
        policyText(tx, params, language),
      );
      const { policyId, version } = params;
      return view ?? refuse("not_found", { what: `${policyId}@${version}` });
    }),
    ...lifeApi(platform),
    ...compareApi(platform),
    ...bindingApi(platform),
    ...showApi(platform),
    ...questionsApi(platform),
  ];
}

const cursorOf = ({ policyId, version }: { policyId: string; version: number }) =>
  encodeCursor([policyId, String(version)]);
