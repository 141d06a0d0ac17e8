import type { Answer, Client } from "../../contract/index.ts";
import type { Progress } from "../cli/progress.ts";
import { demoClaims } from "./claims.ts";
import type { DemoClaim } from "./claims.ts";
import { demoOrders } from "./orders.ts";
import type { Ago } from "./parts.ts";

const dayMs = 86_400_000;

/** Orders, what happened to them, and claims. Repeated after a crash it makes nothing twice. */
export async function fillDemo(client: Client, seededAt: number, shown: Progress): Promise<void> {
  const ago: Ago = (days) => new Date(seededAt - days * dayMs).toISOString();
  const orders = demoOrders(ago);
  const total = orders.length + demoClaims.length;
  const orderIds = new Map<string, string>();
  let done = 0;
  for (const { order, events } of orders) {
    const key = `demo-${order.orderNumber}`;
    const { orderId } = taken(await client.createOrder({ body: order, idempotencyKey: key }));
    for (const [at, body] of events.entries()) {
      const idempotencyKey = `${key}-event-${at}`;
      taken(await client.recordOrderEvent({ params: { orderId }, body, idempotencyKey }));
    }
    orderIds.set(order.orderNumber, orderId);
    shown.at((done += 1), total);
  }
  for (const claim of demoClaims) {
    await fileClaim(client, claim, orderIds.get(claim.orderNumber) ?? "", ago);
    shown.at((done += 1), total);
  }
  shown.end();
}

async function fileClaim(client: Client, claim: DemoClaim, orderId: string, ago: Ago) {
  const { kind, items, facts, endsInDays, attest, withdraw, orderNumber } = claim;
  const key = `demo-claim-${orderNumber}`;
  const { claimId } = taken(
    await client.fileClaim({
      body: {
        kind,
        items: items.map((item) => ({ ...item, orderId })),
        language: "zh-CN",
        reference: key,
        ...(facts === undefined ? {} : { facts: [...facts] }),
        ...(endsInDays === undefined ? {} : { endsAt: ago(-endsInDays) }),
      },
      idempotencyKey: key,
    }),
  );
  const params = { claimId };
  if (attest !== undefined) {
    const body = { facts: [...attest] };
    taken(await client.attestFacts({ params, body, idempotencyKey: `${key}-attest` }));
  }
  if (withdraw === true) {
    taken(await client.withdrawClaim({ params, idempotencyKey: `${key}-withdraw` }));
  }
}

/** The demo is ours: a refusal of any part of it is a bug. */
function taken<T>(answer: Answer<T>): T {
  if (answer.ok) return answer.data;
  const { code, detail, field } = answer.problem;
  throw new Error(`the demo was refused (${code}, ${field ?? "no field"}): ${detail}`);
}
