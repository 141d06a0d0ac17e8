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

const file = "online-retail-2010-12_2011-08.csv.gz";
const minutes = 60_000;

describeWithData("the whole online-retail file", [file], ([path = ""]) => {
  let test: TestPlatform;
  beforeAll(async () => {
    test = await testPlatform();
  });
  afterAll(() => test.close());

  const run = async (dryRun: boolean): Promise<ImportReport> => {
    const { platform, actor } = test;
    const request = { format: "online-retail", path, dryRun, gatewayAccount: "till" };
    const report = await importFile(platform, rememberingPorts(platform), actor, request);
    if (isRefusal(report)) throw new Error(report.code);
    return report;
  };
  const whole = {
    rows: 320_705,
    lines: 226_488,
    problems: [],
    differing: [],
    orders: { imported: 11_415, existing: 0, differing: 0, leftOut: 0 },
    paid: [{ currency: "GBP", amountMinor: 523_924_056 }],
    classes: {
      purchase: 226_488,
      cancellation: 5_847,
      adjustment: 3,
      noCustomer: 88_370,
      priceZero: 1_797,
      notPositive: 925,
    },
  };
  const cash = () =>
    readTransaction(test.platform, test.merchantId, (tx) =>
      balance(tx, "gateway:till:cash", "GBP"),
    );

  it(
    "is counted by class in a dry run, and nothing is written",
    async () => {
      expect(await run(true)).toMatchObject({ ...whole, dryRun: true });
      const [count] = await readTransaction(test.platform, test.merchantId, (tx) =>
        tx.query<{ orders: number }>("select count(*) as orders from orders"),
      );
      expect(count?.orders).toBe(0);
    },
    5 * minutes,
  );

  it(
    "is imported whole, and once",
    async () => {
      expect(await run(false)).toMatchObject({ ...whole, dryRun: false });
      expect(await cash()).toBe(523_924_056n);
      const again = await run(false);
      expect(again).toMatchObject({
        orders: { imported: 0, existing: 11_415, differing: 0, leftOut: 0 },
        lines: 0,
        paid: [],
      });
      expect(await cash()).toBe(523_924_056n);
    },
    5 * minutes,
  );
});
