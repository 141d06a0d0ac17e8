import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { isRefusal, sentenceOf } from "../../contract/index.ts";
import { fixedClock, newId, readTransaction } from "../../platform/index.ts";
import { insertMerchant, testActor, testPlatform } from "../../platform/testing.ts";
import type { TestPlatform } from "../../platform/testing.ts";
import { importFile, loadFactsForClaims, orderIdsOf } from "../index.ts";
import type { ImportReport } from "../index.ts";
import { rememberingPorts } from "../testing/ports.ts";

const field = join(import.meta.dirname, "../../../test/field");
let test: TestPlatform;
let folder: string;
beforeAll(async () => {
  test = await testPlatform({ clock: fixedClock(Date.UTC(2026, 11, 1)) });
  folder = mkdtempSync(join(tmpdir(), "makegood-field-"));
});
afterAll(async () => {
  await test.close();
  rmSync(folder, { recursive: true, force: true });
});

async function imported(path: string) {
  const merchantId = newId();
  await insertMerchant(test.platform, merchantId);
  const ports = rememberingPorts(test.platform);
  const request = { format: "makegood-csv", path };
  const answer = await importFile(test.platform, ports, testActor(merchantId), request);
  const order = (orderNumber: string) =>
    readTransaction(test.platform, merchantId, async (tx) => {
      const [orderId] = [...(await orderIdsOf(tx, [orderNumber])).values()];
      const [found] = await loadFactsForClaims(tx, orderId === undefined ? [] : [orderId]);
      if (found === undefined) throw new Error(`${orderNumber} was not imported`);
      return found;
    });
  const report = (): ImportReport => {
    if (isRefusal(answer)) throw new Error(sentenceOf(answer, "en"));
    return answer;
  };
  return { answer, order, report };
}

function written(content: string | Uint8Array): string {
  const path = join(folder, `${newId()}.csv`);
  writeFileSync(path, content);
  return path;
}

describe("a file that is not as it should be names the column, or what it is written in", () => {
  it.each([
    ["F24/own-unknown-col.csv", "import_column_unknown", "`Notes`"],
    ["F24/own-dup-col.csv", "import_column_twice", "`quantity`"],
    ["F24/excel-orders.xlsx", "import_workbook", "CSV UTF-8"],
    ["exports/taobao-ExportOrderList.csv", "import_column_unknown", "`订单编号`"],
    ["exports/shopify-orders_export.csv", "import_column_unknown", "`Name`"],
    ["exports/stripe-unified_payments.csv", "import_column_unknown", "`id`"],
    ["exports/woo-orders.csv", "import_column_unknown", "`order_id`"],
  ])("%s", async (name, code, words) => {
    const { answer } = await imported(join(field, name));
    if (!isRefusal(answer)) throw new Error("not refused");
    expect(answer.code).toBe(code);
    expect(sentenceOf(answer, "en")).toContain(words);
  });
});

