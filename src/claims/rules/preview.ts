import { dayOf, endOfDay } from "../../core/index.ts";
import type { CaseFacts, Condition, Fact, Instant } from "../../core/index.ts";
import { samePlace } from "./facts.ts";
import type { GivenFact } from "./given.ts";
import type { KnownOrder } from "./known-order.ts";
import type { NeededOfOrder } from "./outcome.ts";
import { planFiling, planMore } from "./plan.ts";
import type { Filing, OpenClaim, Plan } from "./plan.ts";
import { isProblem } from "./problem.ts";
import type { ClaimProblem } from "./problem.ts";
import type { AskedItem } from "./units.ts";

/** What goes back on a tender, or is given beside for a purpose. */
export interface Returned {
  readonly orderId: string;
  readonly tenderId: string | null;
  readonly purpose: string | null;
  readonly unit: string;
  readonly units: number;
}

/** What a claim would bring; see `planFiling`, which is where it is worked out. */
export interface Preview {
  readonly plan: Plan;
  /** The plan that decides, or the best that can still come of one that waits; null unknown. */
  readonly shown: Plan | null;
  readonly alternatives: readonly Alternative[];
}

/** Something chosen otherwise: a wish, or a later end. */
export interface Alternative {
  readonly wish: { readonly fact: string; readonly option: string } | null;
  readonly endsAt: Instant | null;
  readonly returns: readonly Returned[];
}

/** What filing would bring, and what other choices would. `zone` is where days are counted. */
export function previewFiling(
  filing: Filing,
  orders: readonly KnownOrder[],
  zone: string,
): Preview | ClaimProblem {
  const plan = planFiling(filing, orders);
  if (isProblem(plan)) return plan;
  const shown = decidedOr(plan, filing, orders);
  const now = shown === null ? [] : returnsOf(shown);
  const others = [...otherWishes(filing, orders), ...laterEnds(filing, orders, zone)];
  const alternatives = others.flatMap(({ changed, ...choice }) => {
    const other = planFiling(changed, orders);
    const best = isProblem(other) ? null : decidedOr(other, changed, orders);
    const returns = best === null ? [] : returnsOf(best);
    const isWorthIt =
      choice.endsAt === null ? !isSame(returns, now) : weight(returns) > weight(now);
    return returns.length > 0 && isWorthIt ? [{ ...choice, returns }] : [];
  });
  return { plan, shown, alternatives };
}

/** What an attestation would bring on an open claim. */
export function previewMore(
  claim: OpenClaim,
  given: Parameters<typeof planMore>[1],
  orders: readonly KnownOrder[],
): Preview | ClaimProblem {
  const plan = planMore(claim, given, { orders, now: claim.receivedAt });
  if (isProblem(plan)) return plan;
  return { plan, shown: decidedOr(plan, claim, orders), alternatives: [] };
}

/** Whether applying can bring anything: whatever is answered, or at least something is asked. */
export function canBring(filing: Filing, orders: readonly KnownOrder[]): boolean {
  const plan = planFiling(filing, orders);
  if (isProblem(plan)) return false;
  if ("needed" in plan.outcome || returnsOf(plan).length > 0) return true;
  return answersTo(allegable(orders), filing.given.facts).some((facts) => {
    const other = planFiling({ ...filing, given: { ...filing.given, facts } }, orders);
    return !isProblem(other) && ("needed" in other.outcome || returnsOf(other).length > 0);
  });
}

/**
 * The facts that can change an answer here: those of clauses whose other conditions can still hold
 * by what the order's own record says of the items. A product is not asked how a service went.
 */
