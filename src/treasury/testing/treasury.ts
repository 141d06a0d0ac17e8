import { isRefusal } from "../../contract/index.ts";
import type { Refusal } from "../../contract/index.ts";
import { ledgerSum } from "../../ledger/index.ts";
import { fixedClock, newId, readTransaction, systemActor, transact } from "../../platform/index.ts";
import type { Clock, Platform, Tx } from "../../platform/index.ts";
import { testPlatform, testStart } from "../../platform/testing.ts";
import type { TestOptions, TestPlatform } from "../../platform/testing.ts";
import type { AccountSettings } from "../account.ts";
import { changeGatewayAccount, createGatewayAccount } from "../flow/accounts.ts";
import { registerCaptures } from "../flow/capture.ts";
import type { CapturedTender } from "../flow/capture.ts";
import { lockTenders } from "../flow/locks.ts";
import { oblige } from "../flow/oblige.ts";
import { selectNextDue } from "../store/payouts.ts";
import { sweep } from "../jobs.ts";
import { openTreasury } from "../treasury.ts";
import type { Treasury, TreasuryOptions } from "../treasury.ts";
import { orderMoney } from "../views.ts";
import { keys, testGateway } from "./simulator.ts";
import type { TestGateway } from "./simulator.ts";

const account = "shop";

type Write = <T>(work: (tx: Tx) => Promise<T | Refusal>, platform?: Platform) => Promise<T>;
type World = {
  readonly kit: TestPlatform;
  readonly gateway: TestGateway;
  readonly treasury: Treasury;
  readonly clock: ReturnType<typeof fixedClock>;
  readonly write: Write;
};

/** A treasury on a database of its own, with a gateway of its own, at a time that stands still. */
export type TestTreasury = World & {
  readonly platform: Platform;
  readonly merchantId: string;
  /** An order paid by one payment of `totalMinor` through the gateway, or by given tenders. */
  order(totalMinor: number, tenders?: readonly CapturedTender[]): Promise<string>;
  orders(count: number, totalMinor: number): Promise<string[]>;
  /** What a claim does: lock, take what is left of the wish, oblige. Returns what was obliged. */
  refund(orderId: string, wishMinor: number, platform?: Platform): Promise<number>;
  /** The same amount of each order at once, in one transaction. */
  refundAll(orderIds: readonly string[], unitsEach: number): Promise<void>;
  /** Pays until nothing is due now. */
  pay(treasury?: Treasury): Promise<number>;
  /** Pays, lets time pass, and pays again, until nothing is left that happens by itself. */
  settle(): Promise<void>;
  money(orderId: string): Promise<NonNullable<Awaited<ReturnType<typeof orderMoney>>>>;
  events(type: string): Promise<Record<string, unknown>[]>;
  /** What the sweeping job does. */
  sweep(): Promise<void>;
  /** Zero for every unit, or money was made or lost. */
  ledgerSums(): Promise<bigint[]>;
  set(settings: Partial<AccountSettings>): Promise<void>;
  /** Another process on the same data. */
  another(
    options?: TreasuryOptions,
    more?: TestOptions,
  ): Promise<{ platform: Platform; treasury: Treasury }>;
  close(): Promise<void>;
};

function must<T>(answer: T | Refusal): T {
  if (isRefusal(answer)) throw new Error(`refused: ${answer.code}`);
  return answer;
}

async function insertOrders(tx: Tx, orderIds: readonly string[]): Promise<void> {
  await tx.query(
    `insert into orders (merchant_id, order_id, order_number, status, currency, zone, ordered_at,
        pins, pins_from, recorded_at)
      select $1, id, id::text, 'paid', 'CNY', 'Asia/Shanghai', now(), '[]', 'default', now()
      from unnest($2::uuid[]) as id`,
    [tx.merchantId, orderIds],
  );
}

function writer({ platform, merchantId }: TestPlatform): Write {
  const unit = { merchantId, actor: systemActor(merchantId, "test"), route: "test" };
  return async (work, on = platform) => must(await transact(on, unit, work));
}

function throughGateway(orderId: string, units: number): CapturedTender {
  const by = { gatewayAccount: account, gatewayTransaction: orderId };
  return { tenderId: "1", kind: "money", unit: "CNY", units, ...by };
}

