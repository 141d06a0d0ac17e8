import { Type } from "typebox";
import type { Static } from "typebox";
import { rights, route } from "./route.ts";
import type { RouteSpec } from "./route.ts";
import { choice, Id, nullable, ShortText, strict, about } from "./schemas.ts";

export const RightName = choice(...rights);

export const MerchantView = Type.Object(
  {
    merchantId: about("The merchant, by the id that the server gave.", Id),
    slug: about("The merchant's word in addresses, such as `demo`.", Type.String()),
    name: about("The name of the shop.", Type.String()),
    zone: about(
      "The merchant's time zone, an IANA name.",
      Type.String({ examples: ["Asia/Shanghai"] }),
    ),
    onePerson: about(
      "Whether one person runs the shop, so that a wait stands in " + "for a second signature.",
      Type.Boolean(),
    ),
    financial: about("Whether it is under financial supervision.", Type.Boolean()),
  },
  strict,
);
export type MerchantView = Static<typeof MerchantView>;

/** Who is signed in; a customer has no name here and sees the orders of the session. */
export const Me = Type.Object(
  {
    kind: about(
      "Who calls: a member of staff, a key, or a customer.",
      choice("staff", "key", "customer"),
    ),
    id: about("The member of staff, the key, or the customer's session.", Id),
    name: about("The display name; of a key its label, of a customer empty.", Type.String()),
    rights: about("What the caller may do.", Type.Array(RightName)),
    orderIds: about(
      "The orders that a customer's session was opened for; null for " + "others.",
      nullable(Type.Array(Id)),
    ),
    merchant: about("The merchant whose data the caller sees.", MerchantView),
  },
  strict,
);
export type Me = Static<typeof Me>;

export const sessionRoutes = {
  signIn: route({
    operationId: "signIn",
    method: "POST",
    path: "/v1/session",
    summary: "A member of staff signs in; the session is a cookie",
    right: "public",
    body: Type.Object(
      {
        signInName: about("The name that the member of staff signs in by.", ShortText),
        password: about(
          "The password of that member of staff.",
          Type.String({ minLength: 1, maxLength: 1000 }),
        ),
      },
      strict,
    ),
    success: { status: 201, schema: Me },
    stateful: false,
    errors: ["sign_in_failed"],
  }),
  getMe: route({
    operationId: "getMe",
    method: "GET",
    path: "/v1/session",
    summary: "Who is signed in, and with which rights",
    right: "signed-in",
    success: { status: 200, schema: Me },
    stateful: false,
    errors: [],
  }),
  signOut: route({
    operationId: "signOut",
    method: "DELETE",
    path: "/v1/session",
    summary: "A member of staff signs out; a customer's session in the same browser stays",
    right: "signed-in",
    success: { status: 204 },
    stateful: false,
    errors: [],
  }),
  openCustomerSession: route({
    operationId: "openCustomerSession",
    method: "POST",
    path: "/v1/portal/{merchantSlug}/session",
    summary: "A customer proves an order by its number and a contact; the session is a cookie",
    right: "public",
    params: Type.Object(
      { merchantSlug: about("The merchant's word in addresses, such as `demo`.", ShortText) },
      strict,
    ),
    body: Type.Object(
      {
        orderNumber: about("The number of the order that is to be proven.", ShortText),
        contact: about(
          "The telephone number or e-mail address that the order was " + "recorded with.",
          ShortText,
        ),
      },
      strict,
    ),
    success: { status: 201, schema: Me },
    stateful: false,
    errors: ["order_not_proved"],
  }),
  closeCustomerSession: route({
    operationId: "closeCustomerSession",
    method: "DELETE",
    path: "/v1/my/session",
    summary: "A customer signs out; a session of staff in the same browser stays",
    right: "customer",
    success: { status: 204 },
    stateful: false,
    errors: [],
  }),
} satisfies Record<string, RouteSpec>;
