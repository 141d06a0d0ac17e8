import { type Fraction, multiply, times } from "../money/index.ts";
import type { CarriedHead, CarriedPlace } from "./collect.ts";
import type { Replaces } from "./corrections.ts";
import { largestShares } from "./coverage.ts";
import { at } from "./lookup.ts";
import type { OrderFacts } from "./order-facts.ts";
import { sumOfFractions } from "./share.ts";
import { unitsPaid } from "./units.ts";

/** The exact money of a place: its units' largest amounts, summed. */
export function placeSum(order: OrderFacts, place: CarriedPlace, replaces: Replaces): Fraction {
  const line = place.line === null ? null : at(order.lines, place.line);
  const segments = largestShares(place.claims, replaces);
  const sum = sumOfFractions(
    segments.map(({ from, to, share }) =>
      times(share, line === null ? to - from : unitsPaid(line, from, to)),
    ),
  );
  return multiply(place.scale, sum);
}

/** The exact money of a head over all its places. */
export function carriedSum(order: OrderFacts, head: CarriedHead, replaces: Replaces): Fraction {
  return sumOfFractions([...head.places.values()].map((place) => placeSum(order, place, replaces)));
}
