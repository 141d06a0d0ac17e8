import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { isRefusal, sentenceOf } from "../../contract/index.ts";
import type { Refusal } from "../../contract/index.ts";
import { newId, readTransaction } from "../../platform/index.ts";
import { insertMerchant, testActor, testPlatform } from "../../platform/testing.ts";
import type { TestPlatform } from "../../platform/testing.ts";
import { findOrderByContact, importFile, loadFactsForClaims, orderIdsOf } from "../index.ts";
import type { ImportProgress, ImportReport, ImportRequest } from "../index.ts";
import { rememberingPorts } from "../testing/ports.ts";

let test: TestPlatform;
let folder: string;
beforeAll(async () => {
  test = await testPlatform();
  folder = mkdtempSync(join(tmpdir(), "makegood-import-"));
});
afterAll(async () => {
  await test.close();
  rmSync(folder, { recursive: true, force: true });
});

const example = join(import.meta.dirname, "..", "testing", "example.csv");
const header = "order_number,currency,quantity,unit_price,paid,paid_at,line_id";

function written(content: string | Uint8Array): string {
  const path = join(folder, `${newId()}.csv`);
  writeFileSync(path, content);
  return path;
}

/** Imports for a merchant of its own, unless one is given. */
async function attempt(
  request: Partial<ImportRequest> & { path: string },
  merchantId = newId(),
): Promise<{ answer: ImportReport | Refusal; merchantId: string; captured: number }> {
  if (merchantId !== test.merchantId) {
    await insertMerchant(test.platform, merchantId).catch(() => undefined);
  }
  const ports = rememberingPorts(test.platform);
  const full = { format: "makegood-csv", ...request };
  const answer = await importFile(test.platform, ports, testActor(merchantId), full);
  return { answer, merchantId, captured: ports.captured.length };
}

const reportOf = (answer: ImportReport | Refusal): ImportReport => {
  if (isRefusal(answer)) throw new Error(sentenceOf(answer, "en"));
  return answer;
};
const imported = async (content: string | Uint8Array, request: Partial<ImportRequest> = {}) =>
  reportOf((await attempt({ path: written(content), ...request })).answer);
const problemsOf = ({ problems }: ImportReport) =>
  problems.map(({ line, refusal }) => [line, refusal.code]);

describe("the example of docs/import.md", () => {
  it("is imported with its tenders, receipts and customers", async () => {
    const { answer, merchantId, captured } = await attempt({ path: example });
    const report = reportOf(answer);
    expect(report).toMatchObject({
      rows: 5,
      lines: 5,
      problems: [],
      orders: { imported: 3, existing: 0, differing: 0, leftOut: 0 },
      paid: [{ currency: "CNY", amountMinor: 30_800 }],
    });
    expect(captured).toBe(2);
    const [order] = await readTransaction(test.platform, merchantId, async (tx) => {
      const ids = await orderIdsOf(tx, ["A-1001"]);
      return loadFactsForClaims(tx, [...ids.values()]);
    });
    expect(order).toMatchObject({ status: "shipped", customerKind: "consumer" });
    expect(order?.facts?.tenders.map(({ kind, units }) => [kind, units])).toEqual([
      ["money", 9_300],
      ["points", 500],
    ]);
    const found = await findOrderByContact(test.platform, merchantId, "A-1001", "13800138000");
    expect(found).toEqual({ orderId: order?.orderId });
  });

  it("is the one that the page shows", () => {
    const page = readFileSync(new URL("../../../docs/import.md", import.meta.url), "utf8");
    expect(page).toContain(readFileSync(example, "utf8").trim());
  });
});

describe("a file with bad rows", () => {
  const rows = [
    header,
    "B-1,CNY,1,10.00,,2026-01-02T08:00:00Z,",
    "B-2,CNY,none,10.00,,,",
    "B-3,CNY,1,10.001,,,",
    "B-4,CNY,1,10.00,11.00,2026-01-02T08:00:00Z,",
    "B-5,CNY,1,10.00,,yesterday,",
    'B-6,CNY,1,"10.00,,,',
    "B-7,CNY,1,10.00",
    "B-8,XYZ,1,10.00,,,",
    "B-9,CNY,1,1.00,,,x",
    "B-9,CNY,1,1.00,,,x",
    "B-1,CNY,1,10.00,,,",
    "B-10,CNY,1,10.00,,2027-01-02T08:00:00Z,",
    "B-11,CNY,2,5.00,,2026-01-02T08:00:00Z,",
    "B-11,JPY,2,5.00,,,",
    ",CNY,1,10.00,,,",
    "",
  ].join("\n");
  const expected = [
    [3, "row_not_a_number"],
    [4, "row_not_an_amount"],
    [5, "row_order_wrong"],
    [6, "row_not_a_time"],
    [7, "row_quoting"],
    [8, "row_fields"],
    [9, "row_not_known"],
    [10, "row_order_wrong"],
    [12, "row_apart"],
    [13, "instant_ahead"],
    [15, "row_not_an_amount"],
    [16, "row_missing"],
  ];

  it("is told row by row, and none of it is imported", async () => {
    const { answer, captured } = await attempt({ path: written(rows) });
    const report = reportOf(answer);
    expect(problemsOf(report)).toEqual(expected);
    expect([report.orders.imported, captured]).toEqual([0, 0]);
  });

  it("gives its good orders when asked to", async () => {
    const good = rows.replace("B-1,CNY,1,10.00,,,\n", "B-12,CNY,1,10.00,,,\n");
    const report = await imported(good, { goodRowsOnly: true });
    expect(report.orders).toMatchObject({ imported: 2, leftOut: 10 });
    expect(report.paid).toEqual([{ currency: "CNY", amountMinor: 1000 }]);
  });

  it("says every problem in three languages", async () => {
    const { problems } = await imported(rows, { dryRun: true });
    for (const { refusal } of problems) {
      for (const language of ["zh-CN", "zh-TW", "en"] as const) {
        expect(sentenceOf(refusal, language)).not.toMatch(/[{}]|undefined/);
      }
    }
  });
});

