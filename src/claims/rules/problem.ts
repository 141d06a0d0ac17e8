/**
 * Why a claim cannot be taken as it was asked. The code is one of the contract's refusals, which
 * rules do not know; `field` is a JSON pointer into what was asked.
 */
export interface ClaimProblem {
  readonly problem: ProblemCode;
  readonly values: Readonly<Record<string, string | number>>;
  readonly field: string | null;
}

export type ProblemCode =
  | "not_found"
  | "claim_order_unpaid"
  | "claim_not_promised"
  | "claim_needs_items"
  | "claim_orders_differ"
  | "claim_before_order"
  | "claim_end_unasked"
  | "claim_end_range"
  | "claim_choice_made"
  | "order_line_unknown"
  | "not_for_customer_to_prove"
  | "claim_units_invalid"
  | "claim_units_twice"
  | "claim_units_reversed"
  | "claim_units_gone"
  | "claim_units_or_quantity"
  | "claim_units_left"
  | "fact_unknown"
  | "fact_impossible"
  | "fact_not_yours"
  | "fact_derived"
  | "fact_value_wrong"
  | "sum_known"
  | "sum_not_attested"
  | "sum_too_large";

export const problem = (
  code: ProblemCode,
  values: ClaimProblem["values"] = {},
  field: string | null = null,
): ClaimProblem => ({ problem: code, values, field });

export const isProblem = (value: object | null): value is ClaimProblem =>
  value !== null && "problem" in value;
