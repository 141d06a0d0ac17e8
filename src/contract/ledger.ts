import { Type } from "typebox";
import type { Static } from "typebox";
import { AmountMinor, SignedTotal } from "./money.ts";
import { route } from "./route.ts";
import { Id, InstantText, ShortText, page, pageQuery, strict, about, OrderId } from "./schemas.ts";

/** Debits less credits of one account in one unit ("GBP", "points", "packet:<id>"). */
export const AccountBalance = Type.Object(
  {
    account: about("The name of the account.", ShortText),
    unit: about(
      "What it is counted in: a currency code, `points`, or " + "`packet:<id>`.",
      ShortText,
    ),
    balance: about("Debits less credits, in minor units, points or pieces.", SignedTotal),
  },
  strict,
);

export const TrialBalance = Type.Object(
  {
    accounts: about(
      "Every account with its balance, one entry for each unit.",
      Type.Array(AccountBalance),
    ),
    sums: about(
      "The sum of all balances of a unit; it is 0.",
      Type.Array(
        Type.Object(
          {
            unit: about(
              "What it is counted in: a currency code, `points`, or " + "`packet:<id>`.",
              ShortText,
            ),
            sum: about("The sum of the balances of this unit.", SignedTotal),
          },
          strict,
        ),
      ),
    ),
  },
  strict,
);
export type WireTrialBalance = Static<typeof TrialBalance>;

/** One transfer: `amount` units leave the credit account and arrive on the debit account. */
export const LedgerTransfer = Type.Object(
  {
    transferId: about("The transfer, by the id that the server gave it.", Id),
    kind: about("What it was for.", ShortText),
    reference: about("What caused it, such as an obligation or a payout.", ShortText),
    debitAccount: about("The account that it arrives on.", ShortText),
    creditAccount: about("The account that it leaves.", ShortText),
    unit: about(
      "What it is counted in: a currency code, `points`, or " + "`packet:<id>`.",
      ShortText,
    ),
    amount: about("How much moves: minor units, points or pieces.", AmountMinor),
    recordedAt: about("When it was recorded.", InstantText),
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
    params: Type.Object({ orderId: OrderId }, strict),
    query: Type.Object(pageQuery, strict),
    success: { status: 200, schema: page(LedgerTransfer) },
    stateful: false,
    errors: ["cursor_invalid"],
  }),
};
