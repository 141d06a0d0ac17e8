import { Type } from "typebox";
import type { Static } from "typebox";
import { about } from "./schemas.ts";

/** ISO 4217. Whether the code exists is checked by core/money, which answers `currency_unknown`. */
export const CurrencyCode = Type.String({ pattern: "^[A-Z]{3}$", examples: ["CNY"] });

/** Integer minor units (fen, pence, yen), 0 ≤ amount ≤ 2^53−1. */
export const AmountMinor = Type.Integer({ minimum: 0, maximum: Number.MAX_SAFE_INTEGER });

/** As AmountMinor, where a balance or a difference may fall below zero. */
export const SignedAmountMinor = Type.Integer({
  minimum: -Number.MAX_SAFE_INTEGER,
  maximum: Number.MAX_SAFE_INTEGER,
});

/**
 * A total in minor units, points or pieces as a decimal string: sums of many amounts may pass
 * 2^53−1, which a JSON number does not carry exactly.
 */
export const SignedTotal = Type.String({ pattern: "^(0|-?[1-9][0-9]*)$", examples: ["-1050"] });

export const Money = Type.Object(
  {
    amountMinor: about(
      "The amount in minor units of the currency; below zero it is " + "owed the other way.",
      SignedAmountMinor,
    ),
    currency: about("ISO 4217 code of the currency.", CurrencyCode),
  },
  { additionalProperties: false },
);
export type WireMoney = Static<typeof Money>;
