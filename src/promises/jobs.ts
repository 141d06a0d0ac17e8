import { ofEachMerchant } from "../merchants/index.ts";
import type { Platform, Queue } from "../platform/index.ts";
import { proveInstalled } from "./install.ts";

/** After an upgrade: what was installed before there was a proof is proven for each merchant. */
export const promiseQueues = (platform: Platform): Queue[] => [
  {
    queue: "promises.prove-installed",
    everySeconds: 3600,
    handle: () => proveInstalledOnce(platform),
  },
];

export const proveInstalledOnce = (platform: Platform): Promise<void> =>
  ofEachMerchant(platform, "promises.proveInstalled", proveInstalled);
