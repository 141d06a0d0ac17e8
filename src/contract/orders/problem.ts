import { choice } from "../schemas.ts";

/** Why a person must look at the money of an order. */
export const MoneyProblemKind = choice(
  "payouts_stopped",
  "paid_beyond",
  "debit_differs",
  "chargeback_differs",
  "payment_differs",
);
