import { generateKeyPairSync } from "node:crypto";
import { appendFileSync, readFileSync, rmSync } from "node:fs";
import { createServer } from "node:http";
import type { Server } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { Aes, Rsa, Wechatpay } from "wechatpay-axios-plugin";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { startSimulator } from "./index.ts";
import type { Simulator } from "./index.ts";
import { simulatorFolder } from "./testing.ts";

const merchant = generateKeyPairSync("rsa", {
  modulusLength: 2048,
  publicKeyEncoding: { type: "spki", format: "pem" },
  privateKeyEncoding: { type: "pkcs8", format: "pem" },
});
const mchid = "1900000001";
const merchantSerial = "3775B6A45ACD588826D15E583A95F5DD00000001";
const apiV3Key = "0123456789abcdef0123456789abcdef";
const path = "/v3/refund/domestic/refunds";
const freely = { refundSpacingMs: null, ratePerSecond: null };

let folder: string;
let simulator: Simulator;

type Json = Record<string, any>; // eslint-disable-line @typescript-eslint/no-explicit-any
type Client = {
  post(url: string, body: Json): Promise<{ data: Json }>;
  get(url: string): Promise<{ data: Json }>;
};

async function admin(method: string, path: string, body?: unknown): Promise<Json> {
  const init = body === undefined ? { method } : { method, body: JSON.stringify(body) };
  return (await (await fetch(`${simulator.url}/admin/${path}`, init)).json()) as Json;
}

/** The maintained SDK, which signs requests and refuses answers that the platform did not sign. */
async function openAccount(settings: Json = {}) {
  const key = { merchantSerial, merchantPublicKey: merchant.publicKey, apiV3Key };
  const opened = await admin("PUT", `accounts/${mchid}`, { ...key, ...settings });
  expect(opened["message"]).toBeUndefined();
  const sdk = new Wechatpay({
    mchid,
    serial: merchantSerial,
    privateKey: merchant.privateKey,
    certs: { [opened["platform"].serial]: opened["platform"].publicKey },
    baseURL: simulator.url,
  } as never) as unknown as { client: { v3: Client } };
  // The SDK's chain is a proxy that looks like a promise, so it must not leave an async function.
  return {
    post: (given: Json): Promise<{ data: Json }> => sdk.client.v3.post(path, given),
    get: (number: string): Promise<{ data: Json }> => sdk.client.v3.get(`${path}/${number}`),
  };
}

type Refunds = Awaited<ReturnType<typeof openAccount>>;

function body(number: string, refund: number, more: Json = {}) {
  const amount = { refund, total: 1000, currency: "CNY" };
  return { transaction_id: "4200000001", out_refund_no: number, amount, ...more };
}

async function refund(refunds: Refunds, given: Json): Promise<Json> {
  return refunds.post(given).then(
    ({ data }) => data,
    (error: { response?: { data: Json }; code?: string }) =>
      error.response?.data ?? { broken: error.code },
  );
}

async function query(refunds: Refunds, number: string): Promise<Json> {
  return refunds.get(number).then(
    ({ data }) => data,
    (error: { response: { data: Json } }) => error.response.data,
  );
}

async function capture(totalMinor = 1000): Promise<void> {
  const payment = { transactionId: "4200000001", outTradeNo: "order-1", totalMinor };
  await admin("POST", `accounts/${mchid}/payments`, [{ ...payment, currency: "CNY" }]);
}

async function restart(): Promise<void> {
  await simulator.close();
  simulator = await startSimulator({ port: 0, folder });
}

beforeEach(async () => {
  folder = simulatorFolder();
  simulator = await startSimulator({ port: 0, folder });
});
afterEach(async () => {
  await simulator.close();
  rmSync(folder, { recursive: true });
});

