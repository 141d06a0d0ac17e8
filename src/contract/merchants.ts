import { Type } from "typebox";
import type { Static } from "typebox";
import { rights, route } from "./route.ts";
import type { RouteSpec } from "./route.ts";
import {
  CalendarCode,
  choice,
  Id,
  InstantText,
  nullable,
  page,
  pageQuery,
  ShortText,
  strict,
} from "./schemas.ts";
import { RightName } from "./session.ts";

export const SignInName = Type.String({ pattern: "^[^\\s]{2,100}$", examples: ["li.wei"] });
export const passwordCharactersMin = 12;

export const StaffView = Type.Object(
  {
    staffId: Id,
    signInName: Type.String(),
    displayName: Type.String(),
    rights: Type.Array(RightName),
    createdAt: InstantText,
  },
  strict,
);
export type StaffView = Static<typeof StaffView>;

/** A key never administers: whoever finds one must not be able to make more. */
const keyRights = rights.filter((right) => right !== "administer");
const KeyRight = choice(...keyRights);

const apiKeyFields = {
  keyId: Id,
  label: Type.String(),
  shownPrefix: Type.String(),
  rights: Type.Array(RightName),
  createdAt: InstantText,
  revokedAt: nullable(InstantText),
};
export const ApiKeyView = Type.Object(apiKeyFields, strict);
export type ApiKeyView = Static<typeof ApiKeyView>;

/** The key itself is in this one answer and nowhere else. */
export const NewApiKeyView = Type.Object({ ...apiKeyFields, key: Type.String() }, strict);
export type NewApiKeyView = Static<typeof NewApiKeyView>;

export const AuditEntry = Type.Object(
  {
    entryId: Id,
    at: InstantText,
    actor: Type.Object({ kind: Type.String(), id: Type.String() }, strict),
    action: Type.String({ examples: ["staff.created"] }),
    subject: Type.String(),
    detail: Type.Record(Type.String(), Type.Unknown()),
  },
  strict,
);
export type AuditEntry = Static<typeof AuditEntry>;

/** What a merchant says of itself, and since when. */
export const MerchantMarks = Type.Object(
  {
    /** One person runs it: a wait of 24 hours stands in for the second signature. */
    onePerson: Type.Boolean(),
    onePersonSince: nullable(InstantText),
    /** Under financial supervision: the floors for such merchants bind it too. */
    financial: Type.Boolean(),
    financialSince: nullable(InstantText),
  },
  strict,
);
export type MerchantMarks = Static<typeof MerchantMarks>;

/** Where the merchant is at home: what counts where an order or a claim says nothing else. */
export const MerchantRegion = Type.Object(
  {
    /** Whose days off count, whatever an order's zone; null: the country of the order's zone. */
    calendar: nullable(CalendarCode),
    /** Of notices and letters to customers of whom no other language is known. */
    language: choice("zh-CN", "zh-TW", "en"),
  },
  strict,
);
export type MerchantRegion = Static<typeof MerchantRegion>;

export const merchantsRoutes = {
  getMerchantRegion: route({
    operationId: "getMerchantRegion",
    method: "GET",
    path: "/v1/merchant/region",
    summary: "Whose days off count for new orders, and the language of notices",
    right: "read",
    success: { status: 200, schema: MerchantRegion },
    stateful: false,
    errors: [],
  }),
  setMerchantRegion: route({
    operationId: "setMerchantRegion",
    method: "PUT",
    path: "/v1/merchant/region",
    summary: "States both anew; orders recorded before keep their calendar",
    right: "administer",
    body: MerchantRegion,
    success: { status: 200, schema: MerchantRegion },
    stateful: true,
    errors: [],
  }),
  getMerchantMarks: route({
    operationId: "getMerchantMarks",
    method: "GET",
    path: "/v1/merchant/marks",
    summary: "Whether the merchant is one person, and whether it is under financial supervision",
    right: "read",
    success: { status: 200, schema: MerchantMarks },
    stateful: false,
    errors: [],
  }),
  setMerchantMarks: route({
    operationId: "setMerchantMarks",
    method: "PUT",
    path: "/v1/merchant/marks",
    summary: "Declares either, with today's date in the audit log",
    right: "administer",
    body: Type.Object(
      { onePerson: Type.Optional(Type.Boolean()), financial: Type.Optional(Type.Boolean()) },
      strict,
    ),
    success: { status: 200, schema: MerchantMarks },
    stateful: true,
    errors: ["merchant_not_one_person"],
  }),
  listStaff: route({
    operationId: "listStaff",
    method: "GET",
    path: "/v1/staff",
    summary: "Members of staff, newest first",
    right: "administer",
    query: Type.Object(pageQuery, strict),
    success: { status: 200, schema: page(StaffView) },
    stateful: false,
    errors: ["cursor_invalid"],
  }),
  createStaff: route({
    operationId: "createStaff",
    method: "POST",
    path: "/v1/staff",
    summary: "A new member of staff with a first password",
    right: "administer",
    body: Type.Object(
      {
        signInName: SignInName,
        displayName: ShortText,
        password: Type.String({ maxLength: 1000 }),
        rights: Type.Array(RightName, { uniqueItems: true }),
      },
      strict,
    ),
    success: { status: 201, schema: StaffView },
    stateful: true,
    errors: ["sign_in_name_taken", "password_weak"],
  }),
  listApiKeys: route({
    operationId: "listApiKeys",
    method: "GET",
    path: "/v1/api-keys",
    summary: "API keys, newest first",
    right: "administer",
    query: Type.Object(pageQuery, strict),
    success: { status: 200, schema: page(ApiKeyView) },
    stateful: false,
    errors: ["cursor_invalid"],
  }),
  createApiKey: route({
    operationId: "createApiKey",
    method: "POST",
    path: "/v1/api-keys",
    summary: "A new API key, shown this once",
    right: "administer",
    body: Type.Object(
      { label: ShortText, rights: Type.Array(KeyRight, { uniqueItems: true }) },
      strict,
    ),
    success: { status: 201, schema: NewApiKeyView },
    stateful: true,
    errors: [],
  }),
  revokeApiKey: route({
    operationId: "revokeApiKey",
    method: "DELETE",
    path: "/v1/api-keys/{keyId}",
    summary: "Ends an API key; ending it again changes nothing",
    right: "administer",
    params: Type.Object({ keyId: Id }, strict),
    success: { status: 204 },
    stateful: false,
    errors: ["not_found"],
  }),
  listAudit: route({
    operationId: "listAudit",
    method: "GET",
    path: "/v1/audit",
    summary: "Who did what to what and when, newest first",
    right: "administer",
    query: Type.Object({ ...pageQuery, subject: Type.Optional(ShortText) }, strict),
    success: { status: 200, schema: page(AuditEntry) },
    stateful: false,
    errors: ["cursor_invalid"],
  }),
} satisfies Record<string, RouteSpec>;
