import { Type } from "typebox";
import { route } from "./route.ts";
import type { RouteSpec } from "./route.ts";
import { choice, Id, InstantText, nullable, page, pageQuery, strict } from "./schemas.ts";

export const NoticeStatus = choice(
  "queued",
  "accepted",
  "delivered",
  "bounced",
  "unknown",
  "read",
  "acknowledged",
  "no_addressee",
);

const NoticeView = Type.Object(
  {
    noticeId: Id,
    kind: Type.String(),
    subjectId: Id,
    status: NoticeStatus,
    channel: nullable(Type.String()),
    language: choice("zh-CN", "zh-TW", "en"),
    title: Type.String(),
    text: Type.String(),
    queuedAt: InstantText,
    deliveredAt: nullable(InstantText),
  },
  strict,
);

export const noticesRoutes = {
  listNotices: route({
    operationId: "listNotices",
    method: "GET",
    path: "/v1/notices",
    summary: "Notices, newest first; of one claim where `subjectId` is given",
    right: "read",
    query: Type.Object({ ...pageQuery, subjectId: Type.Optional(Id) }, strict),
    success: { status: 200, schema: page(NoticeView) },
    stateful: false,
    errors: ["cursor_invalid"],
  }),
  listMyNotices: route({
    operationId: "listMyNotices",
    method: "GET",
    path: "/v1/my/claims/{claimId}/notices",
    summary: "The notices of a customer's claim",
    right: "customer",
    params: Type.Object({ claimId: Id }, strict),
    success: { status: 200, schema: Type.Object({ items: Type.Array(NoticeView) }, strict) },
    stateful: false,
    errors: ["not_found"],
  }),
} satisfies Record<string, RouteSpec>;
