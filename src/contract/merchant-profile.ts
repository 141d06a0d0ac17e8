import { Type } from "typebox";
import type { Static } from "typebox";
import { route } from "./route.ts";
import type { RouteSpec } from "./route.ts";
import { InstantText, nullable, ShortText, strict, about } from "./schemas.ts";

/** One line that says something: no control character, no line break, not spaces alone. */
const line = (maxLength: number, example: string) =>
  Type.String({
    minLength: 1,
    maxLength,
    pattern: "^[^\\u0000-\\u001f\\u007f-\\u009f\\u2028\\u2029]*$",
    examples: [example],
  });

const Phone = line(60, "400-820-8820");
const Email = line(254, "service@shop.example");

const Complaints = Type.Object(
  {
    phone: about("The telephone number for complaints; null where there is none.", nullable(Phone)),
    email: about("The e-mail address for complaints; null where there is none.", nullable(Email)),
  },
  strict,
);

/**
 * Whom a merchant's customers deal with and how they reach it. Published on its terms, posters and
 * letters: contact data of a business, not of a person.
 */
export const MerchantProfile = Type.Object(
  {
    registeredName: about(
      "The name in the register; the shop may go by another.",
      line(200, "守诺示范商贸有限公司"),
    ),

    address: about("Where the business is, in one line.", line(300, "上海市黄浦区示范路 1 号")),

    phone: about(
      "Customer service by telephone; null only where an e-mail " + "address is given.",
      nullable(Phone),
    ),
    email: about(
      "Customer service by e-mail; null only where a telephone " + "number is given.",
      nullable(Email),
    ),

    hours: about(
      "When somebody answers, in each language; null: not said.",
      nullable(
        Type.Object(
          {
            "zh-CN": about("In simplified Chinese.", line(100, "周一至周五 9:00–18:00")),
            "zh-TW": about("In traditional Chinese.", line(100, "週一至週五 9:00–18:00")),
            en: about("In English.", line(100, "Monday to Friday, 9:00–18:00")),
          },
          strict,
        ),
      ),
    ),

    website: about(
      "The merchant's own site; null: none.",
      nullable(line(300, "https://shop.example")),
    ),

    complaints: about("Where complaints go; null: where questions go.", nullable(Complaints)),
  },
  strict,
);
export type MerchantProfile = Static<typeof MerchantProfile>;

export const MerchantProfileView = Type.Object(
  {
    shopName: about("The name of the shop, under which its pages stand.", Type.String()),

    profile: about(
      "What was stated last; null: nothing yet, and no policy for " + "consumers can be published.",
      nullable(MerchantProfile),
    ),
    changedAt: about("When it was stated last; null: never.", nullable(InstantText)),

    publicAddress: about(
      "The address under which customers reach portal and terms; " +
        "null: the one that each request came by.",
      nullable(Type.String()),
    ),
  },
  strict,
);
export type MerchantProfileView = Static<typeof MerchantProfileView>;

/** What anybody may know who stands before the shop's door. */
export const ShopView = Type.Object(
  {
    slug: about("The merchant's word in addresses, such as `demo`.", Type.String()),
    shopName: about("The name of the shop.", Type.String()),

    profile: about(
      "How customers reach the merchant; null: nothing was stated " + "yet.",
      nullable(MerchantProfile),
    ),
  },
  strict,
);
export type ShopView = Static<typeof ShopView>;

export const profileRoutes = {
  getShop: route({
    operationId: "getShop",
    method: "GET",
    path: "/v1/portal/{merchantSlug}",
    summary: "Whose portal it is, and how customers reach the merchant",
    right: "public",
    params: Type.Object(
      { merchantSlug: about("The merchant's word in addresses, such as `demo`.", ShortText) },
      strict,
    ),
    success: { status: 200, schema: ShopView },
    stateful: false,
    errors: ["not_found"],
  }),
  getMerchantProfile: route({
    operationId: "getMerchantProfile",
    method: "GET",
    path: "/v1/merchant/profile",
    summary: "Who the merchant is and how its customers reach it",
    right: "read",
    success: { status: 200, schema: MerchantProfileView },
    stateful: false,
    errors: [],
  }),
  setMerchantProfile: route({
    operationId: "setMerchantProfile",
    method: "PUT",
    path: "/v1/merchant/profile",
    summary: "States it anew, as a whole; terms, posters and new letters say so at once",
    right: "administer",
    body: MerchantProfile,
    success: { status: 200, schema: MerchantProfileView },
    stateful: true,
    errors: ["text_blank", "phone_invalid", "email_invalid", "website_invalid", "contact_missing"],
  }),
} satisfies Record<string, RouteSpec>;
