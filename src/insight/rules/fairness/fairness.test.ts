import { describe, expect, it } from "vitest";
import { seededRandom } from "../statistics/random.ts";
import type { Random } from "../statistics/random.ts";
import { auditAttestations } from "./attestations.ts";
import { compareGroups, trialsMin } from "./compare-groups.ts";
import { OutcomeTally, amountBand, paidPermille } from "./outcomes.ts";

const groups = (...all: [key: string, successes: number, trials: number][]) => ({
  trait: "region",
  outcome: "approved",
  groups: all.map(([key, successes, trials]) => ({ key, successes, trials })),
});

describe("groups", () => {
  it("are held against all others, two of them once", () => {
    const found = compareGroups([groups(["a", 56, 70], ["b", 48, 80])]);
    expect(found).toMatchObject({ comparisons: 1, level: 0.95 });
    expect(found.apart).toMatchObject([
      { key: "a", share: 0.8, otherShare: 0.6, trials: 70, otherTrials: 80 },
    ]);
    expect(found.apart[0]?.lowest).toBeCloseTo(0.0524, 4);
    expect(found.apart[0]?.highest).toBeCloseTo(0.3339, 4);
  });

  it("need more to lie apart the more comparisons are made", () => {
    const one = groups(["a", 56, 70], ["b", 48, 80]);
    const found = compareGroups(Array.from({ length: 10 }, () => one));
    expect(found).toMatchObject({ comparisons: 10, apart: [] });
    expect(found.level).toBeCloseTo(0.995, 12);
  });

  it("of few are not compared", () => {
    const few = trialsMin - 1;
    const found = compareGroups([groups(["a", few, few], ["b", 100, 100], ["c", 100, 100])]);
    expect(found).toMatchObject({ comparisons: 2, apart: [] });
    expect(compareGroups([])).toEqual({ comparisons: 0, level: 0.95, apart: [] });
  });
});

const regions = ["north", "south", "west"];
const tiers = ["none", "regular", "premium"];
const pick = <T>(random: Random, all: readonly T[]): T => all[Math.floor(random() * all.length)]!;

/** A history in which `refuse` says how likely a refusal is. */
function history(seed: number, cases: number, refuse: (region: string) => number): OutcomeTally {
  const random = seededRandom(seed);
  const tally = new OutcomeTally();
  for (let index = 0; index < cases; index += 1) {
    const [region, tier] = [pick(random, regions), pick(random, tiers)];
    const approved = random() >= refuse(region);
    const paidPermille = approved ? pick(random, [1000, 1000, 900]) : 0;
    const minutes = Math.floor(random() * 10_000);
    const traits = { region, tier, channel: null, amount: pick(random, ["1", "2", "3", "4"]) };
    tally.add({ approved, paidPermille, minutes }, traits);
  }
  return tally;
}

describe("outcomes", () => {
  it("show a region that is refused more often, and no other", () => {
    const { compared } = history(5, 3000, (region) => (region === "south" ? 0.35 : 0.2)).report();
    const found = compared.apart.filter(({ outcome }) => outcome === "approved");
    expect(found.find(({ key }) => key === "south")?.highest).toBeLessThan(0);
    expect(found.every(({ trait }) => trait === "region")).toBe(true);
  });

  it("give a false alarm in at most one of twenty histories", () => {
    const runs = 200;
    const alarms = Array.from({ length: runs }, (_, seed) =>
      history(1000 + seed, 200, () => 0.2).report(),
    ).filter(({ compared }) => compared.apart.length > 0);
    // 5 % of 200 is 10; three standard deviations above it are 19.
    expect(alarms.length).toBeLessThanOrEqual(19);
  });

  it("are told by group, with what nobody recorded last and never compared", () => {
    const tally = new OutcomeTally();
    for (let index = 0; index < 20; index += 1) {
      const outcome = { approved: index < 15, paidPermille: index * 50, minutes: index };
      tally.add(outcome, { region: index % 2 === 0 ? null : "north" });
    }
    const { traits, compared } = tally.report();
    expect(tally.decisions).toBe(20);
    expect(compared.comparisons).toBe(0);
    expect(traits).toMatchObject([
      {
        trait: "region",
        groups: [
          { key: "north", decisions: 10, approved: { successes: 7, trials: 10 }, paidShare: 0.5 },
          { key: null, decisions: 10, approved: { successes: 8, trials: 10 }, paidShare: 0.45 },
        ],
      },
    ]);
    // The median of all is 9: above it lie 11, 13, 15, 17 and 19.
    expect(traits[0]?.groups[0]).toMatchObject({
      slower: { successes: 5, trials: 10 },
      paidLess: { successes: 4, trials: 10 },
      medianMinutes: 9,
    });
  });

  it("know what was paid of a price, and in which band that lies", () => {
    const item = { lineId: "1", packetId: null, from: 0, to: 1 };
    const head = { base: "line.paid", grant: null, settles: "refund", trace: [] } as const;
    const pays = (baseMinor: number, fraction: string) =>
      ({ ...head, direction: "pay", items: [{ ...item, baseMinor, fraction }] }) as const;
    expect(paidPermille({ heads: [pays(1000, "1/2"), pays(3000, "1/1")] })).toBe(875);
    expect(paidPermille({ heads: [pays(0, "1/2")] })).toBeNull();
    expect(paidPermille({ heads: [{ ...pays(1000, "1/2"), direction: "take" }] })).toBeNull();
    expect(amountBand(9999, "CNY")).toBe("CNY 1: 0.00 – 100.00");
    expect(amountBand(10_000, "CNY")).toBe("CNY 2: 100.00 – 1000.00");
    expect(amountBand(5_000_000, "CNY")).toBe("CNY 4: ≥ 10000.00");
  });
});

describe("attestations", () => {
  const count = (reviewer: string, found: string, n: number, claimed: string | null = '"yes"') => ({
    kind: "refund",
    fact: "intact",
    claimed,
    found,
    reviewer,
    count: n,
  });

  it("of like cases that differ are listed by reviewer, with their pairs", () => {
    const { unlike, alike, measured, compared } = auditAttestations([
      count("R-1", '"yes"', 38),
      count("R-1", '"no"', 2),
      count("R-2", '"yes"', 20),
      count("R-2", '"no"', 20),
      count("R-2", '"yes"', 5, null),
    ]);
    expect([alike, measured]).toEqual([1, 0]);
    expect(unlike).toMatchObject([
      {
        claimed: '"yes"',
        cases: 80,
        pairs: 58 * 22,
        found: [
          { value: '"yes"', count: 58 },
          { value: '"no"', count: 22 },
        ],
        reviewers: [{ reviewer: "R-1" }, { reviewer: "R-2" }],
      },
    ]);
    expect(compared.apart).toMatchObject([{ key: "R-1", share: 0.95, otherShare: 0.5 }]);
  });

  it("that are alike raise nothing, and measured values are no cases", () => {
    const shares = Array.from({ length: 21 }, (_, index) => count("R-1", `"1/${index + 2}"`, 1));
    expect(auditAttestations(shares)).toMatchObject({ unlike: [], alike: 0, measured: 1 });
    expect(auditAttestations([])).toMatchObject({ unlike: [], alike: 0, measured: 0 });
  });
});
