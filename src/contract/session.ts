import { Type } from "typebox";
import type { Static } from "typebox";
import { rights, route } from "./route.ts";
import type { RouteSpec } from "./route.ts";
import { choice, Id, nullable, ShortText, strict } from "./schemas.ts";

export const RightName = choice(...rights);

export const MerchantView = Type.Object(
  {
    merchantId: Id,
    slug: Type.String(),
    name: Type.String(),
    zone: Type.String({ examples: ["Asia/Shanghai"] }),
    onePerson: Type.Boolean(),
    financial: Type.Boolean(),
  },
  strict,
);
export type MerchantView = Static<typeof MerchantView>;

/** Who is signed in; a customer has no name here and sees the orders of the session. */
export const Me = Type.Object(
  {
    kind: choice("staff", "key", "customer"),
    id: Id,
    name: Type.String(),
    rights: Type.Array(RightName),
    orderIds: nullable(Type.Array(Id)),
    merchant: MerchantView,
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
      { signInName: ShortText, password: Type.String({ minLength: 1, maxLength: 1000 }) },
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
    params: Type.Object({ merchantSlug: ShortText }, strict),
    body: Type.Object({ orderNumber: ShortText, contact: ShortText }, strict),
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