export function factsThatMatter(
  order: KnownOrder,
  items: readonly AskedItem[],
  filedAt: Instant,
): ReadonlySet<string> {
  const { policies } = order;
  const said = () => undefined;
  const known = order.establish({
    items: [],
    claimed: [],
    filedAt,
    end: null,
    usedUntil: filedAt,
    said,
  });
  const places = items.map(({ lineId, packetId }): CaseFacts => {
    if (lineId !== undefined) return { ...known.orderFacts, ...known.lineFacts(lineId) };
    return packetId === undefined
      ? known.orderFacts
      : { ...known.orderFacts, ...known.packetFacts(packetId) };
  });
  const canHold = (condition: Condition, facts: CaseFacts): boolean => {
    const fact = facts[condition.fact];
    if (condition.kind !== "options" || fact?.state !== "event") return true;
    const value = typeof fact.value === "boolean" ? (fact.value ? "yes" : "no") : fact.value;
    return condition.options.some((option) => option === value);
  };
  const clauses = policies.flatMap(({ document }) => document.clauses);
  const alive = clauses.filter(({ when }) =>
    places.some((facts) => when.every((condition) => canHold(condition, facts))),
  );
  return new Set(
    alive.flatMap(({ when, give }) => [
      ...when.map(({ fact }) => fact),
      ...give.flatMap(({ amount }) => amount.fact ?? []),
    ]),
  );
}

/** What goes back by a plan, on each tender and beside them; nothing while it waits. */
export function returnsOf({ outcome }: Plan): Returned[] {
  if ("needed" in outcome) return [];
  const decided = "foreseen" in outcome ? outcome.foreseen : outcome.decided;
  return decided.flatMap(({ order: { orderId, facts }, result: { dues, beside } }) => [
    ...dues.map(({ tenderId, units }) => {
      const tender = facts?.tenders.find((candidate) => candidate.tenderId === tenderId);
      return { orderId, tenderId, purpose: null, unit: tender?.unit ?? "", units };
    }),
    ...beside.map(({ purpose, unit, units }) => {
      return { orderId, tenderId: null, purpose, unit, units };
    }),
  ]);
}

/** For comparing what the same order would give: the more units the better. */
const weight = (returns: readonly Returned[]): number =>
  returns.reduce((sum, { units }) => sum + units, 0);

const isSame = (left: readonly Returned[], right: readonly Returned[]): boolean =>
  JSON.stringify(left) === JSON.stringify(right);

const most = 64;

/** The best end of a plan that waits, once what was said is found so, and the rest is well. */
function decidedOr(
  plan: Plan,
  claim: Pick<OpenClaim, "kind" | "receivedAt" | "endsAt" | "final">,
  orders: readonly KnownOrder[],
  depth = 0,
): Plan | null {
  if (!("needed" in plan.outcome)) return plan;
  const { claimId, places, said } = plan;
  const open: NeededOfOrder[] = plan.outcome.needed.filter(({ by }) => by === "reviewer");
  if (open.length < plan.outcome.needed.length || depth > 2) return null;
  const facts = findings(open, plan, orders);
  if (facts === null) return null;
  const ends = facts.flatMap((found) => {
    const { kind, receivedAt, endsAt, final } = claim;
    const then: OpenClaim = {
      ...{ claimId, kind, places, said, receivedAt, endsAt, final },
      status: "reviewing",
    };
    const given = { facts: found, mayAttest: true };
    const next = planMore(then, given, { orders, now: then.receivedAt });
    const end = isProblem(next) ? null : decidedOr(next, then, orders, depth + 1);
    return end === null ? [] : [end];
  });
  const [first, ...rest] = ends;
  if (first === undefined) return null;
  const best = (one: Plan, other: Plan) =>
    weight(returnsOf(other)) > weight(returnsOf(one)) ? other : one;
  return rest.reduce(best, first);
}

