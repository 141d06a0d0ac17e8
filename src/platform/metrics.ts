import { Counter, Histogram, Registry, collectDefaultMetrics } from "prom-client";

/** The figures that `/metrics` shows; rooms add their own to `registry`. */
export interface Metrics {
  readonly registry: Registry;
  readonly httpSeconds: Histogram<"route" | "status">;
  readonly transactionRetries: Counter<"code">;
  readonly eventsHandled: Counter<"subscriber" | "outcome">;
  readonly jobsHandled: Counter<"queue" | "outcome">;
}

const secondsBuckets = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10];

export function createMetrics(): Metrics {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const registers = [registry];
  return {
    registry,
    httpSeconds: new Histogram({
      name: "makegood_http_seconds",
      help: "Time to answer a request",
      labelNames: ["route", "status"],
      buckets: secondsBuckets,
      registers,
    }),
    transactionRetries: new Counter({
      name: "makegood_transaction_retries_total",
      help: "Transactions tried again, by SQLSTATE",
      labelNames: ["code"],
      registers,
    }),
    eventsHandled: new Counter({
      name: "makegood_events_total",
      help: "Events handled by subscribers",
      labelNames: ["subscriber", "outcome"],
      registers,
    }),
    jobsHandled: new Counter({
      name: "makegood_jobs_total",
      help: "Jobs handled",
      labelNames: ["queue", "outcome"],
      registers,
    }),
  };
}
