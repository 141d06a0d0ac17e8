import type { WireClaimView, WireGivenFact } from "../../../src/contract/index.ts";
import { exponentOf, isRefusal, parseDecimal } from "../../../src/core/index.ts";
import { givenFact, saidKey } from "../../../web/src/index.ts";
import type { Needed } from "../../../web/src/index.ts";

/** Texts by `saidKey`; one that is missing or empty was not given. */
export type Answers = Readonly<Record<string, string | undefined>>;

/** A sum of the order that is read off a receipt. */
export type Sum = WireClaimView["sums"][number];

/** What people can establish; an event happens or does not. */
export const attestable = (needed: readonly Needed[]): Needed[] =>
  needed.filter(({ by }) => by !== "event");

/** The answers that were given, as the API takes them; the rest is left open. */
function attestedFacts(needed: readonly Needed[], answers: Answers): WireGivenFact[] {
  return needed.flatMap((one) => {
    const answer = answers[saidKey(one)]?.trim() ?? "";
    return answer === "" ? [] : [givenFact(one, answer)];
  });
}

/** The answer that the customer has not proven it; no option of the catalogue is called so. */
export const notProven = "not proven";

interface GivenAnswers {
  readonly answers?: Answers;
  readonly sums?: Answers;
  readonly note?: string;
  readonly customerNote?: string;
}

/** Everything that was given, as the API takes it; what was not given is left out. */
export function attestationOf(
  needed: readonly Needed[],
  sums: readonly Sum[],
  { answers = {}, sums: amounts = {}, note = "", customerNote = "" }: GivenAnswers,
) {
  const isUnproven = (one: Needed) => answers[saidKey(one)] === notProven;
  const proven = needed.filter((one) => !isUnproven(one));
  const facts = [...attestedFacts(proven, answers), ...attestedSums(sums, amounts)];
  const unproven = needed.filter(isUnproven).map(({ fact, orderId, lineId, packetId }) => ({
    ...{ fact, orderId },
    ...(lineId === null ? {} : { lineId }),
    ...(packetId === null ? {} : { packetId }),
  }));
  return {
    ...(facts.length === 0 ? {} : { facts }),
    ...(unproven.length === 0 ? {} : { unproven }),
    ...(note.trim() === "" ? {} : { note: note.trim() }),
    ...(customerNote.trim() === "" ? {} : { customerNote: customerNote.trim() }),
  };
}

export const sumKey = ({ orderId, fact }: Sum): string =>
  saidKey({ orderId, fact, lineId: null, packetId: null });

/** The sums that were given, in minor units; what is no amount is left out, see `isAmount`. */
function attestedSums(sums: readonly Sum[], answers: Answers): WireGivenFact[] {
  return sums.flatMap((sum) => {
    const { orderId, fact, currency } = sum;
    const value = amountOf(answers[sumKey(sum)] ?? "", sum);
    return value === null ? [] : [{ orderId, fact, value, currency }];
  });
}

/** Whether the API would take it: no less than nothing, no more than is likely, exact. */
export const isAmount = (text: string, sum: Sum): boolean => amountOf(text, sum) !== null;

function amountOf(text: string, { currency, mostMinor }: Sum): number | null {
  const amountMinor = parseDecimal(text.trim(), currency);
  if (isRefusal(amountMinor) || amountMinor < 0 || amountMinor > mostMinor) return null;
  return amountMinor;
}

/** How an amount of the currency is written, for whoever is about to write one. */
export const exampleAmount = (currency: string): string => {
  const decimals = exponentOf(currency);
  return decimals === 0 ? "12" : `12.${"5".padEnd(decimals, "0")}`;
};