/** Every way in which a reviewer can establish what is needed; null where there are too many. */
function findings(
  needed: readonly NeededOfOrder[],
  { said }: Plan,
  orders: readonly KnownOrder[],
): GivenFact[][] | null {
  const facts = factsOf(orders);
  const choices = needed.map((one): GivenFact[] => {
    const told = said.findLast((each) => each.fact === one.fact && samePlace(each, one));
    const fact = facts.find(({ name }) => name === one.fact);
    const at = {
      ...{ fact: one.fact, orderId: one.orderId, state: "attested" as const },
      ...(one.lineId === null ? {} : { lineId: one.lineId }),
      ...(one.packetId === null ? {} : { packetId: one.packetId }),
    };
    if (told?.state === "claimed" && typeof told.value !== "object") {
      return [{ ...at, value: told.value }];
    }
    if (fact === undefined || !("options" in fact)) return [];
    return fact.options.map(({ name }) => ({ ...at, value: name }));
  });
  const size = choices.reduce((product, { length }) => product * length, 1);
  return size === 0 || size > most ? null : productOf(choices);
}

const productOf = (choices: readonly GivenFact[][]): GivenFact[][] =>
  choices.reduce<GivenFact[][]>(
    (all, some) => all.flatMap((before) => some.map((one) => [...before, one])),
    [[]],
  );

const factsOf = (orders: readonly KnownOrder[]): Fact[] =>
  orders.flatMap(({ policies }) =>
    policies.flatMap(({ document }) => Object.values(document.facts)),
  );

type Listed = Extract<Fact, { options: unknown }>;

const wishesOf = (orders: readonly KnownOrder[]): Listed[] =>
  factsOf(orders).filter((fact): fact is Listed => "options" in fact && fact.unsaid !== null);

/** What a customer can say of a case with a word, beside what is wished. */
function allegable(orders: readonly KnownOrder[]): Listed[] {
  const listed = factsOf(orders).filter((fact): fact is Listed => "options" in fact);
  return listed.filter(
    ({ by, derived, clock, attribute, unsaid }) =>
      by !== "event" && derived === null && clock === null && !attribute && unsaid === null,
  );
}

/** One answer at a time, and all of the facts together as far as they are few. */
function answersTo(facts: readonly Listed[], told: readonly GivenFact[]): GivenFact[][] {
  const choices = facts.map(({ name, options }) =>
    options.flatMap((option): GivenFact[] =>
      option.asked === null ? [] : [{ fact: name, value: option.name }],
    ),
  );
  const size = choices.reduce((product, { length }) => product * length, 1);
  const answers = size <= most ? productOf(choices) : choices.flat().map((one) => [one]);
  return answers.map((answer) => [...told, ...answer]);
}

type Changed = Omit<Alternative, "returns"> & { readonly changed: Filing };

function otherWishes(filing: Filing, orders: readonly KnownOrder[]): Changed[] {
  const { given } = filing;
  const seen = new Set<string>();
  return wishesOf(orders).flatMap(({ name: fact, options, unsaid }) => {
    if (seen.has(fact)) return [];
    seen.add(fact);
    const chosen = given.facts.findLast((one) => one.fact === fact)?.value ?? unsaid;
    const others = given.facts.filter((one) => one.fact !== fact);
    return options.flatMap(({ name: option, asked }) => {
      if (option === chosen || asked === null) return [];
      const facts = [...others, { fact, value: option }];
      const changed = { ...filing, given: { ...given, facts } };
      return [{ wish: { fact, option }, endsAt: null, changed }];
    });
  });
}

const endsAtRole = "claim.ends_at";

/** The days of notice at which a document answers otherwise, where days are counted to the end. */
function laterEnds(filing: Filing, orders: readonly KnownOrder[], zone: string): Changed[] {
  const days = orders.flatMap(({ policies }) =>
    policies.flatMap(({ slots }) =>
      slots.flatMap(({ fact, firsts }) =>
        "clock" in fact && fact.clock?.to === endsAtRole ? [...firsts] : [],
      ),
    ),
  );
  const from = dayOf(filing.receivedAt, zone);
  return [...new Set(days)]
    .map((notice) => endOfDay(from + notice, zone))
    .filter((endsAt) => endsAt > (filing.endsAt ?? filing.receivedAt))
    .sort((one, other) => one - other)
    .map((endsAt) => ({ wish: null, endsAt, changed: { ...filing, endsAt } }));
}
