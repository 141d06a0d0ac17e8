import type { FactInput, Instant } from "../../core/index.ts";
import type { FactPlace, SaidFact } from "./facts.ts";
import type { Place } from "./units.ts";

/** A claim whose choices hold: accepted on the order, or waiting for the end that it chose. */
export interface EarlierClaim extends ChoosingClaim {
  readonly number: string;
}

export interface ChoosingClaim {
  readonly claimId: string;
  readonly kind: string;
  readonly places: readonly Place[];
  readonly said: readonly SaidFact[];
  readonly receivedAt: Instant;
  /** When the contract shall end; null where nothing is said of it. */
  readonly endsAt: Instant | null;
  /** The time to supplement had lapsed: what was unsaid counts as unproven. */
  readonly final: boolean;
}

/** When a contract ends, and when notice of it was given. */
export interface ChosenEnd {
  readonly noticeAt: Instant;
  readonly endsAt: Instant;
}

export interface Choice extends FactPlace {
  readonly fact: string;
  readonly input: FactInput;
}

/** What holds for a claim of what its claimant can choose: by its own word, or an earlier one. */
export interface Chosen {
  readonly facts: readonly Choice[];
  /** Null where no document looks at an end. */
  readonly end: ChosenEnd | null;
  /** Whether the end is an earlier claim's. */
  readonly endTakenOver: boolean;
}
