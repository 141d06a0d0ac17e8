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
  about,
} from "./schemas.ts";
import { RightName } from "./session.ts";

export const SignInName = Type.String({ pattern: "^[^\\s]{2,100}$", examples: ["li.wei"] });
export const passwordCharactersMin = 12;

export const StaffView = Type.Object(
  {
    staffId: about("The member of staff, by the id that the server gave.", Id),
    signInName: about("The name that the member of staff signs in by.", Type.String()),
    displayName: about("The name that colleagues see.", Type.String()),
    rights: about("What the member of staff may do.", Type.Array(RightName)),
    createdAt: about("When the account was made.", InstantText),
  },
  strict,
);
export type StaffView = Static<typeof StaffView>;

/** A key never administers: whoever finds one must not be able to make more. */
const keyRights = rights.filter((right) => right !== "administer");
const KeyRight = choice(...keyRights);

const apiKeyFields = {
  keyId: about("The key, by the id that the server gave it.", Id),
  label: about("What the merchant calls the key.", Type.String()),
  shownPrefix: about("The first characters of the key, to tell keys apart.", Type.String()),
  rights: about("What a caller with the key may do.", Type.Array(RightName)),
  createdAt: about("When the key was made.", InstantText),
  revokedAt: about("When the key was ended; null while it works.", nullable(InstantText)),
};
export const ApiKeyView = Type.Object(apiKeyFields, strict);
export type ApiKeyView = Static<typeof ApiKeyView>;

/** The key itself is in this one answer and nowhere else. */
export const NewApiKeyView = Type.Object(
  {
    ...apiKeyFields,
    key: about("The key itself: in this one answer and nowhere else.", Type.String()),
  },
  strict,
);
export type NewApiKeyView = Static<typeof NewApiKeyView>;

export const AuditEntry = Type.Object(
  {
    entryId: about("The entry, by the id that the server gave it.", Id),
    at: about("When it was done.", InstantText),
    actor: about(
      "Who did it.",
      Type.Object(
        {
          kind: about("Whether a person, a key, a customer or the system itself.", Type.String()),
          id: about("The id of whoever did it.", Type.String()),
        },
        strict,
      ),
    ),
    action: about("What was done.", Type.String({ examples: ["staff.created"] })),
    subject: about("What it was done to.", Type.String()),
    detail: about(
      "What else is known of it; never anything personal.",
      Type.Record(Type.String(), Type.Unknown()),
    ),
  },
  strict,
);
export type AuditEntry = Static<typeof AuditEntry>;

/** What a merchant says of itself, and since when. */
export const MerchantMarks = Type.Object(
  {
    onePerson: about(
      "Whether one person runs the shop, so that a wait of 24 hours " +
        "stands in for the second signature.",
      Type.Boolean(),
    ),
    onePersonSince: about(
      "When that was declared; null: never, or no longer.",
      nullable(InstantText),
    ),

    financial: about(
      "Whether the merchant is under financial supervision, so that " +
        "floors for such merchants bind it.",
      Type.Boolean(),
    ),
    financialSince: about(
      "When that was declared; null: never, or no longer.",
      nullable(InstantText),
    ),
  },
  strict,
);
export type MerchantMarks = Static<typeof MerchantMarks>;

/** Where the merchant is at home: what counts where an order or a claim says nothing else. */
export const MerchantRegion = Type.Object(
  {
    calendar: about(
      "The country whose days off count for every order; null: the " +
        "country of the order's zone.",
      nullable(CalendarCode),
    ),

    language: about(
      "The language of notices and letters to customers of whom no " + "other is known.",
      choice("zh-CN", "zh-TW", "en"),
    ),
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
      {
        onePerson: about(
          "Whether one person runs the shop. Left out: as it was.",
          Type.Optional(Type.Boolean()),
        ),
        financial: about(
          "Whether it is under financial supervision. Left out: as it " + "was.",
          Type.Optional(Type.Boolean()),
        ),
      },
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
        signInName: about(
          "The name to sign in by, 2 to 100 characters without blanks.",
          SignInName,
        ),
        displayName: about("The name that colleagues see.", ShortText),
        password: about(
          "A first password of at least 12 characters.",
          Type.String({ maxLength: 1000 }),
        ),
        rights: about(
          "What the member of staff may do; may be empty.",
          Type.Array(RightName, { uniqueItems: true }),
        ),
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
      {
        label: about("What the merchant calls the key.", ShortText),
        rights: about(
          "What a caller with the key may do; never `administer`.",
          Type.Array(KeyRight, { uniqueItems: true }),
        ),
      },
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
    params: Type.Object({ keyId: about("The key to be ended.", Id) }, strict),
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
    query: Type.Object(
      {
        ...pageQuery,
        subject: about("Only entries about this subject.", Type.Optional(ShortText)),
      },
      strict,
    ),
    success: { status: 200, schema: page(AuditEntry) },
    stateful: false,
    errors: ["cursor_invalid"],
  }),
} satisfies Record<string, RouteSpec>;
