import { formatDecimal, valueFault, valueForm } from "../../core/index.ts";
import type { CompiledPolicy, Fact, MoneyBase } from "../../core/index.ts";
import { statedBase } from "./facts.ts";
import type { SaidFact } from "./facts.ts";
import type { KnownOrder } from "./known-order.ts";
import { isProblem, problem } from "./problem.ts";
import type { ClaimProblem } from "./problem.ts";
import { isStated, mostStated } from "./sums.ts";
import type { Place } from "./units.ts";

/** A fact as it is told; where no place is named, of all that the claim names. */
export interface GivenFact {
  readonly fact: string;
  readonly value: number | boolean | string;
  readonly orderId?: string | undefined;
  readonly lineId?: string | undefined;
  readonly packetId?: string | undefined;
  readonly state?: "claimed" | "attested" | undefined;
  /** Of a sum, to be held against the order's own. */
  readonly currency?: string | undefined;
}

/** What is told of a claim, and by whom. */
export interface Given {
  readonly facts: readonly GivenFact[];
  /** What a reviewer finds that the customer has not proven. */
  readonly unproven?: readonly Pick<GivenFact, "fact" | "orderId" | "lineId" | "packetId">[];
  readonly mayAttest: boolean;
  /** Whether the customer tells it, who cannot say what is the merchant's alone to allege. */
  readonly isCustomer?: boolean;
}

/**
 * Puts each given fact at its places: where none is named, at every place of the claim that the
 * fact's scope fits. A customer's word on anything is kept as `claimed`; whether it counts is the
 * policy's business. `attested` needs the right.
 */
export function checkFacts(
  given: Given,
  places: readonly Place[],
  orders: readonly KnownOrder[],
): SaidFact[] | ClaimProblem {
  const told = checkTold(given, places, orders);
  if (isProblem(told)) return told;
  const unproven = checkUnproven(given.unproven ?? [], places, orders);
  return isProblem(unproven) ? unproven : [...told, ...unproven];
}

/** Only what the customer has to prove can be left unproven: all else is the shop's to find out. */
function checkUnproven(
  unproven: NonNullable<Given["unproven"]>,
  places: readonly Place[],
  orders: readonly KnownOrder[],
): SaidFact[] | ClaimProblem {
  const said: SaidFact[] = [];
  for (const one of unproven) {
    const fact = factNamed(one.fact, orders);
    if (fact === null || !("burden" in fact)) {
      const names = factNames(orders).join(", ");
      return problem("fact_unknown", { fact: one.fact, facts: names }, "/unproven");
    }
    if (!canBeUnproven(fact)) {
      const values = { fact: fact.found["zh-CN"] };
      return problem("not_for_customer_to_prove", values, "/unproven");
    }
    const where = placesOfFact(one, fact, places);
    if (where.length === 0) {
      return problem("order_line_unknown", { line: one.lineId ?? one.packetId ?? "" }, "/unproven");
    }
    const state = "unproven" as const;
    said.push(...where.map((at) => ({ ...at, fact: one.fact, value: null, state })));
  }
  return said;
}

/** Whether a reviewer may find it unproven. */
export const canBeUnproven = (fact: Fact): boolean =>
  fact.by === "reviewer" && fact.burden === "customer" && fact.derived === null;

function checkTold(
  { facts, mayAttest, isCustomer = false }: Given,
  places: readonly Place[],
  orders: readonly KnownOrder[],
): SaidFact[] | ClaimProblem {
  const said: SaidFact[] = [];
  for (const one of facts) {
    const fact = factNamed(one.fact, orders);
    const possible = fact === null ? null : valueProblem(fact, one);
    if (possible !== null) return possible;
    if (fact !== null && !fits(one))
      return problem("sum_not_attested", { fact: one.fact }, "/facts");
    if (fact === null) {
      const names = factNames(orders).join(", ");
      return problem("fact_unknown", { fact: one.fact, facts: names }, "/facts");
    }
    const state = one.state ?? "claimed";
    if ((state === "attested" && !mayAttest) || (isCustomer && isMerchants(fact, one.value))) {
      return problem("fact_not_yours", { fact: one.fact }, "/facts");
    }
    const where = placesOfFact(one, fact, places);
    if (where.length === 0) {
      const line = one.lineId ?? one.packetId ?? "";
      const lines = [...new Set(places.flatMap(({ lineId }) => lineId ?? []))].join(", ");
      return problem("order_line_unknown", { line, lines }, "/facts");
    }
    const wrong = ofRecord(one, fact) ?? sumProblem(one, where, orders);
    if (wrong !== null) return wrong;
    said.push(...where.map((at) => ({ ...at, fact: one.fact, value: one.value, state })));
  }
  return said;
}

