import type { OrderFacts } from "../../core/index.ts";
import { eventsOf } from "./order-record.ts";
import type { OrderRecord, RecordedEvent } from "./order-record.ts";

/** How a movement of money stands to what was told of it before, under the same id. */
export type Told =
  | { readonly told: "anew" }
  | { readonly told: "again" }
  /** The id is known with another sum: a person must say which one is right. */
  | { readonly told: "otherwise"; readonly difference: Difference };

export type Difference = {
  readonly kind: "debit_differs" | "chargeback_differs";
  readonly reference: string;
  readonly unit: string;
  readonly units: number;
  readonly otherUnits: number;
};

const anew: Told = { told: "anew" };

type Known = { readonly record: OrderRecord; readonly facts: OrderFacts | null };

/**
 * One debit that is told twice is one debit; the same id with another sum never replaces the first
 * in silence, unless it says that it corrects it.
 */
export function toldBefore(known: Known, event: RecordedEvent, corrects: boolean): Told {
  if (corrects) return anew;
  if (event.kind === "debited_outside") return debitBefore(known, event);
  return event.kind === "dispute_changed" ? disputeBefore(known, event) : anew;
}

type Event<K extends RecordedEvent["kind"]> = Extract<RecordedEvent, { readonly kind: K }>;

const always = Number.MAX_SAFE_INTEGER;

function debitBefore({ record, facts }: Known, event: Event<"debited_outside">): Told {
  const { debitId: reference, tenderId, units: otherUnits } = event;
  const before = lastOf(record, "debited_outside", (one) => one.debitId === reference);
  if (before === undefined) return anew;
  if (before.tenderId === tenderId && before.units === otherUnits) return { told: "again" };
  const unit = unitOf(facts, before.tenderId);
  const difference = { reference, unit, units: before.units, otherUnits };
  return { told: "otherwise", difference: { kind: "debit_differs", ...difference } };
}

function disputeBefore({ record, facts }: Known, event: Event<"dispute_changed">): Told {
  const { disputeId: reference, tenderId } = event;
  const before = lastOf(record, "dispute_changed", (one) => one.disputeId === reference);
  if (before === undefined) return anew;
  const [units, otherUnits] = [sumOf(facts, before), sumOf(facts, event)];
  if (before.tenderId === tenderId && units === otherUnits) return anew;
  const difference = { reference, unit: unitOf(facts, before.tenderId), units, otherUnits };
  return { told: "otherwise", difference: { kind: "chargeback_differs", ...difference } };
}

function lastOf<K extends RecordedEvent["kind"]>(
  record: OrderRecord,
  kind: K,
  is: (event: Event<K>) => boolean,
): Event<K> | undefined {
  return (eventsOf(record, kind, always) as Event<K>[]).findLast(is);
}

const tenderOf = (facts: OrderFacts | null, tenderId: string) =>
  facts?.tenders.find((tender) => tender.tenderId === tenderId);

const unitOf = (facts: OrderFacts | null, tenderId: string): string =>
  tenderOf(facts, tenderId)?.unit ?? "";

/** In the tender's unit; of lines in the order's currency where only they were told. */
function sumOf(facts: OrderFacts | null, event: Event<"dispute_changed">): number {
  const { units = null, allocations, tenderId } = event;
  if (units !== null) return units;
  if (allocations.length === 0) return tenderOf(facts, tenderId)?.units ?? 0;
  return allocations.reduce((sum, { amountMinor }) => sum + amountMinor, 0);
}
