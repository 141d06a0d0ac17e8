import { mkdirSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { openBrowser } from "./chromium.ts";
import { startDemoApp } from "./demo-app.ts";
import type { DemoApp } from "./demo-app.ts";

const folder = join(import.meta.dirname, "..", "..", "docs", "images");

// One claim that shows everything: several lines, discounts, three means of payment, a gift.
const order = { number: "DEMO-2001", contact: "customer-2001@example.com" };

async function portalShots(page: Page, { demo }: DemoApp): Promise<void> {
  await page.goto(`/portal/${demo.merchantSlug}`);
  await page.getByLabel("订单号").fill(order.number);
  await page.getByLabel("手机号或电子邮箱").fill(order.contact);
  await page.getByRole("button", { name: "查询" }).click();
  await page.getByRole("heading", { name: order.number }).waitFor();
  await shoot(page, "portal-order");
  await page.getByRole("link", { name: /C-/ }).click();
  await page.getByRole("region", { name: "告知书" }).waitFor();
  await shoot(page, "portal-claim");
}

async function consoleShots(page: Page, { demo }: DemoApp): Promise<void> {
  await page.goto("/console");
  await page.getByLabel("登录名").fill(demo.signInName);
  await page.getByLabel("密码", { exact: true }).fill(demo.password);
  await page.getByRole("button", { name: "登录" }).click();
  await page.getByRole("row", { name: order.number }).getByRole("link").first().click();
  await page.getByRole("table", { name: "从实付到应退" }).waitFor();
  await shoot(page, "console-claim");
}

/** What fits on the screen, as somebody sees it. */
async function shoot(page: Page, name: string): Promise<void> {
  // Pictures of a page at rest: what fades in has arrived.
  await page.waitForTimeout(1000);
  await page.screenshot({ path: join(folder, `${name}.png`), animations: "disabled" });
  process.stderr.write(`docs/images/${name}.png\n`);
}

mkdirSync(folder, { recursive: true });
const [app, browser] = await Promise.all([startDemoApp(), openBrowser()]);
try {
  const about = { locale: "zh-CN", timezoneId: "Asia/Shanghai", baseURL: app.address };
  const phone = { ...about, viewport: { width: 390, height: 844 }, deviceScaleFactor: 2 };
  const desk = { ...about, viewport: { width: 1280, height: 860 } };
  await portalShots(await (await browser.newContext(phone)).newPage(), app);
  await consoleShots(await (await browser.newContext(desk)).newPage(), app);
} finally {
  await browser.close();
  await app.stop();
}
