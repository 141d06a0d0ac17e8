import { marksNeeded } from "../../core/index.ts";
import type { CompiledPolicy, OrderFacts } from "../../core/index.ts";
import type { ReadTx } from "../../platform/index.ts";
import { loadBound } from "../../promises/index.ts";
import { isWithin, pastPages } from "../past-pages.ts";
import type { PastOrder, PastPart } from "../past-pages.ts";
import { compareOrder } from "../rules/backtest/compare-order.ts";
import type { Compared } from "../rules/backtest/compare-order.ts";
import type { PastDecision, Rebound } from "../rules/backtest/past.ts";
import { rebound, reaches } from "../rules/backtest/rebind.ts";
import { redecide } from "../rules/backtest/redecide.ts";
import type { BacktestReport } from "../rules/backtest/report.ts";
import type { Product } from "../rules/backtest/tally.ts";
import { selectExtent, selectLineProducts } from "../store/past.ts";
import { Books } from "./books.ts";
import { DraftPolicy } from "./draft.ts";
import type { BacktestRequest, BacktestWatch } from "./request.ts";
import { nothingUnread, unreadFacts } from "./unread-facts.ts";

/**
 * Runs a draft over the stored claims of a merchant and compares what they brought with what they
 * would have. Reads within the caller's transaction and writes nothing; null when it was stopped.
 */
export async function runBacktest(
  tx: ReadTx,
  request: BacktestRequest,
  watch: BacktestWatch,
): Promise<BacktestReport | null> {
  const { draft, replaces, window } = request;
  const extent = await selectExtent(tx, window);
  const runner = new Runner(tx, new DraftPolicy(draft, replaces));
  const books = new Books();
  let done = 0;
  for await (const page of pastPages(tx, window)) {
    const compared = [];
    for (const order of page) compared.push({ order, parts: await runner.compare(order) });
    const counted = compared.map(({ order, parts }) => ({
      order,
      parts: parts.filter((_, index) => isWithin(window, order.parts[index]!)),
    }));
    const products = await productsOf(tx, counted);
    for (const { order, parts } of counted) {
      done += parts.length;
      for (const part of parts) books.add(order, part, products);
    }
    if ((await watch.at(done, extent.decisions)) === "stop") return null;
  }
  return books.report(request, extent, runner.draft.parametersUnfit);
}

class Runner {
  readonly draft: DraftPolicy;
  readonly #tx: ReadTx;
  /** What was read under the pins of an order, by the pins' text. */
  readonly #bound = new Map<string, Bound>();

  constructor(tx: ReadTx, draft: DraftPolicy) {
    this.#tx = tx;
    this.draft = draft;
  }

  async compare(past: PastOrder): Promise<Compared[]> {
    const { facts } = past.order;
    if (facts === null) throw new Error(`order ${past.order.orderId} was decided and not paid`);
    const bound = new Map<PastDecision, Bound>();
    for (const part of past.parts) bound.set(part, await this.#boundOf(past, part));
    return compareOrder(facts, past.parts, (part) =>
      redecide(reboundOf(past, facts, part as PastPart, bound.get(part)!)),
    );
  }

  async #boundOf({ order }: PastOrder, { row: { kind } }: PastPart): Promise<Bound> {
    const key = `${kind} ${order.customerKind} ${JSON.stringify(order.pins)}`;
    const known = this.#bound.get(key);
    if (known !== undefined) return known;
    const then = await loadBound(this.#tx, order.pins, kind);
    const reached = reaches(this.draft.draft, kind, order.customerKind);
    const compiled = reached ? this.draft.compiledFor(order.pins) : null;
    const made = boundFrom(then, rebound(then, this.draft.draft, compiled));
    if (this.#bound.size >= boundMax) this.#bound.clear();
    this.#bound.set(key, made);
    return made;
  }
}

/** Merchants have few sets of pins; one that pins by the order does not fill the memory. */
const boundMax = 1000;

interface Bound {
  readonly policies: readonly CompiledPolicy[];
  readonly readThen: ReadonlySet<string>;
  /** Whether the draft reads of the record what nobody read then. */
  readonly readsMore: boolean;
}

function boundFrom(then: readonly CompiledPolicy[], policies: readonly CompiledPolicy[]): Bound {
  const readThen = new Set(then.flatMap(({ document }) => Object.keys(document.facts)));
  const marked = new Set(then.flatMap(marksOf));
  const readsMore =
    policies.some(({ document }) =>
      Object.keys(document.facts).some((fact) => !readThen.has(fact)),
    ) || policies.flatMap(marksOf).some((mark) => !marked.has(mark));
  return { policies, readThen, readsMore };
}

const marksOf = (policy: CompiledPolicy): string[] =>
  marksNeeded(policy).flatMap(({ fact, periods }) => periods.map((period) => `${fact} ${period}`));

function reboundOf(
  order: PastOrder,
  facts: OrderFacts,
  past: PastPart,
  { policies, readThen, readsMore }: Bound,
): Rebound {
  const unread = readsMore ? unreadFacts(order, facts, past, policies) : nothingUnread;
  return { past, facts, policies, readThen, unread };
}

/** Products of the lines on which money moves, by order and line. */
async function productsOf(
  tx: ReadTx,
  compared: readonly { readonly order: PastOrder; readonly parts: readonly Compared[] }[],
): Promise<ReadonlyMap<string, Product>> {
  const moving = compared.flatMap(({ order, parts }) => {
    const lines = order.order.facts?.lines ?? [];
    const moved = lines.filter((_, line) =>
      parts.some(({ before, highest }) => (before.lines[line] ?? 0) !== 0 || highest.lines[line]),
    );
    return moved.map(({ lineId }) => ({ orderId: order.order.orderId, lineId }));
  });
  const rows = moving.length === 0 ? [] : await selectLineProducts(tx, moving);
  return new Map(
    rows.flatMap(({ order_id, line_id, product_code, name }) => {
      const code = product_code ?? name;
      return code === null ? [] : [[`${order_id} ${line_id}`, { code, name }] as const];
    }),
  );
}