/** A value that no customer is offered. */
function isMerchants(fact: Named, value: GivenFact["value"]): boolean {
  if (!("options" in fact)) return false;
  return fact.options.some(({ name, asked }) => name === value && asked === null);
}

/** What is computed from the order's record is put right there, never told over it. */
function ofRecord(one: GivenFact, fact: Named): ClaimProblem | null {
  if (!("derived" in fact) || fact.derived === null) return null;
  return problem("fact_derived", { fact: one.fact, reads: fact.reads.join(", ") }, "/facts");
}

/** A stated sum is of a base that nothing else knows, in the order's currency, within reason. */
function sumProblem(
  { fact, value, currency }: GivenFact,
  where: readonly Where[],
  orders: readonly KnownOrder[],
): ClaimProblem | null {
  const base = baseNamed(fact, orders);
  if (base === null) return currencyProblem(fact, currency, null);
  if (!isStated(base)) return problem("sum_known", { fact }, "/facts");
  for (const { orderId } of where) {
    const facts = orders.find((order) => order.orderId === orderId)?.facts ?? null;
    if (facts === null) continue;
    const foreign = currencyProblem(fact, currency, facts.currency);
    if (foreign !== null) return foreign;
    const most = mostStated(base, facts);
    if (Number(value) > most) {
      const values = { fact, most: formatDecimal(most, facts.currency), currency: facts.currency };
      return problem("sum_too_large", values, "/facts");
    }
  }
  return null;
}

function currencyProblem(fact: string, given: string | undefined, own: string | null) {
  if (given === undefined || given === own) return null;
  return problem("fact_impossible", { assumption: "currency", facts: fact }, "/facts");
}

function baseNamed(fact: string, orders: readonly KnownOrder[]): MoneyBase | null {
  const name = statedBase(fact);
  if (name === null) return null;
  return boundOf(orders).flatMap(({ document }) => document.bases[name] ?? [])[0] ?? null;
}

const boundOf = (orders: readonly KnownOrder[]): CompiledPolicy[] =>
  orders.flatMap(({ policies }) => [...policies]);

type Named = Fact | { readonly scope: "order"; readonly type: "sum" };

/** A value that the fact cannot have in any case; a sum is a whole number of minor units. */
function valueProblem(fact: Named, { fact: name, value }: GivenFact): ClaimProblem | null {
  const isSum = fact.type === "sum";
  const isWrong = isSum
    ? !Number.isSafeInteger(value) || Number(value) < 0
    : valueFault(fact, value) !== null;
  if (!isWrong) return null;
  const values = isSum ? `0–${Number.MAX_SAFE_INTEGER}` : valueForm(fact);
  return problem("fact_value_wrong", { fact: name, value: String(value), values }, "/facts");
}

/** A stated sum is of the order as a whole, whatever its base is measured on. */
function factNamed(name: string, orders: readonly KnownOrder[]): Named | null {
  const base = statedBase(name);
  for (const { document } of boundOf(orders)) {
    const known = base === null ? document.facts : document.bases;
    const fact = Object.hasOwn(known, base ?? name) ? known[base ?? name] : undefined;
    if (fact !== undefined) {
      return "type" in fact ? fact : { scope: "order", type: "sum" };
    }
  }
  return null;
}

/** A sum is no one's mere word. */
function fits({ fact, state }: GivenFact): boolean {
  return statedBase(fact) === null || state === "attested";
}

function factNames(orders: readonly KnownOrder[]): string[] {
  const names = boundOf(orders).flatMap(({ document }) => [
    ...Object.keys(document.facts),
    ...Object.values(document.bases)
      .filter(isStated)
      .map(({ name }) => `base.${name}`),
  ]);
  return [...new Set(names)].sort();
}

type Where = Pick<SaidFact, "orderId" | "lineId" | "packetId">;

function placesOfFact(
  one: Omit<GivenFact, "value">,
  fact: Named,
  places: readonly Place[],
): Where[] {
  const fits = places.filter(
    ({ orderId, lineId, packetId }) =>
      (one.orderId === undefined || one.orderId === orderId) &&
      (one.lineId === undefined || one.lineId === lineId) &&
      (one.packetId === undefined || one.packetId === packetId),
  );
  const found = new Map<string, Where>();
  for (const { orderId, lineId, packetId } of fits) {
    const at = atScope(fact, { orderId, lineId, packetId });
    if (at !== null) found.set(JSON.stringify(at), at);
  }
  return [...found.values()];
}

function atScope({ scope }: Named, where: Where): Where | null {
  if (scope === "order") return { orderId: where.orderId, lineId: null, packetId: null };
  if (scope === "line") return where.lineId === null ? null : { ...where, packetId: null };
  return where.packetId === null ? null : { ...where, lineId: null };
}
