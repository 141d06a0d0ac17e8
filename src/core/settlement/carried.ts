import { type Fraction, times } from "../money/index.ts";
import type { CarriedHead, CarriedPlace } from "./collect.ts";
import type { Replaces } from "./corrections.ts";
import { largestShares } from "./coverage.ts";
import { sumOfFractions } from "./share.ts";

/** The exact money of a place: its units' largest amounts, summed. */
export function placeSum(place: CarriedPlace, replaces: Replaces): Fraction {
  const segments = largestShares(place.claims, replaces);
  return sumOfFractions(segments.map(({ from, to, share }) => times(share, to - from)));
}

/** The exact money of a head over all its places. */
export function carriedSum(head: CarriedHead, replaces: Replaces): Fraction {
  return sumOfFractions([...head.places.values()].map((place) => placeSum(place, replaces)));
}
