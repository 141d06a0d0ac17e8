import type { Language, WireClaimView } from "../../contract/index.ts";
import type { CompiledPolicy, MoneyBase, OrderFacts } from "../../core/index.ts";
import { statedBase } from "../rules/facts.ts";
import { isStated, mostStated } from "../rules/sums.ts";

type Sum = WireClaimView["sums"][number];

interface BoundOrder {
  readonly orderId: string;
  readonly currency: string;
  /** Null until it is paid. */
  readonly facts: OrderFacts | null;
}

/** What a reviewer can state a sum of: the bases of the policies that no order's facts know. */
export function sumsView(
  orders: readonly BoundOrder[],
  policies: readonly CompiledPolicy[],
  language: Language,
): Sum[] {
  const bases = new Map(policies.flatMap(statedBases).map((base) => [base.name, base]));
  return orders.flatMap(({ orderId, currency, facts }) =>
    [...bases.values()].map((base) => ({
      orderId,
      fact: `base.${base.name}`,
      name: base.text[language],
      currency,
      mostMinor: facts === null ? 0 : mostStated(base, facts),
    })),
  );
}

function statedBases({ document }: CompiledPolicy): MoneyBase[] {
  return document.heads.flatMap(({ base }) => {
    const found = document.bases[base];
    return found === undefined || !isStated(found) ? [] : [found];
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
