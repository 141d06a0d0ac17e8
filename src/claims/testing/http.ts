import { randomUUID } from "node:crypto";
import type { InjectOptions, LightMyRequestResponse } from "fastify";
import type {
  Right,
  WireClaimView,
  WireCreateOrder,
  WireFileClaim,
  WireOrderMoney,
} from "../../contract/index.ts";
import { merchantsRoutes } from "../../merchants/index.ts";
import { noticesApi } from "../../notices/index.ts";
import { ordersApi } from "../../orders/index.ts";
import { httpServer, newId, readTransaction } from "../../platform/index.ts";
import type { HttpServer } from "../../platform/index.ts";
import { bearerOf, testActor } from "../../platform/testing.ts";
import { openTreasury, orderMoney } from "../../treasury/index.ts";
import type { Treasury } from "../../treasury/index.ts";
import { lettersApi } from "../letters/routes.ts";
import { myClaimsApi } from "../routes-customer.ts";
import { claimsApi } from "../routes.ts";
import { orderPorts, testClaims } from "../testing.ts";
import type { TestClaims } from "../testing.ts";

export interface Answer {
  readonly status: number;
  readonly type: string;
  readonly requestId: string;
  readonly body: Record<string, unknown>;
}

export type Call = (options: InjectOptions) => Promise<Answer>;

/** The claims room behind its routes, each answer held against the contract. */
export interface ClaimsOverHttp {
  readonly world: TestClaims;
  /** Somebody without credentials. */
  readonly nobody: Call;
  key(rights: readonly Right[], merchantId?: string): Promise<Call>;
  customer(...orderIds: string[]): Promise<Call>;
  /** Two lamps of 100.00 and a cable of 30.00, paid with 230 points and received. */
  goods(more?: Partial<WireCreateOrder>): Promise<{ orderId: string; email: string }>;
  money(orderId: string): Promise<WireOrderMoney>;
  /** An Authorization header, and the server itself: for answers that are no JSON. */
  bearer(rights: readonly Right[]): Promise<string>;
  inject(options: InjectOptions): Promise<LightMyRequestResponse>;
  close(): Promise<void>;
}

export async function claimsOverHttp(): Promise<ClaimsOverHttp> {
  const world = await testClaims();
  const treasury = openTreasury(world.platform);
  const server = await serverOf(world, treasury);
  const bearer = (authorization: string): Call => {
    return ({ headers, ...options }) =>
      call(server, { ...options, headers: { authorization, ...headers } });
  };
  const { platform, merchantId: own } = world;
  return {
    world,
    nobody: (options) => call(server, options),
    key: async (rights, merchantId = own) =>
      bearer(await bearerOf(platform, testActor(merchantId, { rights: new Set(rights) }))),
    customer: async (...orderIds) => {
      const person = { kind: "customer", rights: new Set<Right>(), orderIds } as const;
      return bearer(await bearerOf(platform, testActor(own, person)));
    },
    goods: (more) => goods(world, more),
    bearer: (rights) => bearerOf(platform, testActor(own, { rights: new Set(rights) })),
    inject: (options) => server.app.inject(options),
    money: async (orderId) =>
      (await readTransaction(platform, own, (tx) => orderMoney(tx, orderId)))!,
    async close() {
      await server.close();
      treasury.close();
      await world.close();
    },
  };
}

function serverOf({ platform }: TestClaims, treasury: Treasury): Promise<HttpServer> {
  const implementations = [
    ...claimsApi(platform),
    ...myClaimsApi(platform),
    ...lettersApi(platform),
    ...merchantsRoutes(platform),
    ...noticesApi(platform),
    ...ordersApi(platform, orderPorts(platform)),
    ...treasury.routes,
  ];
  return httpServer(platform, { implementations, checkAnswers: true });
}

async function call(server: HttpServer, options: InjectOptions): Promise<Answer> {
  const headers = { "idempotency-key": randomUUID(), ...options.headers };
  const response = await server.app.inject({ ...options, headers });
  return {
    status: response.statusCode,
    type: String(response.headers["content-type"]),
    requestId: String(response.headers["x-request-id"]),
    body: JSON.parse(response.body || "null") as Record<string, unknown>,
  };
}

async function goods(world: TestClaims, more: Partial<WireCreateOrder> = {}) {
  const name = newId();
  const email = `${name}@example.com`;
  const orderId = await world.order({
    orderNumber: `G-${name}`,
    currency: "CNY",
    customer: { email },
    lines: [
      { kind: "goods", productName: "台灯", quantity: 2, unitPriceMinor: 10_000 },
      { kind: "goods", productName: "数据线", quantity: 1, unitPriceMinor: 3_000 },
    ],
    tenders: [{ kind: "points", unit: "points", units: 230, value: { minor: 23_000 } }],
    ...more,
  });
  await world.event(orderId, { kind: "received" });
  return { orderId, email };
}

/** What a reviewer has established, so that nothing more is needed to decide. */
export const known = [
  { fact: "intact", value: "yes", state: "attested" as const },
  { fact: "excluded", value: "no", state: "attested" as const },
];

export const lamps = (orderId: string, item: object = { quantity: 2 }): WireFileClaim => ({
  kind: "refund",
  items: [{ orderId, lineId: "1", ...item }],
});

export const claimOf = ({ body }: Answer): WireClaimView => body as unknown as WireClaimView;
