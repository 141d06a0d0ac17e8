import { isRefusal, refuse } from "../contract/index.ts";
import type { Refusal } from "../contract/index.ts";
import { readTransaction, systemActor, transact } from "../platform/index.ts";
import type { Platform, Tx } from "../platform/index.ts";
import type { CallbackHeaders, Hint } from "./gateway.ts";
import { grouped } from "./grouped.ts";
import type { Grouped } from "./grouped.ts";
import { payNow } from "./queues.ts";
import type { Registry } from "./registry.ts";
import { selectRoute } from "./store/accounts.ts";
import type { GatewayRoute } from "./store/accounts.ts";
import { insertCallbacks } from "./store/inbox.ts";
import { hintPayouts } from "./store/payouts.ts";

/** Takes callbacks in; resolves after the commit that keeps them. */
export type Callbacks = {
  receive(callbackId: string, headers: CallbackHeaders, rawBody: string): Promise<null | Refusal>;
};

const takenAtOnce = 200;

/** A callback is kept once and is a hint: its payout is asked about, nothing is booked. */
async function takeIn(tx: Tx, account: string, hints: readonly Hint[]): Promise<void> {
  const entries = [...new Map(hints.map((hint) => [hint.eventId, hint])).values()];
  const fresh = await insertCallbacks(tx, account, entries);
  if (fresh.length === 0) return;
  const numbers = fresh.map((row) => row.settlement_number);
  const hinted = await hintPayouts(
    tx,
    numbers,
    fresh.map((row) => row.said),
  );
  if (hinted.some((row) => row.due_at !== null && row.due_at <= tx.now)) payNow(tx, account);
}

export function openCallbacks(platform: Platform, registry: Registry): Callbacks {
  const routes = new Map<string, GatewayRoute>();
  const inboxes = new Map<string, Grouped<Hint>>();

  const routeOf = async (callbackId: string): Promise<GatewayRoute | null> => {
    const known = routes.get(callbackId);
    if (known !== undefined) return known;
    const route = await readTransaction(platform, "", (tx) => selectRoute(tx, callbackId));
    if (route !== null) routes.set(callbackId, route);
    return route;
  };

  const inboxOf = ({ merchant_id: merchantId, account }: GatewayRoute): Grouped<Hint> => {
    const place = `${merchantId}/${account}`;
    const known = inboxes.get(place);
    if (known !== undefined) return known;
    const actor = systemActor(merchantId, "treasury");
    const unit = { merchantId, actor, route: "treasury.callbacks" };
    const inbox = grouped<Hint>(takenAtOnce, async (hints) => {
      const refused = await transact(platform, unit, (tx) => takeIn(tx, account, hints));
      if (isRefusal(refused)) throw new Error(`callbacks were refused: ${refused.code}`);
    });
    inboxes.set(place, inbox);
    return inbox;
  };

  /** Keys may have changed since the account was opened: then it is read anew, not too often. */
  const verify = async (
    { merchant_id: merchantId, account }: GatewayRoute,
    headers: CallbackHeaders,
    rawBody: string,
  ): Promise<Hint | null> => {
    for (const fresh of [false, true]) {
      const open = await registry.named(merchantId, account, fresh);
      const hint = open?.gateway.readCallback(headers, rawBody) ?? null;
      if (hint !== null) return hint;
    }
    return null;
  };

  return {
    async receive(callbackId, headers, rawBody) {
      const route = await routeOf(callbackId);
      const hint = route === null ? null : await verify(route, headers, rawBody);
      if (route === null || hint === null) return refuse("callback_unverified");
      await inboxOf(route).add(hint);
      return null;
    },
  };
}
