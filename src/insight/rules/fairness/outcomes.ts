import {
  formatDecimal,
  isRefusal,
  parseFraction,
  roundHalfUp,
  sumMinor,
  times,
} from "../../../core/index.ts";
import type { Decision } from "../../../core/index.ts";
import { Histogram } from "../statistics/histogram.ts";
import { wilson } from "../statistics/intervals.ts";
import type { Proportion } from "../statistics/intervals.ts";
import { compareGroups } from "./compare-groups.ts";
import type { Compared, Question } from "./compare-groups.ts";

/** What became of one claim on one order. */
export interface Outcome {
  readonly approved: boolean;
  /** What is paid of what was claimed, in thousandths; null where that was of no price. */
  readonly paidPermille: number | null;
  readonly minutes: number | null;
}

/** Trait → group; null: not recorded. */
export type Traits = Readonly<Record<string, string | null>>;

export interface GroupRow {
  /** null: not recorded. */
  readonly key: string | null;
  readonly decisions: number;
  readonly approved: Proportion;
  /** Share of decisions that pay less than half of all decisions do. */
  readonly paidLess: Proportion;
  /** Mean of the shares paid of what was claimed. */
  readonly paidShare: number | null;
  /** Share of decisions that took longer than half of all decisions did. */
  readonly slower: Proportion;
  readonly medianMinutes: number | null;
}

export interface TraitReport {
  readonly trait: string;
  readonly groups: readonly GroupRow[];
}

/** Outcomes by traits; holds one histogram for each group and no claim. */
export class OutcomeTally {
  readonly #traits = new Map<string, Map<string | null, Cell>>();
  readonly #all = newCell();

  add(outcome: Outcome, traits: Traits): void {
    count(this.#all, outcome);
    for (const [trait, key] of Object.entries(traits)) {
      const groups = this.#traits.get(trait) ?? new Map<string | null, Cell>();
      this.#traits.set(trait, groups);
      const cell = groups.get(key) ?? newCell();
      groups.set(key, cell);
      count(cell, outcome);
    }
  }

  get decisions(): number {
    return this.#all.decisions;
  }

  report(): { readonly traits: readonly TraitReport[]; readonly compared: Compared } {
    const medianPaid = this.#all.paid.percentile(50) ?? 0;
    const medianMinutes = this.#all.minutes.percentile(50) ?? 0;
    const traits = [...this.#traits].map(([trait, groups]) => ({
      trait,
      groups: [...groups]
        .map(([key, cell]) => rowOf(key, cell, medianPaid, medianMinutes))
        .sort(byKey),
    }));
    return { traits, compared: compareGroups(traits.flatMap(questionsOf)) };
  }
}

interface Cell {
  decisions: number;
  approved: number;
  readonly paid: Histogram;
  readonly minutes: Histogram;
}

const newCell = (): Cell => ({
  decisions: 0,
  approved: 0,
  paid: new Histogram(),
  minutes: new Histogram(),
});

function count(cell: Cell, { approved, paidPermille, minutes }: Outcome): void {
  cell.decisions += 1;
  if (approved) cell.approved += 1;
  if (paidPermille !== null) cell.paid.add(paidPermille);
  if (minutes !== null) cell.minutes.add(minutes);
}

function rowOf(key: string | null, cell: Cell, medianPaid: number, medianMinutes: number) {
  const { decisions, approved, paid, minutes } = cell;
  const row: GroupRow = {
    key,
    decisions,
    approved: wilson(approved, decisions),
    paidLess: wilson(
      countOf(paid, (value) => value < medianPaid),
      paid.count,
    ),
    paidShare: meanOf(paid),
    slower: wilson(
      countOf(minutes, (value) => value > medianMinutes),
      minutes.count,
    ),
    medianMinutes: minutes.percentile(50),
  };
  return row;
}

function countOf(histogram: Histogram, fits: (value: number) => boolean): number {
  return histogram.entries().reduce((sum, [value, count]) => sum + (fits(value) ? count : 0), 0);
}

function meanOf(histogram: Histogram): number | null {
  if (histogram.count === 0) return null;
  const sum = histogram.entries().reduce((total, [value, count]) => total + value * count, 0);
  return sum / histogram.count / 1000;
}

const byKey = (left: GroupRow, right: GroupRow): number =>
  Number(left.key === null) - Number(right.key === null) ||
  ((left.key ?? "") < (right.key ?? "") ? -1 : 1);

/** Who is in no group is not compared: what nobody recorded is no group of people. */
function questionsOf({ trait, groups }: TraitReport): Question[] {
  const recorded = groups.filter(({ key }) => key !== null);
  const ask = (outcome: "approved" | "paidLess" | "slower"): Question => ({
    trait,
    outcome,
    groups: recorded.map((group) => ({ key: group.key ?? "", ...group[outcome] })),
  });
  return recorded.length < 2 ? [] : [ask("approved"), ask("paidLess"), ask("slower")];
}

/** What the pay heads of a decision give of their bases, in thousandths. */
export function paidPermille({ heads }: Pick<Decision, "heads">): number | null {
  const items = heads.filter(({ direction }) => direction === "pay").flatMap((head) => head.items);
  const base = sumMinor(items.map(({ baseMinor }) => baseMinor));
  if (base === 0) return null;
  const paid = items.map(({ baseMinor, fraction }) => {
    const share = parseFraction(fraction);
    return isRefusal(share) ? 0 : roundHalfUp(times(share, baseMinor));
  });
  return Math.round((sumMinor(paid) * 1000) / base);
}

const bandsFrom = [0, 10_000, 100_000, 1_000_000] as const;

/** `CNY 100.00 – 1000.00`: in which of four bands an order's price lies. */
export function amountBand(paidMinor: number, currency: string): string {
  const at = bandsFrom.findLastIndex((from) => paidMinor >= from);
  const from = formatDecimal(bandsFrom[at] ?? 0, currency);
  const next = bandsFrom[at + 1];
  return next === undefined
    ? `${currency} ${at + 1}: ≥ ${from}`
    : `${currency} ${at + 1}: ${from} – ${formatDecimal(next, currency)}`;
}
