import { sweepAttempts } from "../platform/index.ts";
import type { Platform, Queue } from "../platform/index.ts";

export const merchantsQueues = (platform: Platform): Queue[] => [
  {
    queue: "merchants.sweep-sessions",
    everySeconds: 600,
    handle: () => sweepAttempts(platform),
  },
];
