import type { Language } from "../contract/index.ts";
import type { CalendarName, Instant, OrderDraft, OrderFacts, TenderKind } from "../core/index.ts";
import type { PinnedPolicies } from "./pins.ts";
import type { OrderEventKind, OrderStatus } from "./rules/lifecycle.ts";

export interface NewLine {
  readonly lineId: string;
  readonly kind: string;
  readonly productCode: string | null;
  readonly productName: string | null;
  readonly quantity: number;
  readonly listMinor: number;
}

export interface NewTender {
  readonly tenderId: string;
  readonly kind: TenderKind;
  readonly unit: string;
  readonly units: number;
  readonly valueMinor: number;
  readonly gatewayAccount: string | null;
  readonly gatewayTransaction: string | null;
}

export interface NewEvent {
  readonly orderId: string;
  readonly kind: OrderEventKind;
  readonly occurredAt: Instant;
  /** What `RecordedEvent` has beside kind and instant. */
  readonly data: Readonly<Record<string, unknown>>;
  readonly reference: string | null;
}

/** An order ready to be written: frozen if it is paid, else with its draft. */
export interface NewOrder {
  readonly orderId: string;
  readonly orderNumber: string;
  readonly status: OrderStatus;
  readonly currency: string;
  readonly zone: string;
  /** Null: that of the zone's country. */
  readonly calendar: CalendarName | null;
  readonly language: Language | null;
  readonly channel: string | null;
  readonly customerId: string | null;
  readonly contactRecordId: string | null;
  readonly orderedAt: Instant;
  readonly signedAt: Instant | null;
  readonly paidAt: Instant | null;
  readonly policies: PinnedPolicies;
  readonly draft: OrderDraft | null;
  readonly facts: OrderFacts | null;
  readonly digest: Uint8Array | null;
  readonly lines: readonly NewLine[];
  readonly tenders: readonly NewTender[];
  readonly events: readonly Omit<NewEvent, "orderId">[];
}

/** Money and other value taken in for an order; treasury keeps its tenders from here on. */
export interface CapturedOrder {
  readonly orderId: string;
  readonly orderNumber: string;
  readonly currency: string;
  /** The customer, to whose balances points and packets go back; null where none is known. */
  readonly holder: string | null;
  readonly paidAt: Instant;
  readonly tenders: readonly NewTender[];
}

/** Sum of what the lines cost in the end. */
export const paidMinor = (facts: OrderFacts): number =>
  facts.lines.reduce((total, line) => total + line.paidMinor, 0);
