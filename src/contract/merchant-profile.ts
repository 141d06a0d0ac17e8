import { Type } from "typebox";
import type { Static } from "typebox";
import { route } from "./route.ts";
import type { RouteSpec } from "./route.ts";
import { InstantText, nullable, ShortText, strict } from "./schemas.ts";

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

const Complaints = Type.Object({ phone: nullable(Phone), email: nullable(Email) }, strict);

/**
 * Whom a merchant's customers deal with and how they reach it. Published on its terms, posters and
 * letters: contact data of a business, not of a person.
 */
export const MerchantProfile = Type.Object(
  {
    /** As it stands in the register; the shop may go by another name. */
    registeredName: line(200, "守诺示范商贸有限公司"),
    /** Where the business is, in one line. */
    address: line(300, "上海市黄浦区示范路 1 号"),
    /** Of customer service; at least one of phone and e-mail is stated. */
    phone: nullable(Phone),
    email: nullable(Email),
    /** When somebody answers, in the words of each language. */
    hours: nullable(
      Type.Object(
        {
          "zh-CN": line(100, "周一至周五 9:00–18:00"),
          "zh-TW": line(100, "週一至週五 9:00–18:00"),
          en: line(100, "Monday to Friday, 9:00–18:00"),
        },
        strict,
      ),
    ),
    /** The merchant's own site. */
    website: nullable(line(300, "https://shop.example")),
    /** Null: complaints go where questions go. */
    complaints: nullable(Complaints),
  },
  strict,
);
export type MerchantProfile = Static<typeof MerchantProfile>;

export const MerchantProfileView = Type.Object(
  {
    /** The name of the shop, under which its pages stand. */
    shopName: Type.String(),
    /** Null: nothing was stated yet, and no policy for consumers can be published. */
    profile: nullable(MerchantProfile),
    changedAt: nullable(InstantText),
    /** Under which customers reach portal and terms; null: as each request reached the server. */
    publicAddress: nullable(Type.String()),
  },
  strict,
);
export type MerchantProfileView = Static<typeof MerchantProfileView>;

/** What anybody may know who stands before the shop's door. */
export const ShopView = Type.Object(
  {
    slug: Type.String(),
    shopName: Type.String(),
    /** Null: nothing was stated yet. */
    profile: nullable(MerchantProfile),
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
    params: Type.Object({ merchantSlug: ShortText }, strict),
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
