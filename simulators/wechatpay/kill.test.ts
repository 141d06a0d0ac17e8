import { spawn } from "node:child_process";
import type { ChildProcess } from "node:child_process";
import { generateKeyPairSync, sign } from "node:crypto";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";

const merchant = generateKeyPairSync("rsa", {
  modulusLength: 2048,
  publicKeyEncoding: { type: "spki", format: "pem" },
  privateKeyEncoding: { type: "pkcs8", format: "pem" },
});
const path = "/v3/refund/domestic/refunds";
const folder = mkdtempSync(join(tmpdir(), "gateway-kill-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function start(): Promise<{ process: ChildProcess; url: string }> {
  const main = join(import.meta.dirname, "main.ts");
  const arguments_ = ["--import", "tsx", main, "--port", "0", "--data", folder];
  const started = spawn(process.execPath, arguments_, { stdio: ["ignore", "pipe", "inherit"] });
  const [line] = (await once(started.stdout, "data")) as [Buffer];
  return {
    process: started,
    url: (JSON.parse(line.toString()) as { listening: string }).listening,
  };
}

function refund(url: string, number: string): Promise<boolean> {
  const amount = { refund: 10, total: 100, currency: "CNY" };
  const body = JSON.stringify({ transaction_id: `t-${number}`, out_refund_no: number, amount });
  const timestamp = String(Math.floor(Date.now() / 1000));
  const message = `POST\n${path}\n${timestamp}\n${number}\n${body}\n`;
  const signature = sign("sha256", Buffer.from(message), merchant.privateKey).toString("base64");
  const fields = { mchid: "1", nonce_str: number, timestamp, serial_no: "AA", signature };
  const listed = Object.entries(fields).map(([name, value]) => `${name}="${value}"`);
  const headers = { Authorization: `WECHATPAY2-SHA256-RSA2048 ${listed.join(",")}` };
  return fetch(url + path, { method: "POST", body, headers }).then(
    (answer) => answer.status === 200,
    () => false,
  );
}

describe("a gateway that is killed with -9", () => {
  it("comes back knowing every refund that it acknowledged", { timeout: 60_000 }, async () => {
    const first = await start();
    const account = {
      merchantSerial: "AA",
      merchantPublicKey: merchant.publicKey,
      apiV3Key: "0123456789abcdef0123456789abcdef",
      adoptUnknownPayments: true,
      ratePerSecond: null,
    };
    const body = JSON.stringify(account);
    await fetch(`${first.url}/admin/accounts/1`, { method: "PUT", body });
    const acknowledged: string[] = [];
    const calls = Array.from({ length: 120 }, async (_, index) => {
      const number = `r${index}`;
      if (!(await refund(first.url, number))) return;
      acknowledged.push(number);
      if (acknowledged.length === 60) first.process.kill("SIGKILL");
    });
    await Promise.all(calls);
    expect(acknowledged.length).toBeGreaterThanOrEqual(60);
    const second = await start();
    const page = await fetch(`${second.url}/admin/accounts/1/refunds?limit=1000`);
    const { refunds } = (await page.json()) as { refunds: { number: string }[] };
    const known = new Set(refunds.map(({ number }) => number));
    expect(acknowledged.filter((number) => !known.has(number))).toEqual([]);
    // And a repeat of each is the same refund, not another.
    await Promise.all(acknowledged.map((number) => refund(second.url, number)));
    const totals = await (await fetch(`${second.url}/admin/accounts/1`)).json();
    expect(totals).toMatchObject({ refunds: known.size, refundedMinor: known.size * 10 });
    second.process.kill("SIGTERM");
    await once(second.process, "exit");
  });
});
