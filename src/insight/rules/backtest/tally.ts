import { Histogram } from "../statistics/histogram.ts";
import { percentilesOf, periodCost } from "../statistics/resample.ts";
import type { Percentiles } from "../statistics/resample.ts";
import type { Cost } from "./answers.ts";
import type { Compared } from "./compare-order.ts";
import { IdSet } from "./id-set.ts";
import type { Affected, Costs, CurrencyReport, LargestChange, Row, Sums } from "./report.ts";

/** A compared decision with what it is told apart by. */
export interface Tallied {
  readonly compared: Compared;
  readonly number: string;
  readonly orderId: string;
  readonly orderNumber: string;
  readonly customerId: string | null;
  /** `2026-01` in the zone of the order. */
  readonly month: string;
  readonly channel: string | null;
  readonly kind: string;
  /** By line of the order; null for a line that is no product's. */
  readonly products: readonly (Product | null)[];
}

export interface Product {
  readonly code: string;
  readonly name: string | null;
}

export const largestShown = 10;
export const productsShown = 50;
const sides = ["before", "lowest", "highest"] as const;

/** The sums of one currency; each decision is added once and then forgotten. */
export class Tally {
  readonly #currency: string;
  readonly #money = newCell();
  readonly #grants = newCell();
  readonly #by = {
    month: new Map<string | null, Cell>(),
    product: new Map<string | null, Cell>(),
    channel: new Map<string | null, Cell>(),
    kind: new Map<string | null, Cell>(),
  };
  readonly #changed = { claims: new IdSet(), orders: new IdSet(), customers: new IdSet() };
  readonly #ways = { more: 0, less: 0, open: 0 };
  readonly #amounts = {
    before: new Histogram(),
    lowest: new Histogram(),
    highest: new Histogram(),
  };
  #largest: LargestChange[] = [];

  constructor(currency: string) {
    this.#currency = currency;
  }

  add(one: Tallied): void {
    const { compared, month, channel, kind } = one;
    const changed = changes(compared);
    const money = moneyOf(compared);
    count(this.#money, money, changed);
    count(this.#grants, grantsOf(compared), changed);
    count(cellOf(this.#by.month, month), money, changed);
    count(cellOf(this.#by.channel, channel), money, changed);
    count(cellOf(this.#by.kind, kind), money, changed);
    this.#addProducts(one);
    for (const side of sides) this.#amounts[side].add(compared[side].moneyMinor);
    if (changed) this.#addChange(one, money);
  }

  #addProducts({ compared, products }: Tallied): void {
    const rest = { ...moneyOf(compared) };
    for (const [line, product] of products.entries()) {
      if (product === null) continue;
      const sums = sumsOf(compared, ({ lines }) => lines[line] ?? 0);
      if (isZero(sums)) continue;
      const cell = cellOf(this.#by.product, product.code, product.name);
      count(cell, sums, differs(sums));
      rest.beforeMinor -= sums.beforeMinor;
      rest.lowestMinor -= sums.lowestMinor;
      rest.highestMinor -= sums.highestMinor;
    }
    if (!isZero(rest)) {
      count(cellOf(this.#by.product, null), rest, differs(rest));
    }
  }

  #addChange(one: Tallied, money: Sums): void {
    const { compared, orderId, customerId, number, orderNumber } = one;
    const { past, clausesBefore, clausesAfter } = compared;
    this.#changed.claims.add(past.claimId);
    this.#changed.orders.add(orderId);
    if (customerId !== null) this.#changed.customers.add(customerId);
    this.#ways[wayOf(compared)] += 1;
    const change = { claimId: past.claimId, number, orderNumber, clausesBefore, clausesAfter };
    const last = this.#largest.at(-1);
    if (this.#largest.length === largestShown && last && sizeOf(last) >= sizeOf(money)) return;
    // Sorting keeps the order of equals: the earlier order stays in front.
    this.#largest = [...this.#largest, { ...money, ...change }]
      .sort((left, right) => sizeOf(right) - sizeOf(left))
      .slice(0, largestShown);
  }

  /** `months`: how long the window was; `seed` of the percentiles of periods. */
  report(months: number, seed: number): CurrencyReport {
    const { claims, orders, customers } = this.#changed;
    const affected: Affected = {
      claims: claims.size,
      orders: orders.size,
      customers: customers.size,
      ...this.#ways,
    };
    const costs = (of: (amounts: Histogram) => Percentiles): Costs => ({
      before: of(this.#amounts.before),
      lowest: of(this.#amounts.lowest),
      highest: of(this.#amounts.highest),
    });
    return {
      currency: this.#currency,
      decisions: this.#money.decisions,
      money: onlySums(this.#money),
      grants: onlySums(this.#grants),
      affected,
      byMonth: rowsOf(this.#by.month, byKey),
      byProduct: withRest(rowsOf(this.#by.product, bySize)),
      byChannel: rowsOf(this.#by.channel, bySize),
      byKind: rowsOf(this.#by.kind, bySize),
      perDecision: costs(percentilesOf),
      perMonth: costs((amounts) => periodCost(amounts, months, seed)),
      perYear: costs((amounts) => periodCost(amounts, months / 12, seed)),
      largest: this.#largest,
    };
  }
}

type Cell = { -readonly [K in keyof Row]: Row[K] };

const newCell = (key: string | null = null, name: string | null = null): Cell => ({
  key,
  name,
  decisions: 0,
  changed: 0,
  beforeMinor: 0,
  lowestMinor: 0,
  highestMinor: 0,
});

function cellOf(cells: Map<string | null, Cell>, key: string | null, name: string | null = null) {
  const known = cells.get(key);
  if (known !== undefined) return known;
  const cell = newCell(key, name);
  cells.set(key, cell);
  return cell;
}

function count(cell: Cell, sums: Sums, changed: boolean): void {
  cell.decisions += 1;
  if (changed) cell.changed += 1;
  cell.beforeMinor += sums.beforeMinor;
  cell.lowestMinor += sums.lowestMinor;
  cell.highestMinor += sums.highestMinor;
}

const sumsOf = (
  { before, lowest, highest }: Pick<Compared, (typeof sides)[number]>,
  of: (cost: Cost) => number,
): { -readonly [K in keyof Sums]: number } => ({
  beforeMinor: of(before),
  lowestMinor: of(lowest),
  highestMinor: of(highest),
});

const moneyOf = (compared: Compared) => sumsOf(compared, ({ moneyMinor }) => moneyMinor);
const grantsOf = (compared: Compared) => sumsOf(compared, ({ grantMinor }) => grantMinor);

const differs = ({ beforeMinor, lowestMinor, highestMinor }: Sums): boolean =>
  beforeMinor !== lowestMinor || beforeMinor !== highestMinor;

const isZero = ({ beforeMinor, lowestMinor, highestMinor }: Sums): boolean =>
  beforeMinor === 0 && lowestMinor === 0 && highestMinor === 0;

const changes = (compared: Compared): boolean =>
  differs(moneyOf(compared)) || differs(grantsOf(compared));

function wayOf(compared: Compared): "more" | "less" | "open" {
  const [money, grants] = [moneyOf(compared), grantsOf(compared)];
  const { beforeMinor, lowestMinor, highestMinor } = differs(money) ? money : grants;
  if (lowestMinor > beforeMinor) return "more";
  return highestMinor < beforeMinor ? "less" : "open";
}

const sizeOf = ({ beforeMinor, lowestMinor, highestMinor }: Sums): number =>
  Math.max(Math.abs(lowestMinor - beforeMinor), Math.abs(highestMinor - beforeMinor));

const onlySums = ({ beforeMinor, lowestMinor, highestMinor }: Sums): Sums => ({
  beforeMinor,
  lowestMinor,
  highestMinor,
});

const byKey = (left: Row, right: Row): number => ((left.key ?? "") < (right.key ?? "") ? -1 : 1);

const bySize = (left: Row, right: Row): number =>
  sizeOf(right) - sizeOf(left) || right.beforeMinor - left.beforeMinor || byKey(left, right);

const rowsOf = (
  cells: ReadonlyMap<string | null, Cell>,
  order: (left: Row, right: Row) => number,
): Row[] => [...cells.values()].sort(order);

/** The products that change most, and all others together. */
function withRest(rows: readonly Row[]): Row[] {
  if (rows.length <= productsShown) return [...rows];
  const rest = newCell("*");
  for (const row of rows.slice(productsShown)) {
    rest.decisions += row.decisions;
    rest.changed += row.changed;
    rest.beforeMinor += row.beforeMinor;
    rest.lowestMinor += row.lowestMinor;
    rest.highestMinor += row.highestMinor;
  }
  return [...rows.slice(0, productsShown), rest];
}
