import { readdirSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { quote } from "../src/app/quote/quote.ts";
import type { Quote } from "../src/claims/index.ts";

/**
 * Orders that were answered wrongly once: what a claim pays for, and how it goes back over lines
 * and means of payment. Each with the answer that is right.
 */
interface Answer {
  readonly claims: Quote["answers"];
  readonly entitlement: Quote["entitlement"];
}

const root = join(import.meta.dirname, "..");

const placeOf = (folder: string): string => join(import.meta.dirname, "field/split", folder);

const filesOf = (folder: string, pattern: RegExp): string[] =>
  readdirSync(placeOf(folder))
    .filter((file) => pattern.test(file))
    .sort()
    .map((file) => join(placeOf(folder), file));

/** All claims of a case, in the order of their names. */
const answer = (folder: string, ...shipped: readonly string[]): Promise<Answer> =>
  answered(folder, filesOf(folder, /^claim.*\.json$/), shipped);

/** Some claims of a case, one after the other. */
const inTurn = (folder: string, ...claims: readonly string[]): Promise<Answer> =>
  answered(
    folder,
    claims.map((claim) => join(placeOf(folder), `claim-${claim}.json`)),
    [],
  );

async function answered(
  folder: string,
  claims: readonly string[],
  shipped: readonly string[],
): Promise<Answer> {
  let told: Answer | null = null;
  await quote(
    {
      json: true,
      answer: (value) => (told = value as Answer),
      note: () => undefined,
      progress: () => ({ at: () => undefined, end: () => undefined }),
    },
    {
      order: join(placeOf(folder), "order.json"),
      claims,
      policies: [
        ...filesOf(folder, /\.policy\.yaml$/),
        ...shipped.map((name) => join(root, "policies", `${name}.policy.yaml`)),
      ],
      catalogue: null,
      language: "en",
    },
  );
  if (told === null) throw new Error(`${folder} was not answered`);
  return told;
}

/** What each claim brings by each tender, in its unit. */
const duesOf = ({ claims }: Answer): Record<string, number>[] =>
  claims.map((claim) =>
    claim.status === "decided"
      ? Object.fromEntries(claim.dues.map(({ tenderId, units }) => [tenderId, units]))
      : { [claim.status]: 0 },
  );

describe("a claim pays for what it names", () => {
  test("one of two packages, after a discount on both", async () => {
    expect(duesOf(await answer("F01/t3-two-packages"))).toEqual([{ m: 9000 }]);
  });

  test("two of five seats", async () => {
    expect(duesOf(await answer("F01/t5-2of5-prepaid"))).toEqual([{ m: 4000 }]);
  });

  test("one package and later the other, each half of its own price", async () => {
    expect(duesOf(await answer("F01/t5-p1-late-p2"))).toEqual([{ m: 5000 }, { m: 2500 }]);
  });
});

describe("packages with meters of their own", () => {
  const money = async (folder: string, ...claims: string[]) =>
    duesOf(await inTurn(folder, ...claims)).map(({ m = 0 }) => m);

  test.each([
    { claims: ["p1", "p2"], brings: [5000, 5000] },
    { claims: ["whole"], brings: [10_000] },
    { claims: ["p2", "whole"], brings: [5000, 5000] },
    { claims: ["p1", "whole"], brings: [5000, 5000] },
    { claims: ["p2", "whole", "p1"], brings: [5000, 5000, 0] },
    { claims: ["p2", "p1", "whole"], brings: [5000, 5000, 0] },
    { claims: ["whole", "whole"], brings: [10_000, 0] },
  ])("are each answered by its own, also by the whole order: $claims", async (each) => {
    expect(await money("F01/own-meters", ...each.claims)).toEqual(each.brings);
  });

  test.each([
    { claims: ["p1", "p2", "g"], brings: [5050, 5050, 100] },
    { claims: ["whole"], brings: [10_200] },
    { claims: ["g-p2", "whole"], brings: [5150, 5050] },
    { claims: ["p2", "whole"], brings: [5050, 5150] },
  ])("and so is what they bear: $claims", async (each) => {
    expect(await money("F01/fee-own-meters", ...each.claims)).toEqual(each.brings);
  });
});

test("shares of meters that do not add up to the price are refused", async () => {
  const refused = answer("F33/t3-share-not-sum");
  await expect(refused).rejects.toThrow(/come to `9000` and the price .* is `12000`/);
});

describe("what belongs to the order and to none of its lines", () => {
  test("a tax goes back by what was paid for the goods that go back", async () => {
    const found = await answer("F13/x1-tax-unlinked");
    expect(duesOf(found)).toEqual([{ m: 10_800 }, { m: 5400 }]);
    expect(found.entitlement.totalMinor).toBe(16_200);
  });

  test("a fee goes back where a document says so, and else stays", async () => {
    expect(duesOf(await answer("F14/m10-fee"))).toEqual([{ m: 10_000 }]);
    expect(duesOf(await answer("F14/m10-fee-named"))).toEqual([{ m: 10_300 }]);
    expect(duesOf(await answer("F14/t5-pkg-tax-fee"))).toEqual([{ m: 12_000 }]);
    expect(duesOf(await answer("F14/t5-pkg-tax-fee-named"))).toEqual([{ m: 15_000 }]);
  });
});

describe("what was partly used is partly paid", () => {
  test.each([
    ["nothing was spent", "F20/r1-bought-disc", 8800],
    ["3,000 of 10,000 were spent", "F20/r2-partly-spent", 6160],
    ["the same, told as spent", "F20/r8-spent-part", 6160],
  ])("of a packet bought for 88.00 when %s", async (_, folder, units) => {
    expect(duesOf(await answer(folder, "red-packet"))).toEqual([{ m: units }]);
  });
});

describe("a part of the price back does not use the unit up", () => {
  test("price protection", async () => {
    expect(duesOf(await answer("F21/c06a"))).toEqual([{ m: 1990 }]);
  });

  test("price protection, and later the return for the rest", async () => {
    const found = await answer("F21/protect-then-return", "order-refund");
    expect(found.entitlement.totalMinor).toBe(19_900);
    expect(duesOf(found)).toEqual([{ m: 1990 }, { m: 17_910 }]);
  });
});

test("shares over tenders in two units never pay more than is owed", async () => {
  const found = await answer("G-overpaid-by-one", "online-retail-replay");
  const paid = duesOf(found).map((dues) => Object.values(dues).reduce((sum, one) => sum + one, 0));
  expect(found.entitlement.totalMinor).toBe(7);
  expect(paid).toEqual([7, 0]);
});

test("money of another currency goes back in it, at the rate of the sale", async () => {
  const found = await answer("F35/g2");
  expect(duesOf(found)).toEqual([{ jpy: 15_001 }, { jpy: 15_000 }, { jpy: 15_000 }]);
  expect(found.entitlement.totalMinor).toBe(30_000);
});
