import type { Implementation, Platform, Queue } from "../platform/index.ts";
import { openCallbacks } from "./callbacks.ts";
import { openCashier } from "./cashier.ts";
import type { Cashier, CashierSettings } from "./cashier.ts";
import { queuesOf } from "./jobs.ts";
import { openRegistry } from "./registry.ts";
import type { Opener } from "./registry.ts";
import { routesOf } from "./routes.ts";

/** The treasury of one process: its routes, its jobs, its connections to gateways. */
export type Treasury = {
  readonly routes: readonly Implementation[];
  readonly queues: readonly Queue<never>[];
  readonly cashier: Cashier;
  close(): void;
};

export type TreasuryOptions = CashierSettings & { readonly opener?: Opener };

export function openTreasury(platform: Platform, options: TreasuryOptions = {}): Treasury {
  const registry = openRegistry(platform, options.opener);
  const cashier = openCashier(platform, registry, options);
  return {
    routes: routesOf(platform, openCallbacks(platform, registry)),
    queues: queuesOf(platform, cashier),
    cashier,
    close: () => registry.close(),
  };
}
