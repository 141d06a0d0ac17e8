import { merchantsRoutes } from "../contract/index.ts";
import { implement, readTransaction, transact } from "../platform/index.ts";
import type { Implementation, Platform } from "../platform/index.ts";
import { merchantMarks, setMarks } from "./marks.ts";

export const marksImplementations = (platform: Platform): Implementation[] => [
  implement(merchantsRoutes.getMerchantMarks, ({ merchantId }) =>
    readTransaction(platform, merchantId, merchantMarks),
  ),
  implement(merchantsRoutes.setMerchantMarks, (request) =>
    transact(platform, request, (tx) => setMarks(tx, request.body)),
  ),
];
