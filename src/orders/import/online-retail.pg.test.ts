import { afterAll, beforeAll, expect, it } from "vitest";
import { describeWithData } from "../../../test/data.ts";
import { isRefusal } from "../../contract/index.ts";
import { balance } from "../../ledger/index.ts";
import { readTransaction } from "../../platform/index.ts";
import { testPlatform } from "../../platform/testing.ts";
import type { TestPlatform } from "../../platform/testing.ts";
import { importFile } from "../index.ts";
import type { ImportReport } from "../index.ts";
import { rememberingPorts } from "../testing/ports.ts";

describeWithData(
  "the whole online-retail file",
  ["online-retail-2010-12_2011-08.csv.gz"],
  (paths) => {
    let test: TestPlatform;
    beforeAll(async () => {
      test = await testPlatform();
    });
    afterAll(() => test.close());

    const run = async (dryRun: boolean): Promise<ImportReport> => {
      const { platform, actor } = test;
      const ports = rememberingPorts(platform);
      const request = { format: "online-retail", path: paths[0]!, dryRun, gatewayAccount: "till" };
      const report = await importFile(platform, ports, actor, request);
      if (isRefusal(report)) throw new Error(report.code);
      return report;
    };

    it("is counted by class in a dry run, and nothing is written", async () => {
      const report = await run(true);
      expect(report.rows).toBe(320_705);
      expect(report.problems).toEqual([]);
      expect(report.classes).toMatchObject({
        purchase: 226_488,
        cancellation: 5_847,
        adjustment: 3,
        noCustomer: 88_370,
        priceZero: 1_797,
      });
      const [count] = await readTransaction(test.platform, test.merchantId, (tx) =>
        tx.query<{ orders: number }>("select count(*) as orders from orders"),
      );
      expect(count?.orders).toBe(0);
    });

    it("is imported whole, and once", async () => {
      const started = performance.now();
      const cpu = process.cpuUsage();
      const report = await run(false);
      process.stdout.write(
        `imported in ${Math.round(performance.now() - started)} ms, ${JSON.stringify(report)} cpu ${JSON.stringify(process.cpuUsage(cpu))}\n`,
      );
      expect(report.lines).toBe(226_488);
      const again = await run(false);
      expect(again.orders).toEqual({
        ...report.orders,
        imported: 0,
        existing: report.orders.imported,
      });
      const cash = await readTransaction(test.platform, test.merchantId, (tx) =>
        balance(tx, "gateway:till:cash", "GBP"),
      );
      expect(report.paid.map(({ currency }) => currency)).toContain("GBP");
      expect(report.paid.reduce((sum, { amountMinor }) => sum + amountMinor, 0)).toBe(cash);
    });
  },
);
