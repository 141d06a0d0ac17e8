import type {
  CalendarData,
  Fact,
  FactInput,
  Instant,
  OrderFacts,
  Period,
} from "../../core/index.ts";
import type { OrderRecord } from "./order-record.ts";

/** Where a fact is asked for: an order as a whole has neither. */
export type Place = { readonly lineId: string | null; readonly packetId: string | null };

export type ClaimedItem = Place & { readonly from: number; readonly to: number };

export type FactsRequest = {
  /** The facts that the bound policies use, by name. */
  readonly facts: Readonly<Record<string, Fact>>;
  readonly order: OrderFacts;
  readonly record: OrderRecord;
  /** Units that go back, by earlier decisions and by this claim: "all" is meant of the order. */
  readonly items: readonly ClaimedItem[];
  /** What this claim itself names; nothing is the order as a whole. */
  readonly claimed: readonly ClaimedItem[];
  readonly filedAt: Instant;
  /** When the customer wants a contract to end; null for at once. */
  readonly endsAt: Instant | null;
  /** When notice of that end was given, where it was not with this claim. */
  readonly noticeAt?: Instant;
  /** Up to when use counts, the filing if left out; null: not known, since more may come. */
  readonly usedUntil?: Instant | null;
  readonly calendar: CalendarData;
  /** Periods of months that the policies compare days with. */
  readonly periods: readonly Period[];
  /** A fact of a line as said, attested or recorded. */
  lineFact(fact: string, lineId: string): FactInput | undefined;
  /** `n/d` of the order that earned a packet which has been refunded. */
  readonly undoneShare?: (packetId: string) => string | undefined;
};
