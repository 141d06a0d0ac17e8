import type { Platform } from "../../platform/index.ts";
import type { CapturedOrder, ExcessOrder, OrderPorts } from "../index.ts";

type RememberingPorts = OrderPorts & {
  readonly captured: CapturedOrder[];
  readonly excess: ExcessOrder[];
};

/** Ports that remember what they were told; the account "closed" does not exist. */
export function rememberingPorts(platform: Platform): RememberingPorts {
  const captured: CapturedOrder[] = [];
  const excess: ExcessOrder[] = [];
  return {
    captured,
    excess,
    vault: platform.vault,
    unknownAccounts: (_tx, names) => Promise.resolve(names.filter((name) => name === "closed")),
    lockMoney: () => Promise.resolve(),
    knownPayments: () => Promise.resolve([]),
    returnExcess: (_tx, order) => {
      excess.push(order);
      return Promise.resolve(null);
    },
    followMoney: () => Promise.resolve([]),
    followPackets: () => Promise.resolve(),
    noteProblems: () => Promise.resolve(),
    openProblems: () => Promise.resolve([]),
    onPaid: (_tx, orders) => {
      captured.push(...orders);
      return Promise.resolve(null);
    },
  };
}
