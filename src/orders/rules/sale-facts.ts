import type { FactInput, Granted, OrderLine } from "../../core/index.ts";
import { receivedAt } from "./clock-facts.ts";
import type { FactsRequest, Place } from "./facts-request.ts";

/** Facts that follow from what was sold, with which gifts and packets. */

const event = (value: string | boolean): FactInput => ({ state: "event", value });

function lineAt({ order }: FactsRequest, { lineId }: Place): OrderLine | undefined {
  return order.lines.find((line) => line.lineId === lineId);
}

/**
 * A gift counts as returned when its own line is given back whole, or is named with its item. One
 * that has not come, while its item has, came with nothing: nobody keeps it.
 */
export function giftState(request: FactsRequest, place: Place): FactInput | null {
  if (lineAt(request, place) === undefined) return null;
  const gifts = request.order.lines.filter(({ giftOf }) => giftOf === place.lineId);
  const came = gifts.filter(({ lineId }) => !isMissing(request, place, lineId));
  if (came.length === 0) return event("none");
  const back = came.every(({ lineId, quantity }) => unitsBack(request, lineId) >= quantity);
  return event(back ? "returned" : "kept");
}

/**
 * Whether a gift has not come by the record of its receipt. Where a person alone says since when
 * its item is there, the gift came with it.
 */
function isMissing(request: FactsRequest, { lineId }: Place, giftLineId: string): boolean {
  const cameAt = receivedAt(request, giftLineId);
  if (cameAt !== null) return cameAt > request.filedAt;
  if (lineId === null || receivedAt(request, lineId) !== null) return true;
  const days = Object.values(request.facts).filter(
    ({ scope, clock }) => scope === "line" && clock?.from.includes("line.received_at"),
  );
  return !days.some(({ name }) => request.lineFact(name, lineId)?.state === "attested");
}

/** Units named at least once; ranges may overlap. */
function unitsBack({ items, claimed }: FactsRequest, lineId: string): number {
  const named = [...items, ...claimed]
    .filter((item) => item.lineId === lineId)
    .sort((left, right) => left.from - right.from);
  let end = 0;
  let units = 0;
  for (const { from, to } of named) {
    units += Math.max(0, to - Math.max(from, end));
    end = Math.max(end, to);
  }
  return units;
}

/** Goods are products; services and packages are services. Anything else is neither. */
export function soldAs(request: FactsRequest, place: Place): FactInput | null {
  const kind = lineAt(request, place)?.kind;
  if (kind === "goods" || kind === "gift") return event("product");
  return kind === "service" || kind === "package" ? event("service") : null;
}

export function feePaid({ order }: FactsRequest): FactInput {
  return event(order.lines.some(({ kind, paidMinor }) => kind === "campaign_fee" && paidMinor > 0));
}

/** Bought with the order, granted because of it, or else given. */
export function packetOrigin({ order }: FactsRequest, { packetId }: Place): FactInput | null {
  if (packetId === null) return null;
  if (order.granted.some(({ kind, id }) => kind === "packet" && id === packetId)) {
    return event("order");
  }
  const bought = order.lines.some((line) => line.kind === "packet" && line.packetId === packetId);
  return event(bought ? "bought" : "given");
}

type Faces = {
  readonly lines: readonly Pick<OrderLine, "kind" | "packetId" | "listMinor">[];
  readonly granted: readonly Pick<Granted, "kind" | "id" | "amount">[];
};

/** What a packet was worth when it was sold or granted; null for one that came from elsewhere. */
export function faceOf({ lines, granted }: Faces, packetId: string): number | null {
  const sold = lines.filter((line) => line.kind === "packet" && line.packetId === packetId);
  if (sold.length > 0) return sold.reduce((sum, { listMinor }) => sum + listMinor, 0);
  return granted.find(({ kind, id }) => kind === "packet" && id === packetId)?.amount ?? null;
}
