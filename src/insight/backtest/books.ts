import { dayMs, dayOf, dayText } from "../../core/index.ts";
import type { PastOrder, PastPart } from "../past-pages.ts";
import type { Compared } from "../rules/backtest/compare-order.ts";
import { IdSet } from "../rules/backtest/id-set.ts";
import type { BacktestReport, Counted } from "../rules/backtest/report.ts";
import { Tally } from "../rules/backtest/tally.ts";
import type { Product } from "../rules/backtest/tally.ts";
import type { Extent } from "../store/past.ts";
import type { BacktestRequest } from "./request.ts";

/** All that is counted of a back-test: what it holds does not grow with the number of claims. */
export class Books {
  readonly #tallies = new Map<string, Tally>();
  readonly #claims = new IdSet();
  readonly #orders = new IdSet();
  readonly #customers = new IdSet();
  readonly #statuses = new Map<Compared["status"], number>();
  readonly #missing = new Map<string, number>();
  readonly #problems = new Map<string, number>();

  add({ order, channel }: PastOrder, compared: Compared, products: ReadonlyMap<string, Product>) {
    const { row } = compared.past as PastPart;
    const { orderId, orderNumber, customerId, zone, currency, facts } = order;
    this.#claims.add(compared.past.claimId);
    this.#orders.add(orderId);
    if (customerId !== null) this.#customers.add(customerId);
    increase(this.#statuses, compared.status);
    for (const fact of compared.missing) increase(this.#missing, fact);
    if (compared.problem !== null) increase(this.#problems, compared.problem);
    this.#tallyOf(currency).add({
      compared,
      number: row.number,
      orderId,
      orderNumber,
      customerId,
      month: monthOf(row.received_at, zone),
      channel,
      kind: row.kind,
      products: (facts?.lines ?? []).map(
        ({ lineId }) => products.get(`${orderId} ${lineId}`) ?? null,
      ),
    });
  }

  #tallyOf(currency: string): Tally {
    const tally = this.#tallies.get(currency) ?? new Tally(currency);
    this.#tallies.set(currency, tally);
    return tally;
  }

  report(request: BacktestRequest, extent: Extent, parametersUnfit: number): BacktestReport {
    const { draft, replaces, window, seed } = request;
    const { id, version, hash } = draft.document;
    const months = monthsOf(request, extent);
    const counts = (status: Compared["status"]): number => this.#statuses.get(status) ?? 0;
    const tallies = [...this.#tallies].sort(([left], [right]) => (left < right ? -1 : 1));
    return {
      policy: { id, version, hash },
      replaces: [...new Set([id, ...replaces])],
      from: instantText(window.from),
      to: instantText(window.to),
      claims: this.#claims.size,
      decisions: [...this.#statuses.values()].reduce((sum, count) => sum + count, 0),
      orders: this.#orders.size,
      customers: this.#customers.size,
      undetermined: counts("undetermined"),
      unanswered: counts("unanswered"),
      leftOut: {
        tooOpen: counts("too_open"),
        impossible: counts("impossible"),
        faulty: counts("faulty"),
      },
      undecided: { open: extent.open, withdrawn: extent.withdrawn, unmatched: extent.unmatched },
      parametersUnfit,
      missing: counted(this.#missing),
      problems: counted(this.#problems),
      currencies: tallies.map(([, tally]) => tally.report(months, seed)),
    };
  }
}

/** `2026-01` of an instant in the zone of its order. */
const monthOf = (instant: number, zone: string): string =>
  dayText(dayOf(instant, zone)).slice(0, 7);

const meanMonthMs = (365.2425 / 12) * dayMs;

/** From the first claim to the last, unless the window says more; at least one month. */
function monthsOf({ window }: BacktestRequest, { first_at, last_at }: Extent): number {
  const from = window.from ?? first_at ?? 0;
  const to = window.to ?? last_at ?? from;
  return Math.max(1, (to - from) / meanMonthMs);
}

const instantText = (instant: number | null): string | null =>
  instant === null ? null : new Date(instant).toISOString();

function increase<Key>(counts: Map<Key, number>, key: Key): void {
  counts.set(key, (counts.get(key) ?? 0) + 1);
}

function counted(counts: ReadonlyMap<string, number>): Counted[] {
  return [...counts]
    .map(([name, decisions]) => ({ name, decisions }))
    .sort((left, right) => right.decisions - left.decisions || (left.name < right.name ? -1 : 1));
}
