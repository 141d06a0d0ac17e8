import type { Platform } from "../../platform/index.ts";
import type { CapturedOrder, OrderPorts } from "../index.ts";

/** Ports that remember what they were told; the account "closed" does not exist. */
export function rememberingPorts(platform: Platform): OrderPorts & { captured: CapturedOrder[] } {
  const captured: CapturedOrder[] = [];
  return {
    captured,
    vault: platform.vault,
    unknownAccounts: (_tx, names) => Promise.resolve(names.filter((name) => name === "closed")),
    lockMoney: () => Promise.resolve(),
    followMoney: () => Promise.resolve([]),
    noteProblems: () => Promise.resolve(),
    openProblems: () => Promise.resolve([]),
    onPaid: (_tx, orders) => {
      captured.push(...orders);
      return Promise.resolve(null);
    },
  };
}
