import { deleteOldAnswers, deleteOldEvents, sweepAttempts, sweepKeys } from "../platform/index.ts";
import type { Platform, Queue } from "../platform/index.ts";
import { allMerchantIds } from "./sessions.ts";

/** Housekeeping of platform and this room: what has served its time goes. */
export const merchantsQueues = (platform: Platform): Queue[] => [
  {
    queue: "merchants.sweep-sessions",
    everySeconds: 600,
    handle: () => sweepAttempts(platform),
  },
  {
    queue: "merchants.sweep-keys",
    everySeconds: 600,
    handle: () => sweepKeys(platform),
  },
  {
    queue: "merchants.retention",
    everySeconds: 3600,
    async handle() {
      for (const merchantId of await allMerchantIds(platform)) {
        await deleteOldAnswers(platform, merchantId);
        await deleteOldEvents(platform, merchantId);
      }
    },
  },
];