describe("refunds over the maintained SDK", () => {
  it("books one refund for a number, however often it is sent", async () => {
    const refunds = await openAccount(freely);
    await capture();
    const first = await refund(refunds, body("r1", 300));
    expect(first).toMatchObject({ status: "SUCCESS", amount: { refund: 300, total: 1000 } });
    expect(await refund(refunds, body("r1", 300))).toEqual(first);
    expect(await query(refunds, "r1")).toEqual(first);
    expect(await admin("GET", `accounts/${mchid}`)).toMatchObject({ refundedMinor: 300 });
  });

  it("refuses a known number with another amount", async () => {
    const refunds = await openAccount(freely);
    await capture();
    await refund(refunds, body("r1", 300));
    expect(await refund(refunds, body("r1", 301))).toMatchObject({ code: "INVALID_REQUEST" });
  });

  it("never refunds more than was paid, in one go or in parts", async () => {
    const refunds = await openAccount(freely);
    await capture();
    expect(await refund(refunds, body("r0", 1001))).toMatchObject({ code: "PARAM_ERROR" });
    await refund(refunds, body("r1", 700));
    expect(await refund(refunds, body("r2", 301))).toMatchObject({ code: "INVALID_REQUEST" });
    expect(await refund(refunds, body("r3", 300))).toMatchObject({ status: "SUCCESS" });
  });

  it("answers 404 for a number it never saw and for an unknown payment", async () => {
    const refunds = await openAccount(freely);
    expect(await query(refunds, "r1")).toMatchObject({ code: "RESOURCE_NOT_EXISTS" });
    expect(await refund(refunds, body("r1", 1))).toMatchObject({ code: "RESOURCE_NOT_EXISTS" });
  });

  it("adopts the total of an unknown payment where the account says so", async () => {
    const refunds = await openAccount({ ...freely, adoptUnknownPayments: true });
    await refund(refunds, body("r1", 700));
    expect(await refund(refunds, body("r2", 301))).toMatchObject({ code: "INVALID_REQUEST" });
    const other = { amount: { refund: 1, total: 1001, currency: "CNY" } };
    expect(await refund(refunds, body("r3", 1, other))).toMatchObject({ code: "INVALID_REQUEST" });
  });

  it("refuses a request that the merchant's key did not sign", async () => {
    await openAccount(freely);
    const url = `${simulator.url}/v3/refund/domestic/refunds/r1`;
    const fields = `mchid="${mchid}",nonce_str="n",serial_no="${merchantSerial}"`;
    const forged = `WECHATPAY2-SHA256-RSA2048 ${fields},timestamp="1",signature="AAAA"`;
    expect((await fetch(url, { headers: { Authorization: forged } })).status).toBe(401);
    expect((await fetch(url)).status).toBe(401);
  });
});

