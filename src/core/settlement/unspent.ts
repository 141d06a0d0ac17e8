import { type Fraction, fraction, one } from "../money/index.ts";
import type { OrderFacts, OrderLine } from "./order-facts.ts";

/**
 * The part of what a line sold that can still be given back, in [0, 1]: what was spent of a packet,
 * a card or a balance of points was had for its price, whichever head pays.
 */
export function unspentPart({ spent }: OrderFacts, line: OrderLine): Fraction {
  if (spent === undefined || line.kind !== "packet" || line.listMinor === 0) return one;
  const packet = spent.find(({ packetId }) => packetId === line.packetId);
  if (packet === undefined) return one;
  return fraction(Math.max(0, line.listMinor - packet.spentMinor), line.listMinor);
}
