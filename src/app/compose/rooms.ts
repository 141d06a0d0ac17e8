import {
  claimQueues,
  claimSubscriptions,
  claimsApi,
  lettersApi,
  followMoney,
  followPackets,
  myClaimsApi,
} from "../../claims/index.ts";
import { clockQueues } from "../../clocks/index.ts";
import { insightApi, insightQueues } from "../../insight/index.ts";
import { ledgerApi, ledgerQueues } from "../../ledger/index.ts";
import { customerSessionRoute, merchantsQueues, merchantsRoutes } from "../../merchants/index.ts";
import { noticeQueues, noticesApi } from "../../notices/index.ts";
import { findOrderByContact, loadFactsForClaims, ordersApi } from "../../orders/index.ts";
import type { OrderPorts } from "../../orders/index.ts";
import { readTransaction } from "../../platform/index.ts";
import type { Implementation, Platform, Queue, Subscription } from "../../platform/index.ts";
import { promiseQueues, promisesApi } from "../../promises/index.ts";
import {
  knownPayments,
  lockMoney,
  returnExcess,
  noteProblems,
  openProblems,
  openTreasury,
  registerCaptures,
  selectUnknownAccounts,
} from "../../treasury/index.ts";

/** All rooms of one process, joined: what it answers, what it works on, what it listens to. */
export interface Rooms {
  readonly implementations: readonly Implementation[];
  readonly queues: readonly Queue<never>[];
  readonly subscriptions: readonly Subscription[];
  close(): void;
}

export function openRooms(platform: Platform): Rooms {
  const treasury = openTreasury(platform);
  return {
    implementations: [
      ...merchantsRoutes(platform),
      customerSessionRoute(platform, (merchantId, orderNumber, contact) =>
        proveOrder(platform, merchantId, orderNumber, contact),
      ),
      ...promisesApi(platform),
      ...ledgerApi(platform),
      ...ordersApi(platform, orderPorts(platform)),
      ...treasury.routes,
      ...noticesApi(platform),
      ...claimsApi(platform),
      ...myClaimsApi(platform),
      ...insightApi(platform),
      ...lettersApi(platform),
    ],
    queues: [
      ...merchantsQueues(platform),
      ...promiseQueues(platform),
      ...clockQueues(platform),
      ...ledgerQueues(platform),
      ...treasury.queues,
      ...noticeQueues(platform),
      ...claimQueues(platform),
      ...insightQueues(platform),
    ] as Queue<never>[],
    subscriptions: claimSubscriptions(platform),
    close: () => treasury.close(),
  };
}

/** What orders are given by later rooms. */
export const orderPorts = (platform: Platform): OrderPorts => ({
  vault: platform.vault,
  onPaid: registerCaptures,
  lockMoney,
  knownPayments,
  returnExcess,
  followMoney,
  followPackets,
  noteProblems,
  openProblems,
  async unknownAccounts(tx, names) {
    const rows = await selectUnknownAccounts(tx, names);
    return rows.map(({ name }) => name);
  },
});

async function proveOrder(
  platform: Platform,
  merchantId: string,
  orderNumber: string,
  contact: string,
) {
  const found = await findOrderByContact(platform, merchantId, orderNumber, contact);
  if (found === null) return null;
  const { orderId } = found;
  const [order] = await readTransaction(platform, merchantId, (tx) =>
    loadFactsForClaims(tx, [orderId]),
  );
  return { personId: order?.personId ?? orderId, orderIds: [orderId] };
}
