import { Type } from "typebox";
import { route } from "./route.ts";
import type { RouteSpec } from "./route.ts";
import {
  pageQuery,
  choice,
  Id,
  InstantText,
  nullable,
  page,
  strict,
  about,
  ClaimId,
} from "./schemas.ts";

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
    noticeId: about("The notice, by the id that the server gave it.", Id),
    kind: about("What the notice is about, as a code.", Type.String()),
    subjectId: about("The claim, or another thing, that it is about.", Id),
    status: about("How far it got to the customer.", NoticeStatus),
    channel: about(
      "By which way it goes; null while none is chosen or there is " + "none.",
      nullable(Type.String()),
    ),
    language: about("The language that it is written in.", choice("zh-CN", "zh-TW", "en")),
    title: about("Its title in that language.", Type.String()),
    text: about("Its text in that language.", Type.String()),
    queuedAt: about("When it was set out to be sent.", InstantText),
    deliveredAt: about(
      "When it arrived, where the channel says so; null otherwise.",
      nullable(InstantText),
    ),
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
    query: Type.Object(
      {
        ...pageQuery,
        subjectId: about("Only notices about this claim, or other thing.", Type.Optional(Id)),
      },
      strict,
    ),
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
    params: Type.Object({ claimId: ClaimId }, strict),
    success: {
      status: 200,
      schema: Type.Object(
        { items: about("The notices of the claim.", Type.Array(NoticeView)) },
        strict,
      ),
    },
    stateful: false,
    errors: ["not_found"],
  }),
} satisfies Record<string, RouteSpec>;
