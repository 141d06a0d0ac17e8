import type { WireClaimView, WireGivenFact } from "../../src/contract/index.ts";

export type Needed = WireClaimView["needed"][number];

/** The type of a fact's value, as the catalogue has it. */
export type FactType = Needed["type"];

/** A place where something is said: the order, one of its lines, or a packet. */
export interface SaidAt {
  readonly orderId: string;
  readonly lineId: string | null;
  readonly packetId: string | null;
}

/** Tells apart the same fact at different places. */
export const saidKey = ({ orderId, fact, lineId, packetId }: SaidAt & { fact: string }): string =>
  JSON.stringify([orderId, fact, lineId, packetId]);

/** An answer as people wrote it, as the API takes it. */
export function givenFact(
  at: SaidAt & { readonly fact: string; readonly type: FactType },
  answer: string,
): WireGivenFact {
  const { fact, type, orderId, lineId, packetId } = at;
  return {
    fact,
    value: factValue(type, answer),
    orderId,
    ...(lineId === null ? {} : { lineId }),
    ...(packetId === null ? {} : { packetId }),
  };
}

/** Counts travel as numbers; options and ratios as they are written. */
export function factValue(type: FactType, text: string): string | number {
  const isNumber = type === "count" || type === "days" || type === "duration";
  return isNumber ? Number(text) : text.trim();
}

/** What fits where no options are given: whole numbers, and `n/d`, a decimal or a percentage. */
export const answerPattern = (type: FactType): string =>
  type === "ratio" ? "\\s*\\d+(\\.\\d+)?\\s*(%|/\\s*0*[1-9]\\d*)?\\s*" : "\\s*\\d+\\s*";
