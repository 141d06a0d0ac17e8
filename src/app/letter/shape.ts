import { Type } from "typebox";
import { Id, InstantText, Sha256, nullable } from "../../contract/index.ts";
import { letterFormat } from "../../core/index.ts";

const strict = { additionalProperties: false };
const text = Type.String({ maxLength: 1000 });

const Place = { lineId: nullable(text), packetId: nullable(text) };

const ways = { phone: nullable(text), email: nullable(text) };

/** Letters from before merchants were asked for it have none. */
const Contact = Type.Object(
  {
    ...ways,
    registeredName: text,
    address: text,
    hours: nullable(Type.Object({ "zh-CN": text, "zh-TW": text, en: text }, strict)),
    website: nullable(text),
    complaints: nullable(Type.Object(ways, strict)),
  },
  strict,
);

/**
 * The outer form of a payload. What evaluator and settlement made stays open here: it is computed
 * again and compared as a whole.
 */
export const PayloadShape = Type.Object(
  {
    format: Type.Literal(letterFormat),
    program: text,
    issuedAt: InstantText,
    key: Type.Object({ keyId: Id, fingerprint: Sha256 }, strict),
    merchant: Type.Object(
      {
        merchantId: Id,
        slug: text,
        name: text,
        contact: Type.Optional(Contact),
        keysAt: Type.Optional(text),
      },
      strict,
    ),
    claim: Type.Object(
      {
        claimId: Id,
        number: text,
        kind: text,
        zone: text,
        receivedAt: InstantText,
        decidedAt: InstantText,
        refusalCode: nullable(text),
        unmatched: nullable(text),
      },
      strict,
    ),
    market: nullable(text),
    customer: Type.Enum(["consumer", "business"]),
    documents: Type.Array(
      Type.Object(
        {
          id: text,
          version: Type.Integer(),
          hash: Sha256,
          catalogue: Sha256,
          textHash: Sha256,
        },
        strict,
      ),
    ),
    catalogues: Type.Array(Type.Object({ hash: Sha256, textHash: Sha256 }, strict)),
    orders: Type.Array(
      Type.Object(
        {
          orderId: Id,
          orderNumber: text,
          lines: Type.Array(Type.Object({ lineId: text, name: nullable(text) }, strict)),
          decisionId: Id,
          accepted: Type.Boolean(),
          corrects: nullable(Id),
          decision: Type.Object({}),
          established: Type.Array(
            Type.Object(
              { ...Place, fact: text, by: Type.Enum(["customer", "merchant"]), at: InstantText },
              strict,
            ),
          ),
          settlement: Type.Object(
            {
              asOf: Type.Enum(["decision", "issue"]),
              order: Type.Object({}),
              earlier: Type.Array(Type.Object({})),
              taken: Type.Array(Type.Object({})),
              takenBeside: Type.Array(Type.Object({})),
            },
            strict,
          ),
          sums: Type.Object({}),
        },
        strict,
      ),
    ),
    payment: nullable(
      Type.Object(
        {
          dueAt: InstantText,
          source: text,
          statutory: Type.Boolean(),
          provisional: Type.Boolean(),
        },
        strict,
      ),
    ),
  },
  strict,
);
