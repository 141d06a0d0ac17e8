import { Gauge, Histogram } from "prom-client";
import type { Registry } from "prom-client";
import { allMerchantIds } from "../merchants/index.ts";
import { readTransaction } from "../platform/index.ts";
import type { Platform } from "../platform/index.ts";
import type { Outcome } from "./rules/outcome.ts";
import { countOpenByRoute } from "./store/obligations.ts";
import { countUnsettled } from "./store/payouts.ts";

type Call = "refund" | "query";

export type TreasuryMetrics = {
  /** Measures one call to a gateway that is really made; no call rejects. */
  measured(gateway: string, call: Call, made: Promise<Outcome>): Promise<Outcome>;
};

const buckets = [0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30];
/** Scrapers may come together; the database is asked once in a while. */
const freshForMs = 15_000;

/** Treasury's figures on `/metrics`, of all merchants together; registered once per process. */
export function treasuryMetrics(platform: Platform): TreasuryMetrics {
  const { registry } = platform.metrics;
  const calls = callSeconds(registry);
  registerGauges(registry, latest(platform));
  return {
    async measured(gateway, call, made) {
      const startedAt = performance.now();
      const outcome = await made;
      const seconds = (performance.now() - startedAt) / 1000;
      calls.observe({ gateway, call, outcome: outcome.kind }, seconds);
      return outcome;
    },
  };
}

type CallSeconds = Histogram<"gateway" | "call" | "outcome">;

function callSeconds(registry: Registry): CallSeconds {
  const name = "makegood_gateway_call_seconds";
  const known = registry.getSingleMetric(name) as CallSeconds | undefined;
  return (
    known ??
    new Histogram({
      name,
      help: "Calls to gateways by what they taught us",
      labelNames: ["gateway", "call", "outcome"] as const,
      buckets,
      registers: [registry],
    })
  );
}

type Figures = {
  readonly payouts: ReadonlyMap<string, number>;
  readonly obligations: ReadonlyMap<string, number>;
  /** Of the payout that has been in doubt the longest; 0 where none is. */
  readonly doubtSeconds: number;
};

/** Every gauge of one scrape reads the same figures. */
function latest(platform: Platform): () => Promise<Figures> {
  let read: { readonly at: number; readonly figures: Promise<Figures> } | null = null;
  return () => {
    const at = performance.now();
    if (read === null || at - read.at > freshForMs) read = { at, figures: figuresOf(platform) };
    return read.figures;
  };
}

async function figuresOf(platform: Platform): Promise<Figures> {
  const payouts = new Map<string, number>();
  const obligations = new Map<string, number>();
  let doubtSeconds = 0;
  for (const merchantId of await allMerchantIds(platform)) {
    const [unsettled, open, now] = await readTransaction(platform, merchantId, async (tx) => [
      await countUnsettled(tx),
      await countOpenByRoute(tx),
      tx.now,
    ]);
    for (const { status, payouts: count, since } of unsettled) {
      payouts.set(status, (payouts.get(status) ?? 0) + count);
      if (status === "uncertain") doubtSeconds = Math.max(doubtSeconds, (now - since) / 1000);
    }
    for (const { route, open: count } of open) {
      obligations.set(route, (obligations.get(route) ?? 0) + count);
    }
  }
  return { payouts, obligations, doubtSeconds };
}

function registerGauges(registry: Registry, figures: () => Promise<Figures>): void {
  const gauge = (name: string, help: string, label: string | null, collect: Collect): void => {
    if (registry.getSingleMetric(name) !== undefined) return;
    const labelNames = label === null ? [] : [label];
    const made: Gauge = new Gauge({
      name,
      help,
      labelNames,
      registers: [registry],
      async collect() {
        made.reset();
        collect(made, await figures());
      },
    });
  };
  gauge("makegood_payouts", "Payouts that are not settled", "status", (made, { payouts }) => {
    for (const [status, count] of payouts) made.set({ status }, count);
  });
  gauge("makegood_obligations_open", "Amounts due, by route", "route", (made, { obligations }) => {
    for (const [route, count] of obligations) made.set({ route }, count);
  });
  const help = "For how long the oldest uncertain payout has been so";
  gauge("makegood_payout_uncertain_age_seconds", help, null, (made, { doubtSeconds }) => {
    made.set(doubtSeconds);
  });
}

type Collect = (made: Gauge, figures: Figures) => void;
