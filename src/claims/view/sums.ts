import type { Language, WireClaimView } from "../../contract/index.ts";
import { isKnownBase } from "../../core/index.ts";
import type { CompiledPolicy, MoneyBase } from "../../core/index.ts";
import { statedBase } from "../rules/facts.ts";

type Sum = WireClaimView["sums"][number];

interface BoundOrder {
  readonly orderId: string;
  readonly currency: string;
}

/** What a reviewer can state a sum of: the bases of the policies that no order's facts know. */
export function sumsView(
  orders: readonly BoundOrder[],
  policies: readonly CompiledPolicy[],
  language: Language,
): Sum[] {
  const bases = new Map(policies.flatMap(statedBases).map((base) => [base.name, base]));
  return orders.flatMap(({ orderId, currency }) =>
    [...bases.values()].map(({ name, text }) => ({
      orderId,
      fact: `base.${name}`,
      name: text[language],
      currency,
    })),
  );
}

function statedBases({ document }: CompiledPolicy): MoneyBase[] {
  return document.heads.flatMap(({ base }) => {
    const found = document.bases[base];
    return found === undefined || found.constant !== null || isKnownBase(base) ? [] : [found];
  });
}

/** The base that a fact states the sum of, in the words of a policy that knows it. */
export function baseOfFact(
  fact: string,
  policies: readonly CompiledPolicy[],
): MoneyBase | undefined {
  const name = statedBase(fact);
  if (name === null) return undefined;
  return policies.map(({ document }) => document.bases[name]).find(Boolean);
}