describe("a file as merchants have it is read", () => {
  it.each([
    ["F24/own-semicolon.csv", "X-1", 1_000, "2026-03-01T09:00:00.000Z"],
    ["F24/own-utf16.csv", "X-U", 1_000, "2026-03-01T10:00:00.000Z"],
    ["exports/own-tab.csv", "X-1", 1_000, "2026-03-01T09:00:00.000Z"],
    ["exports/own-date-naive.csv", "X-1", 1_000, "2026-03-01T02:00:00.000Z"],
    ["exports/own-total-row.csv", "X-T", 1_000, "2026-03-01T10:00:00.000Z"],
    ["F25/wallet.csv", "W-1", 12_000, "2026-11-01T02:00:00.000Z"],
  ])("%s", async (name, orderNumber, paidMinor, paidAt) => {
    const { order, report } = await imported(join(field, name));
    expect(report()).toMatchObject({ problems: [], orders: { imported: 1 } });
    const { facts, record } = await order(orderNumber);
    expect(facts?.lines.reduce((sum, line) => sum + line.paidMinor, 0)).toBe(paidMinor);
    expect(new Date(record.paidAt ?? 0).toISOString()).toBe(paidAt);
  });

  const header = "order_number,currency,paid_at,product_name,quantity,unit_price\n";
  const row = "A-1,CNY,2026-01-02 10:00,明前龙井茶叶,1,10.00\n";
  // Two bytes a character, as `iconv -t GB18030` writes these words.
  const gbk = Buffer.concat([
    Buffer.from(`${header}A-1,CNY,2026-01-02 10:00,`),
    Buffer.from("c3f7c7b0c1fabeaeb2e8d2b6", "hex"),
    Buffer.from(",1,10.00\n"),
  ]);
  it.each([
    ["GB18030", gbk],
    ["UTF-16 without a mark", Buffer.from(header + row, "utf16le")],
    ["UTF-16, the large byte first", Buffer.from(`\uFEFF${header}${row}`, "utf16le").swap16()],
    ["UTF-8 with a mark", Buffer.from(`\uFEFF${header}${row}`)],
    ["blank rows", Buffer.from(`${header},,,,,\n${row},,,,,\n`)],
    ["a column too much, empty", Buffer.from(`${header}${row.replace("10.00", "10.00,")}`)],
  ])("in %s", async (_, bytes) => {
    const { order, report } = await imported(written(bytes));
    expect(report()).toMatchObject({ problems: [], orders: { imported: 1 } });
    expect((await order("A-1")).record.paidAt).toBe(Date.parse("2026-01-02T02:00:00Z"));
  });

  it("keeps apart what is Latin and what is Chinese, and refuses what is neither", async () => {
    const latin = Buffer.from(
      `${header}A-1,EUR,2026-01-02 10:00,caf\u00e9 au lait,1,10.00\n`,
      "latin1",
    );
    const { report } = await imported(written(latin));
    expect(report().problems.map(({ refusal }) => refusal.code)).toEqual(["row_encoding"]);
  });

  it("counts an order named like a sum as one where it says what it cost", async () => {
    const { report } = await imported(written(`${header}Total,CNY,2026-01-02 10:00,x,1,10.00\n`));
    expect(report()).toMatchObject({ orders: { imported: 1 }, classes: { row: 1 } });
  });
});

describe("what the old shop knew of an order comes with it (F27)", () => {
  const columns =
    "order_number,currency,zone,paid_at,line_id,line_kind,quantity,unit_price,discount,tax_of," +
    "refunded,cancelled_at,meter,meter_units,meter_share,meter_full_price,meter_used\n";

  it("discounts, tax, refunds and the end", async () => {
    const { order, report } = await imported(
      written(
        `${columns}#1001,USD,America/New_York,2026-01-02 10:00:00,1,goods,2,20.00,6.00,,` +
          "20.00,2026-01-03 09:00:00,,,,,\n" +
          "#1001,USD,,,2,tax,1,4.32,,1,,,,,,,\n",
      ),
    );
    expect(report().problems).toEqual([]);
    const { facts, record, status } = await order("#1001");
    expect(status).toBe("cancelled");
    expect(record.paidAt).toBe(Date.parse("2026-01-02T15:00:00Z"));
    expect(facts?.lines).toMatchObject([{ paidMinor: 3_400 }, { paidMinor: 432, taxOf: "1" }]);
    expect(facts?.outsideDebits).toMatchObject([{ tenderId: "1", units: 2_000 }]);
  });

  it("the terms of a package and what was used of it", async () => {
    const { order, report } = await imported(
      written(
        `${columns}P-1,CNY,,2026-01-02 10:00,1,package,1,120.00,,,,,lessons,10,100.00,20.00,3\n` +
          "P-1,CNY,,,,,,,,,,,reports,2,20.00,15.00,\n",
      ),
    );
    expect(report().problems).toEqual([]);
    const { record, status } = await order("P-1");
    expect(status).toBe("serving");
    expect(record.events.map(({ kind }) => kind)).toEqual([
      "confirmed",
      "terms_agreed",
      "paid",
      "used",
    ]);
  });

  it.each([
    ["more refunded than was paid", "1,goods,1,10.00,,,12.00,,,,,,", "row_not_an_amount"],
    ["a discount above the price", "1,goods,1,10.00,12.00,,,,,,,,", "row_discount_differs"],
    ["a tax of no line", "1,tax,1,10.00,,9,,,,,,,", "row_order_wrong"],
    ["shares that are not the price", "1,package,1,9.00,,,,,a,1,8.00,9.00,", "row_order_wrong"],
  ])("%s is told", async (_, cells, code) => {
    const { report } = await imported(written(`${columns}B-1,CNY,,2026-01-02 10:00,${cells}\n`));
    expect(report().problems.map(({ refusal }) => refusal.code)).toEqual([code]);
    expect(report().orders.imported).toBe(0);
  });
});
