import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { describe, expect, it } from "vitest";
import { openGateway } from "../account.ts";
import type { CallbackHeaders } from "../gateway.ts";
import { gatewayFeatures } from "../testing/gateway.features.ts";
import type { GatewayWorld } from "../testing/gateway.features.ts";
import { keys, testGateway } from "../testing/simulator.ts";

const still = {
  timeoutBeforePercent: 0,
  timeoutAfterPercent: 0,
  refuseAfterPercent: 0,
  refusePercent: 0,
  abnormalPercent: 0,
  closedPercent: 0,
};
const faults: Record<Parameters<GatewayWorld["next"]>[0], Record<string, unknown>> = {
  works: {},
  "stays in progress": {},
  "times out before acting": { timeoutBeforePercent: 100 },
  "times out after acting": { timeoutAfterPercent: 100 },
  "answers an error after acting": {
    refuseAfterPercent: 100,
    refuseAfterCodes: ["FREQUENCY_LIMITED"],
  },
  "holds the money": { abnormalPercent: 100 },
  closes: { closedPercent: 100 },
  "lacks balance": { refusePercent: 100, refuseCodes: ["NOT_ENOUGH"] },
};

gatewayFeatures("WeChat Pay", async () => {
  const world = await testGateway();
  const gateway = openGateway(world.settings(), keys, "callback-1");
  return {
    gateway,
    capture: (transaction, totalMinor) => world.capture(transaction, totalMinor),
    next: (fault) =>
      world.set({
        settleAfterMs: fault === "stays in progress" ? 60_000 : 0,
        faults: { ...still, ...faults[fault] },
      }),
    bookedMinor: async () => (await world.totals()).refundedMinor,
    async close() {
      gateway.close();
      await world.close();
    },
  };
});

describe("a callback of WeChat Pay", () => {
  it("is read as it was sent, and as nothing when a byte or its age is wrong", async () => {
    const heard: { headers: CallbackHeaders; body: string }[] = [];
    const receiver = createServer((request, response) => {
      let body = "";
      request.on("data", (chunk: Buffer) => (body += chunk.toString()));
      request.on("end", () => {
        heard.push({ headers: request.headers, body });
        response.writeHead(204).end();
      });
    });
    await new Promise<void>((resolve) => receiver.listen(0, "127.0.0.1", resolve));
    const base = `http://127.0.0.1:${(receiver.address() as AddressInfo).port}`;
    const world = await testGateway();
    await world.capture("4200000001", 1000);
    const gateway = openGateway(world.settings(base), keys, "callback-1");
    const refund = { number: "mg1", transaction: "4200000001", currency: "CNY" };
    await gateway.refund({ ...refund, amountMinor: 300, totalMinor: 1000 });
    await expect.poll(() => heard.length, { timeout: 15_000 }).toBe(1);
    const { headers, body } = heard[0]!;
    expect(gateway.readCallback(headers, body)).toMatchObject({ number: "mg1", says: "settled" });
    expect(gateway.readCallback(headers, body.replace("SUCCESS", "CLOSED"))).toBeNull();
    const old = {
      ...headers,
      "wechatpay-timestamp": String(Number(headers["wechatpay-timestamp"]) - 301),
    };
    expect(gateway.readCallback(old, body)).toBeNull();
    const otherKey = openGateway(world.settings(base), { ...keys, apiV3Key: "x".repeat(32) }, "1");
    expect(otherKey.readCallback(headers, body)).toBeNull();
    const other = openGateway({ ...world.settings(base), mchid: "2" }, keys, "1");
    expect(other.readCallback(headers, body)).toBeNull();
    receiver.closeAllConnections();
    receiver.close();
    gateway.close();
    await world.close();
  });
});