function selling({ write }: World): Pick<TestTreasury, "order" | "orders"> {
  const capture = (orderIds: readonly string[], tendersOf: (orderId: string) => CapturedTender[]) =>
    write(async (tx) => {
      await insertOrders(tx, orderIds);
      const captured = orderIds.map((orderId) => {
        return { orderId, paidAt: tx.now, tenders: tendersOf(orderId) };
      });
      return registerCaptures(tx, captured);
    });
  return {
    async order(totalMinor, tenders) {
      const orderId = newId();
      await capture([orderId], () => [...(tenders ?? [throughGateway(orderId, totalMinor)])]);
      return orderId;
    },
    async orders(count, totalMinor) {
      const orderIds = Array.from({ length: count }, () => newId());
      await capture(orderIds, (orderId) => [throughGateway(orderId, totalMinor)]);
      return orderIds;
    },
  };
}

function refunding({ write }: World): Pick<TestTreasury, "refund" | "refundAll"> {
  return {
    refund: (orderId, wishMinor, on) =>
      write(async (tx) => {
        const [order] = await lockTenders(tx, [orderId]);
        const [tender] = order!.tenders;
        const units = Math.min(wishMinor, tender!.captured - tender!.obliged);
        const dues = units > 0 ? [{ tenderId: tender!.tenderId, units }] : [];
        await oblige(tx, { claimId: null, orders: [{ orderId, dues, beside: [] }] });
        return units;
      }, on),
    refundAll: (orderIds, units) =>
      write(async (tx) => {
        await lockTenders(tx, orderIds);
        const orders = orderIds.map((orderId) => {
          return { orderId, dues: [{ tenderId: "1", units }], beside: [] };
        });
        await oblige(tx, { claimId: null, orders });
      }),
  };
}

function paying({ kit, treasury, clock }: World): Pick<TestTreasury, "pay" | "settle"> {
  const { platform, merchantId } = kit;
  const pay = async (by: Treasury = treasury): Promise<number> => {
    let calls = 0;
    for (;;) {
      const made = await by.cashier.pay(merchantId, account);
      if (made === 0) return calls;
      calls += made;
    }
  };
  return {
    pay,
    async settle() {
      for (let round = 0; round < 400; round += 1) {
        await pay();
        const due = await readTransaction(platform, merchantId, (tx) => selectNextDue(tx, account));
        if (due === null) return;
        clock.advance(Math.max(1, due - clock.now()));
      }
      throw new Error("payouts did not come to rest");
    },
  };
}

function looking({ kit }: World): Pick<TestTreasury, "money" | "events" | "ledgerSums"> {
  const { platform, merchantId } = kit;
  return {
    money: async (orderId) =>
      (await readTransaction(platform, merchantId, (tx) => orderMoney(tx, orderId)))!,
    events: (type) =>
      readTransaction(platform, merchantId, async (tx) => {
        const text =
          "select payload from events where merchant_id = $1 and type = $2 order by event_id";
        const rows = await tx.query<{ payload: Record<string, unknown> }>(text, [merchantId, type]);
        return rows.map(({ payload }) => payload);
      }),
    ledgerSums: async () =>
      (await readTransaction(platform, merchantId, ledgerSum)).map(({ sum }) => sum),
  };
}

/** The merchant and its account at the gateway. */
async function setUp({ kit, gateway, write }: World): Promise<void> {
  await write(async (tx) => {
    await tx.query(
      `insert into merchants (merchant_id, slug, name, created_at)
       values ($1, 'shop', 'Shop', now()) on conflict do nothing`,
      [kit.merchantId],
    );
    const settings = gateway.settings();
    const given = { account, gateway: "wechatpay", currency: "CNY", settings, keys } as const;
    return createGatewayAccount(kit.platform, tx, given);
  });
  await gateway.set({ adoptUnknownPayments: true });
}

export async function testTreasury(
  options: TreasuryOptions = {},
  time?: Clock,
): Promise<TestTreasury> {
  const clock = fixedClock(testStart);
  const [kit, gateway] = await Promise.all([testPlatform({ clock: time ?? clock }), testGateway()]);
  const { platform, merchantId } = kit;
  const opened = [openTreasury(platform, options)];
  const world: World = { kit, gateway, treasury: opened[0]!, clock, write: writer(kit) };
  await setUp(world);
  return {
    ...world,
    ...selling(world),
    ...refunding(world),
    ...paying(world),
    ...looking(world),
    platform,
    merchantId,
    sweep: () => sweep(platform),
    set: async (settings) => {
      const changed = { ...gateway.settings(), ...settings };
      const change = { settings: changed };
      await world.write((tx) => changeGatewayAccount(platform, tx, account, change));
    },
    async another(more = {}, platformOptions = {}) {
      const other = await kit.another(platformOptions);
      const opening = openTreasury(other, more);
      opened.push(opening);
      return { platform: other, treasury: opening };
    },
    async close() {
      for (const each of opened) each.close();
      await kit.close();
      await gateway.close();
    },
  };
}
