import { refuse } from "../../core/index.ts";
import type { Instant, Refusal } from "../../core/index.ts";
import { namedIds, termsProblem } from "./event-check.ts";
import type { NamedParts } from "./event-check.ts";
import type { RecordedEvent } from "./order-record.ts";

/** A stored event as it was told; the data are what this room wrote. */
export function recordedEvent(
  kind: string,
  occurredAt: Instant,
  data: Readonly<Record<string, unknown>>,
): RecordedEvent {
  return { kind, occurredAt, ...data } as RecordedEvent;
}

/** Why an event does not fit the parts of its order, or null. */
export function eventProblem(event: RecordedEvent, order: NamedParts): Refusal | null {
  const { lineIds, tenderIds } = namedIds(order);
  const line = lineOf(event).find((lineId) => !lineIds.has(lineId));
  if (line !== undefined) return refuse("unknown_line", line);
  if ("tenderId" in event && !tenderIds.has(event.tenderId)) {
    return refuse("unfit", `there is no tender \`${event.tenderId}\``);
  }
  if (event.kind === "terms_agreed") {
    const problem = termsProblem(event.terms);
    return problem === null ? null : refuse("unfit", problem);
  }
  if (event.kind === "packet_changed") {
    const { planStartAt, planEndAt } = event.change;
    const reversed =
      planStartAt !== undefined && planEndAt !== undefined && planEndAt <= planStartAt;
    return reversed ? refuse("unfit", "the plan ends before it starts") : null;
  }
  return null;
}

function lineOf(event: RecordedEvent): readonly string[] {
  if (event.kind === "dispute_changed") return event.allocations.map(({ lineId }) => lineId);
  if (!("lineId" in event)) return [];
  return event.lineId === null ? [] : [event.lineId];
}