describe("limits are settings of the account", () => {
  it("counts, spaces and ages refunds", async () => {
    const refunds = await openAccount({ refundCountMax: 2, ratePerSecond: null });
    await capture();
    await refund(refunds, body("r1", 1));
    expect(await refund(refunds, body("r2", 1))).toMatchObject({ code: "FREQUENCY_LIMITED" });
    await admin("POST", "advance", { ms: 60_000 });
    expect(await refund(refunds, body("r2", 1))).toMatchObject({ status: "SUCCESS" });
    await admin("POST", "advance", { ms: 60_000 });
    expect(await refund(refunds, body("r3", 1))).toMatchObject({ code: "INVALID_REQUEST" });
    await openAccount({ refundCountMax: null });
    await admin("POST", "advance", { ms: 366 * 86_400_000 });
    expect(await refund(refunds, body("r3", 1))).toMatchObject({ code: "INVALID_REQUEST" });
  });

  it("limits calls per second", async () => {
    const refunds = await openAccount({ ...freely, ratePerSecond: 5 });
    const answers = await Promise.all(
      Array.from({ length: 12 }, (_, n) => query(refunds, `r${n}`)),
    );
    expect(answers.filter(({ code }) => code === "FREQUENCY_LIMITED").length).toBeGreaterThan(5);
  });

  it("takes another currency when the account has it", async () => {
    const refunds = await openAccount({ ...freely, currency: "GBP", adoptUnknownPayments: true });
    const amount = { refund: 1, total: 2, currency: "GBP" };
    expect(await refund(refunds, body("r1", 1, { amount }))).toMatchObject({ status: "SUCCESS" });
    expect(await refund(refunds, body("r2", 1))).toMatchObject({ code: "PARAM_ERROR" });
  });

  it("refuses or holds when the balance is short; held refunds go on or close", async () => {
    const refunds = await openAccount({ ...freely, balanceMinor: 100 });
    await capture();
    expect(await refund(refunds, body("r1", 200))).toMatchObject({ code: "NOT_ENOUGH" });
    await openAccount({ whenShort: "hold" });
    expect(await refund(refunds, body("r1", 200))).toMatchObject({ status: "PROCESSING" });
    expect(await refund(refunds, body("r2", 400))).toMatchObject({ status: "PROCESSING" });
    await admin("POST", `accounts/${mchid}/top-up`, { amountMinor: 150 });
    await expect
      .poll(() => query(refunds, "r1"), { timeout: 15_000 })
      .toMatchObject({ status: "SUCCESS" });
    await admin("POST", "advance", { ms: 7 * 86_400_000 });
    await expect
      .poll(() => query(refunds, "r2"), { timeout: 15_000 })
      .toMatchObject({ status: "CLOSED" });
    expect(await admin("GET", `accounts/${mchid}`)).toMatchObject({ refundedMinor: 200 });
  });

  it("refuses a setting it does not know", async () => {
    const key = { merchantSerial, merchantPublicKey: merchant.publicKey, apiV3Key };
    const wrong = await admin("PUT", `accounts/${mchid}`, { ...key, refundAge: 1 });
    expect(wrong["message"]).toContain("`refundAge`");
  });
});

describe("faults by seed", () => {
  it("times out after acting: the money has moved, the caller does not know", async () => {
    const refunds = await openAccount({ ...freely, faults: { timeoutAfterPercent: 100 } });
    await capture();
    expect(await refund(refunds, body("r1", 300))).toMatchObject({ broken: "ECONNRESET" });
    expect(await query(refunds, "r1")).toMatchObject({ status: "SUCCESS" });
  });

  it("times out before acting, and answers with an error after acting", async () => {
    const refunds = await openAccount({ ...freely, faults: { timeoutBeforePercent: 100 } });
    await capture();
    expect(await refund(refunds, body("r1", 300))).toMatchObject({ broken: "ECONNRESET" });
    expect(await query(refunds, "r1")).toMatchObject({ code: "RESOURCE_NOT_EXISTS" });
    const faults = { timeoutBeforePercent: 0, refuseAfterPercent: 100 };
    await openAccount({ faults: { ...faults, refuseAfterCodes: ["FREQUENCY_LIMITED"] } });
    expect(await refund(refunds, body("r1", 300))).toMatchObject({ code: "FREQUENCY_LIMITED" });
    expect(await query(refunds, "r1")).toMatchObject({ status: "SUCCESS" });
  });

  it("refuses, closes, parks and reverses", async () => {
    const refunds = await openAccount({
      ...freely,
      faults: { refusePercent: 100, refuseCodes: ["NOT_ENOUGH"] },
    });
    await capture();
    expect(await refund(refunds, body("r1", 1))).toMatchObject({ code: "NOT_ENOUGH" });
    await openAccount({ faults: { refusePercent: 0, closedPercent: 100 } });
    expect(await refund(refunds, body("r1", 1000))).toMatchObject({ status: "CLOSED" });
    await openAccount({ faults: { closedPercent: 0, abnormalPercent: 100 } });
    expect(await refund(refunds, body("r2", 500))).toMatchObject({ status: "ABNORMAL" });
    await openAccount({
      faults: { abnormalPercent: 0, reversePercent: 100, reverseAfterMs: 1_000 },
    });
    expect(await refund(refunds, body("r3", 500))).toMatchObject({ status: "SUCCESS" });
    await expect
      .poll(() => query(refunds, "r3"), { timeout: 15_000 })
      .toMatchObject({ status: "ABNORMAL" });
  });
});