describe("a file that cannot be read", () => {
  it.each<[string, () => string]>([
    ["import_unreadable", () => join(folder, "missing.csv")],
    ["import_unreadable", () => folder],
    ["import_columns_missing", () => written("")],
    ["import_columns_missing", () => written("order_number,currency\n1,CNY\n")],
    ["import_column_unknown", () => written("a,b,c\n1,2,3\n")],
    ["import_column_unknown", () => written(`${header},quantty\n`)],
    ["import_column_twice", () => written(`${header},quantity\n`)],
    [
      "import_unreadable",
      () => written(gzipSync(`${header}\n${"x".repeat(9999)}`).subarray(0, 40)),
    ],
    ["import_unreadable", () => written(Uint8Array.from([0x1f, 0x8b, 1, 2, 3]))],
  ])("is refused as %s", async (code, path) => {
    const { answer } = await attempt({ path: path() });
    expect(isRefusal(answer) ? answer.code : answer).toBe(code);
  });

  it("is refused where its format or its account is unknown", async () => {
    const codes = [
      await attempt({ path: example, format: "excel" }),
      await attempt({ path: example, gatewayAccount: "closed" }),
    ].map(({ answer }) => (isRefusal(answer) ? answer.code : answer));
    expect(codes).toEqual(["import_format_unknown", "gateway_account_unknown"]);
  });

  it("is one with bytes that are not UTF-8, named by line", async () => {
    const bytes = Buffer.concat([
      Buffer.from(`${header}\nC-1,CNY,1,1.00,,,\nC-`),
      Buffer.from([0xe9, 0x74]),
      Buffer.from(",CNY,1,1.00,,,\n"),
    ]);
    expect(problemsOf(await imported(bytes))).toEqual([[3, "row_encoding"]]);
  });
});

describe("an import again", () => {
  const row = (number: number, price = "10.00") =>
    `R-${number},CNY,1,${price},,2026-01-02T08:00:00Z,`;

  it("writes only what is new, and says what differs", async () => {
    const first = written([header, row(1), row(2)].join("\r\n"));
    const { merchantId } = await attempt({ path: first });
    const second = written([header, row(1), row(2, "12.00"), row(3)].join("\n"));
    const { answer, captured } = await attempt({ path: second }, merchantId);
    const report = reportOf(answer);
    expect(report.orders).toEqual({ imported: 1, existing: 1, differing: 1, leftOut: 0 });
    expect(report.differing).toMatchObject([
      { line: 3, refusal: { code: "import_order_differs", values: { orderNumber: "R-2" } } },
    ]);
    expect(captured).toBe(1);
  });

  it("is the same whatever the order of columns, packed or not", async () => {
    const { merchantId } = await attempt({ path: written([header, row(1)].join("\n")) });
    const turned = "paid_at,unit_price,quantity,currency,order_number\n";
    const packed = gzipSync(`\uFEFF${turned}2026-01-02T08:00:00Z,10.00,1,CNY,R-1`);
    const { answer } = await attempt({ path: written(packed) }, merchantId);
    expect(reportOf(answer).orders).toMatchObject({ imported: 0, existing: 1, differing: 0 });
  });

  it("writes each order once when two run together", async () => {
    const rows = Array.from({ length: 300 }, (_, index) => row(index));
    const path = written([header, ...rows].join("\n"));
    const merchantId = newId();
    await insertMerchant(test.platform, merchantId);
    const both = await Promise.all([attempt({ path }, merchantId), attempt({ path }, merchantId)]);
    const counts = both.map(({ answer }) => reportOf(answer).orders.imported);
    expect(counts[0]! + counts[1]!).toBe(300);
  });
});

describe("any file of good orders", () => {
  const price = fc.integer({ min: 0, max: 99_999 });
  const line = fc.record({ quantity: fc.integer({ min: 1, max: 9 }), price, share: fc.nat(100) });
  const orders = fc.array(fc.array(line, { minLength: 1, maxLength: 4 }), {
    minLength: 1,
    maxLength: 6,
  });
  const decimal = (minor: number) => (minor / 100).toFixed(2);

  it("brings in what it says was paid, to the cent", async () => {
    await fc.assert(
      fc.asyncProperty(orders, async (given) => {
        const paid = (one: { quantity: number; price: number; share: number }) =>
          Math.floor((one.quantity * one.price * one.share) / 100);
        const rows = given.flatMap((lines, index) =>
          lines.map((one) =>
            [
              `P-${index}`,
              "CNY",
              one.quantity,
              decimal(one.price),
              decimal(paid(one)),
              "2026-01-02T08:00:00Z",
              "",
            ].join(","),
          ),
        );
        const report = await imported([header, ...rows].join("\n"));
        const total = given.flat().reduce((sum, one) => sum + paid(one), 0);
        expect(report.problems).toEqual([]);
        expect(report.lines).toBe(rows.length);
        expect(report.paid.reduce((sum, { amountMinor }) => sum + amountMinor, 0)).toBe(total);
      }),
      { seed: 20260131, numRuns: 30 },
    );
  });
});

describe("progress", () => {
  it("rises to the size of the file in both readings", async () => {
    const heard: ImportProgress[] = [];
    await attempt({ path: example, progress: (progress) => heard.push(progress) });
    for (const phase of ["check", "write"] as const) {
      const last = heard.filter((progress) => progress.phase === phase).at(-1);
      expect(last?.bytesRead).toBe(last?.bytesTotal);
    }
  });
});
