import { Type } from "typebox";
import type { Static } from "typebox";
import { AmountMinor, SignedTotal } from "./money.ts";
import { route } from "./route.ts";
import { Id, InstantText, ShortText, page, pageQuery, strict } from "./schemas.ts";

/** Debits less credits of one account in one unit ("GBP", "points", "packet:<id>"). */
export const AccountBalance = Type.Object(
  { account: ShortText, unit: ShortText, balance: SignedTotal },
  strict,
);

export const TrialBalance = Type.Object(
  {
    accounts: Type.Array(AccountBalance),
    sums: Type.Array(Type.Object({ unit: ShortText, sum: SignedTotal }, strict)),
  },
  strict,
);
export type WireTrialBalance = Static<typeof TrialBalance>;

/** One transfer: `amount` units leave the credit account and arrive on the debit account. */
export const LedgerTransfer = Type.Object(
  {
    transferId: Id,
    kind: ShortText,
    reference: ShortText,
    debitAccount: ShortText,
    creditAccount: ShortText,
    unit: ShortText,
    amount: AmountMinor,
    recordedAt: InstantText,
  },
  strict,
);
export type WireLedgerTransfer = Static<typeof LedgerTransfer>;

export const ledgerRoutes = {
  getTrialBalance: route({
    operationId: "getTrialBalance",
    method: "GET",
    path: "/v1/ledger/trial-balance",
    summary: "Every account's balance per unit, and the sum per unit, which is zero",
    right: "read",
    success: { status: 200, schema: TrialBalance },
    stateful: false,
    errors: [],
  }),
  getOrderStatement: route({
    operationId: "getOrderStatement",
    method: "GET",
    path: "/v1/ledger/orders/{orderId}",
    summary: "The transfers of one order, oldest first",
    right: "read",
    params: Type.Object({ orderId: Id }, strict),
    query: Type.Object(pageQuery, strict),
    success: { status: 200, schema: page(LedgerTransfer) },
    stateful: false,
    errors: ["cursor_invalid"],
  }),
};
