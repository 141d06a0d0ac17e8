import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openBrowser } from "./chromium.ts";
import { startDemoApp } from "./demo-app.ts";
import type { DemoApp } from "./demo-app.ts";

let app: DemoApp;
let browser: Browser;
beforeAll(async () => {
  // Beside each other: both take seconds on a busy machine.
  [app, browser] = await Promise.all([startDemoApp(), openBrowser()]);
});
afterAll(async () => {
  await browser?.close();
  await app?.stop();
});

const patienceMs = 30_000;
const phone = { width: 390, height: 844 };
const desk = { width: 1280, height: 900 };

/** Whoever sits before it reads simplified Chinese, in a browser of their own. */
async function sitDown(viewport: { width: number; height: number }): Promise<Page> {
  const context = await browser.newContext({
    viewport,
    locale: "zh-CN",
    timezoneId: "Asia/Shanghai",
    baseURL: app.address,
  });
  context.setDefaultTimeout(patienceMs);
  return context.newPage();
}

// Two boxes of tea of which nothing is claimed any more: that claim was withdrawn.
const order = { number: "DEMO-2005", contact: "customer-2005@example.com" };

async function findOrder(page: Page): Promise<void> {
  await page.goto(`/portal/${app.demo.merchantSlug}`);
  await page.getByLabel("订单号").fill(order.number);
  await page.getByLabel("手机号或电子邮箱").fill(order.contact);
  await page.getByRole("button", { name: "查询" }).click();
  await page.getByRole("heading", { name: order.number }).waitFor();
}

/** One of the two boxes, said to be defective. Returns the claim's number. */
async function apply(page: Page): Promise<string> {
  await page.getByRole("link", { name: /退货退款.*依据/ }).click();
  await page.getByLabel(/明前龙井茶叶/).selectOption("1");
  await page.getByLabel("商品有什么问题").selectOption({ label: "商品有质量问题" });
  // What can come of it stands there before anything is sent.
  const quote = page.getByRole("region", { name: "预计结果" });
  await quote.getByText("商家核实后，您最多可收回").waitFor();
  await quote.getByText("¥168.00").waitFor();
  await page.getByRole("button", { name: "确认提交申请" }).click();
  await page.getByText("商家正在核实", { exact: false }).first().waitFor();
  const title = await page.getByRole("heading", { name: /^申请 C-/ }).innerText();
  return title.replace("申请 ", "");
}

async function signIn(page: Page): Promise<void> {
  await page.goto("/console");
  await page.getByLabel("登录名").fill(app.demo.signInName);
  await page.getByLabel("密码", { exact: true }).fill(app.demo.password);
  await page.getByRole("button", { name: "登录" }).click();
}

/** What the reviewer finds is that the customer is right. */
async function attest(page: Page, claimNumber: string): Promise<void> {
  await page.getByRole("link", { name: claimNumber }).click();
  await page.getByRole("heading", { name: claimNumber }).waitFor();
  await page.getByText("客户称：商品有质量问题").waitFor();
  await page.getByRole("radio", { name: "商品有质量问题", exact: true }).check();
  await page.getByRole("radio", { name: "商品完好", exact: true }).check();
  await page.getByRole("button", { name: "认定", exact: true }).click();
  // What it pays stands there before it is paid.
  await page.getByText("确认后将立即退给客户 ¥168.00。").waitFor();
  await page.getByRole("button", { name: "确认认定" }).click();
}

interface Refund {
  readonly status: string;
  readonly refundMinor: number;
}

/** What the gateway itself says that it paid back. */
async function refundsAtGateway(): Promise<Refund[]> {
  const record = readFileSync(join(app.dataFolder, "gateway", "gateway.json"), "utf8");
  const { url } = JSON.parse(record) as { url: string };
  const answer = await fetch(`${url}/admin/accounts/1900000001/refunds?limit=1000`);
  return ((await answer.json()) as { refunds: Refund[] }).refunds;
}

describe("a claim, from the customer's tap to the money back and the notice read", () => {
  test("goes through portal, console and gateway", async () => {
    const before = await refundsAtGateway();
    const customer = await sitDown(phone);
    await findOrder(customer);
    const claimNumber = await apply(customer);

    const staff = await sitDown(desk);
    await signIn(staff);
    await attest(staff, claimNumber);
    const waterfall = staff.getByRole("table", { name: "从实付到应退" });
    await waterfall.getByRole("row", { name: /应退合计.*¥168\.00/ }).waitFor();
    await staff.getByText("已到账").waitFor();

    const after = await refundsAtGateway();
    expect(after.length).toBe(before.length + 1);
    expect(after.at(-1)).toMatchObject({ status: "SUCCESS", refundMinor: 16_800 });

    // The customer's page has been open all the while and follows by itself.
    await customer.getByText("已办结，应退给您的已全部办理完毕。").waitFor();
    const notices = customer.getByRole("region", { name: "告知书" });
    // Told when it was decided, and again when the money went.
    await notices.getByRole("heading", { name: `申请 ${claimNumber} 已同意` }).waitFor();
    await notices.getByRole("heading", { name: `申请 ${claimNumber} 已办结` }).waitFor();
    expect(await notices.innerText()).toContain("168.00");
  });
});

describe("a customer and a member of staff who share a browser", () => {
  test("each sign out alone", async () => {
    const page = await sitDown(desk);
    await signIn(page);
    await page.getByRole("heading", { name: "申请", exact: true }).waitFor();
    await findOrder(page);
    await page.getByRole("button", { name: "退出" }).click();
    await page.getByText("您已退出。").waitFor();

    // What the customer could see is no longer to be had, and whoever works here still works.
    await page.goto(`/portal/${app.demo.merchantSlug}/orders`);
    await page.getByRole("button", { name: "查询" }).waitFor();
    await page.goto("/console");
    await page.getByRole("heading", { name: "申请", exact: true }).waitFor();

    await findOrder(page);
    await page.goto("/console");
    await page.getByRole("button", { name: "退出" }).click();
    await page.getByRole("button", { name: "登录" }).waitFor();
    await page.goto(`/portal/${app.demo.merchantSlug}/orders`);
    await page.getByRole("heading", { name: order.number }).waitFor();
  });
});
