import type { Instant } from "../../core/index.ts";
import type { RecordedEvent } from "./order-record.ts";

/** A stored event as it was told; the data are what this room wrote. */
export function recordedEvent(
  kind: string,
  occurredAt: Instant,
  data: Readonly<Record<string, unknown>>,
): RecordedEvent {
  return { kind, occurredAt, ...data } as RecordedEvent;
}
