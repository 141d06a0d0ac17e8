import type { WireClaimView, WireGivenFact } from "../../../src/contract/index.ts";

export type Needed = WireClaimView["needed"][number];
export type Answers = Readonly<Record<string, string | undefined>>;

export const neededKey = ({ orderId, fact, lineId, packetId }: Needed): string =>
  JSON.stringify([orderId, fact, lineId, packetId]);

/** What people can establish; an event happens or does not. */
export const attestable = (needed: readonly Needed[]): Needed[] =>
  needed.filter(({ by }) => by !== "event");

/** The answers that were given, as the API takes them; the rest is left open. */
export function attestedFacts(needed: readonly Needed[], answers: Answers): WireGivenFact[] {
  return needed.flatMap((one) => {
    const answer = answers[neededKey(one)]?.trim() ?? "";
    if (answer === "") return [];
    const { fact, type, orderId, lineId, packetId } = one;
    const isNumber = type === "count" || type === "days" || type === "duration";
    return [
      {
        fact,
        value: isNumber ? Number(answer) : answer,
        orderId,
        ...(lineId === null ? {} : { lineId }),
        ...(packetId === null ? {} : { packetId }),
      },
    ];
  });
}

/** Whole numbers, and `n/d`, a decimal or a percentage where a share is asked for. */
export const answerPattern = (type: Needed["type"]): RegExp =>
  type === "ratio" ? /^\s*\d+(\.\d+)?\s*(%|\/\s*[1-9]\d*)?\s*$/ : /^\s*\d+\s*$/;
