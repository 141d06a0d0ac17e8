import { promisesRoutes } from "../../contract/index.ts";
import { implement, readTransaction, transact } from "../../platform/index.ts";
import type { Implementation, Platform } from "../../platform/index.ts";
import { addFloor, floorsAfter, marketFloors, removeFloor } from "./floors.ts";
import { changeSettings, policySet, setPolicySet } from "./policy-set.ts";

export function bindingApi(platform: Platform): Implementation[] {
  return [
    implement(promisesRoutes.getPolicySet, ({ merchantId, language }) =>
      readTransaction(platform, merchantId, (tx) => policySet(tx, language)),
    ),
    implement(promisesRoutes.setPolicySet, (request) =>
      transact(platform, request, (tx) => setPolicySet(tx, request.body.items, request.language)),
    ),
    implement(promisesRoutes.setPolicySettings, (request) =>
      transact(platform, request, (tx) =>
        changeSettings(tx, request.params.policyId, request.body),
      ),
    ),
    implement(promisesRoutes.listMarketFloors, ({ merchantId, language }) =>
      readTransaction(platform, merchantId, (tx) => marketFloors(tx, language)),
    ),
    implement(promisesRoutes.addMarketFloor, (request) =>
      transact(platform, request, (tx) =>
        floorsAfter(tx, addFloor(tx, request.body), request.language),
      ),
    ),
    implement(promisesRoutes.removeMarketFloor, (request) =>
      transact(platform, request, (tx) =>
        floorsAfter(tx, removeFloor(tx, request.body), request.language),
      ),
    ),
  ];
}