describe("durability", () => {
  it("knows every acknowledged refund after a restart, and drops a torn line", async () => {
    let refunds = await openAccount({ ...freely, settleAfterMs: 400 });
    await capture();
    expect(await refund(refunds, body("r1", 300))).toMatchObject({ status: "PROCESSING" });
    await simulator.close();
    appendFileSync(join(folder, "journal.ndjson"), '{"type":"refund","merch');
    simulator = await startSimulator({ port: 0, folder });
    refunds = await openAccount();
    await expect
      .poll(() => query(refunds, "r1"), { timeout: 15_000 })
      .toMatchObject({ status: "SUCCESS" });
    expect(await refund(refunds, body("r1", 300))).toMatchObject({ status: "SUCCESS" });
    expect(await admin("GET", `accounts/${mchid}`)).toMatchObject({ refundedMinor: 300 });
  });
});

describe("callbacks", () => {
  let receiver: Server;
  let heard: { headers: Json; body: string }[];
  let answer: number;
  let notify_url: string;

  beforeEach(async () => {
    heard = [];
    answer = 204;
    receiver = createServer((request, response) => {
      let text = "";
      request.on("data", (chunk: Buffer) => (text += chunk.toString()));
      request.on("end", () => {
        heard.push({ headers: request.headers, body: text });
        response.writeHead(answer).end();
      });
    });
    await new Promise<void>((resolve) => receiver.listen(0, "127.0.0.1", resolve));
    notify_url = `http://127.0.0.1:${(receiver.address() as AddressInfo).port}/callbacks`;
  });
  afterEach(() => {
    receiver.closeAllConnections();
    receiver.close();
  });

  it("are signed by the platform and sealed with the APIv3 key", async () => {
    const refunds = await openAccount(freely);
    await capture();
    await refund(refunds, body("r1", 300, { notify_url }));
    await expect.poll(() => heard.length, { timeout: 15_000 }).toBe(1);
    const { headers, body: text } = heard[0]!;
    const { platform } = await admin("PUT", `accounts/${mchid}`, {});
    const message = `${headers["wechatpay-timestamp"]}\n${headers["wechatpay-nonce"]}\n${text}\n`;
    expect(Rsa.verify(message, headers["wechatpay-signature"], platform.publicKey)).toBe(true);
    const { resource, event_type } = JSON.parse(text) as Json;
    expect(event_type).toBe("REFUND.SUCCESS");
    const { ciphertext, nonce, associated_data } = resource;
    const plain = Aes.AesGcm.decrypt(ciphertext, apiV3Key, nonce, associated_data);
    expect(JSON.parse(plain)).toMatchObject({ out_refund_no: "r1", refund_status: "SUCCESS" });
    expect(JSON.parse(plain)).not.toHaveProperty("currency");
  });

  it("are retried until acknowledged, also over a restart", async () => {
    const refunds = await openAccount({ ...freely, callbackRetriesMs: [30, 30, 100_000] });
    await capture();
    answer = 500;
    await refund(refunds, body("r1", 300, { notify_url }));
    await expect.poll(() => heard.length, { timeout: 15_000 }).toBe(3);
    answer = 204;
    await restart();
    await expect.poll(() => heard.length, { timeout: 15_000 }).toBe(4);
    await new Promise((resolve) => setTimeout(resolve, 50));
    await restart();
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(heard.length).toBe(4);
  });

  it("come twice, and with a signature probe before them, as the faults say", async () => {
    const faults = { callbackDuplicatePercent: 100, callbackProbePercent: 100 };
    const refunds = await openAccount({ ...freely, faults });
    await capture();
    await refund(refunds, body("r1", 300, { notify_url }));
    await expect.poll(() => heard.length, { timeout: 15_000 }).toBe(3);
    const forged = heard.filter(({ headers }) =>
      String(headers["wechatpay-signature"]).startsWith("WECHATPAY/SIGNTEST/"),
    );
    expect(forged.length).toBe(1);
    expect(new Set(heard.map(({ body: text }) => text)).size).toBe(1);
  });
});

