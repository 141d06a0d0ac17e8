import { type Refusal, refuse } from "../money/index.ts";

export type OrderProblem =
  | "empty_order"
  | "unknown_currency"
  | "not_an_amount"
  | "amount_too_large"
  | "bad_quantity"
  | "bad_percent"
  | "bad_tiers"
  | "duplicate_id"
  | "unknown_line"
  | "bad_reference"
  | "charged_above_total"
  | "bad_tender_value"
  | "mixed_currency"
  | "tenders_do_not_add_up"
  | "restriction_not_met";

/** Why an order cannot be frozen; `path` points into the draft, as in `tenders[1].units`. */
export type OrderRefusal = Refusal & { readonly code: OrderProblem; readonly path: string };

export function refuseOrder(code: OrderProblem, path: string, sentence: string): OrderRefusal {
  return { ...refuse(code, sentence), code, path };
}
