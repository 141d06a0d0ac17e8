/** Order facts and stored decisions → what is owed, and what is due of it. */
export type * from "./types.ts";
export type { OrderProblem, OrderRefusal } from "./order-refusal.ts";
export { freezeOrder } from "./freeze-order.ts";
export { balanceDue, freezeBalance } from "./freeze-payment.ts";
export { linePrices } from "./freeze-adjustments.ts";
export { linePrice, unitsPaid } from "./units.ts";
export { baseAmount, isKnownBase } from "./base-amount.ts";
export { type BasePlace, partsOfBase } from "./frozen-bases.ts";
export { unitsGivenBack, unitsPaidFor } from "./refunds.ts";
export { owed } from "./owed.ts";
export { planDue } from "./due.ts";
export { type Queued, type StopPlan, planStops } from "./stops.ts";
export { type Beside, dueBeside } from "./beside.ts";
export { type Consequence, consequencesOf, consequencesSince } from "./consequences.ts";