describe("the journal", () => {
  const journal = (): string[] =>
    readFileSync(join(folder, "journal.ndjson"), "utf8").trim().split("\n");
  const reopen = async (): Promise<void> => {
    await simulator.close();
    simulator = await startSimulator({ port: 0, folder, longJournalEntries: 20 });
  };

  it("does not grow without end, and what it says stays the same", async () => {
    await reopen();
    const balanceMinor = 1000;
    const refunds = await openAccount({ ...freely, balanceMinor, settleAfterMs: 3_600_000 });
    await capture(10_000);
    const amount = { refund: 100, total: 10_000, currency: "CNY" };
    for (const number of ["a", "b"]) {
      expect(await refund(refunds, { ...body(number, 100), amount })).toMatchObject({
        status: "PROCESSING",
      });
    }
    const topUps = Array.from({ length: 200 }, () =>
      admin("POST", `accounts/${mchid}/top-up`, { amountMinor: 1 }),
    );
    await Promise.all(topUps);
    expect(journal().length).toBeLessThan(60);
    const before = await admin("GET", `accounts/${mchid}/refunds`);
    expect((await admin("GET", `accounts/${mchid}`))["balanceMinor"]).toBe(1000 - 200 + 200);
    await reopen();
    const again = await openAccount();
    expect(await admin("GET", `accounts/${mchid}/refunds`)).toEqual(before);
    expect(await admin("GET", `accounts/${mchid}`)).toMatchObject({
      balanceMinor: 1000,
      refundedMinor: 200,
      payments: 1,
    });
    // What was to happen still does, and a number is still one refund.
    await admin("POST", "advance", { ms: 3_600_000 });
    await expect.poll(async () => (await query(again, "a"))["status"]).toBe("SUCCESS");
    expect(await refund(again, { ...body("b", 100), amount })).toMatchObject({ status: "SUCCESS" });
    expect((await admin("GET", `accounts/${mchid}`))["refundedMinor"]).toBe(200);
  });

  it("forgets payments that are too old to be refunded, with their refunds", async () => {
    await reopen();
    const refunds = await openAccount({ ...freely, refundAgeMaxMs: 1000 });
    await capture(1000);
    expect(await refund(refunds, body("old", 100))).toMatchObject({ status: "SUCCESS" });
    await admin("POST", "advance", { ms: 40 * 24 * 3_600_000 });
    for (let at = 0; at < 60; at += 1) {
      await admin("POST", `accounts/${mchid}/top-up`, { amountMinor: 1 });
    }
    await reopen();
    expect(await admin("GET", `accounts/${mchid}`)).toMatchObject({ payments: 0, refunds: 0 });
  });
});

describe("money that the gateway holds", () => {
  it("is paid out by somebody there, once, and stays paid over a restart", async () => {
    const faults = { reversePercent: 100, reverseAfterMs: 1000 };
    const refunds = await openAccount({ ...freely, faults });
    await capture();
    expect(await refund(refunds, body("r", 100))).toMatchObject({ status: "SUCCESS" });
    const resolve = () => admin("POST", `accounts/${mchid}/resolve`, { number: "r" });
    expect(await resolve()).toMatchObject({ message: "the refund is SUCCESS" });
    await admin("POST", "advance", { ms: 1000 });
    await expect.poll(async () => (await query(refunds, "r"))["status"]).toBe("ABNORMAL");
    expect(await resolve()).toEqual({ status: "SUCCESS" });
    await restart();
    const again = await openAccount();
    await new Promise((done) => setTimeout(done, 50));
    expect(await query(again, "r")).toMatchObject({ status: "SUCCESS" });
  });
});
