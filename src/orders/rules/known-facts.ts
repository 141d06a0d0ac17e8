import { isRefusal, parsePeriod } from "../../core/index.ts";
import type {
  CalendarData,
  CompiledPolicy,
  Condition,
  Constant,
  Fact,
  FactInput,
  Instant,
  OrderFacts,
  Period,
} from "../../core/index.ts";
import { factsOf } from "./derived-facts.ts";
import type { KnownFacts } from "./derived-facts.ts";
import type { ClaimedItem } from "./facts-request.ts";
import type { OrderRecord } from "./order-record.ts";

export type ClaimAsked = {
  readonly policies: readonly CompiledPolicy[];
  /** Units that go back, by earlier decisions and by this claim. */
  readonly items: readonly ClaimedItem[];
  /** What this claim itself names; nothing is the order as a whole. */
  readonly claimed: readonly ClaimedItem[];
  readonly filedAt: Instant;
  readonly endsAt: Instant | null;
  /** When notice of that end was given, where it was not with this claim. */
  readonly noticeAt?: Instant;
  /** Up to when use counts, the filing if left out; null: not known, since more may come. */
  readonly usedUntil?: Instant | null;
  readonly calendar: CalendarData;
  /** What was said or attested of a line. */
  readonly said?: (fact: string, lineId: string) => FactInput | undefined;
  readonly undoneShare?: (packetId: string) => string | undefined;
};

/** What an order's record establishes of the facts that the policies bound to a claim read. */
export function knownFacts(
  order: { readonly facts: OrderFacts; readonly record: OrderRecord },
  { policies, said, undoneShare, ...asked }: ClaimAsked,
): KnownFacts {
  return factsOf({
    ...asked,
    facts: factsRead(policies),
    order: order.facts,
    record: order.record,
    periods: periodsRead(policies),
    ...(said === undefined ? {} : { given: said }),
    ...(undoneShare === undefined ? {} : { undoneShare }),
  });
}

function factsRead(policies: readonly CompiledPolicy[]): Readonly<Record<string, Fact>> {
  return Object.assign({}, ...policies.map(({ document }) => document.facts)) as Record<
    string,
    Fact
  >;
}

/** Periods of months that days are compared with: how long one is depends on where it begins. */
function periodsRead(policies: readonly CompiledPolicy[]): Period[] {
  return policies.flatMap(({ document, params }) => {
    const bounds = document.clauses.flatMap(({ when }) => when.flatMap(constantsOf));
    const given = Object.values(params).map(parsePeriod);
    const defaults = document.kind === "policy" ? document.parameters.flatMap(constantOf) : [];
    return [
      ...[...bounds, ...defaults].flatMap((constant) =>
        constant.kind === "period" ? [constant.value] : [],
      ),
      ...given.filter((period): period is Period => !isRefusal(period)),
    ];
  });
}

function constantsOf(condition: Condition): Constant[] {
  if (condition.kind !== "interval") return [];
  return condition.bounds.flatMap(({ operand }) => (operand.kind === "parameter" ? [] : [operand]));
}

const constantOf = (parameter: { readonly default: Constant | string }): Constant[] =>
  typeof parameter.default === "string" ? [] : [parameter.default];
