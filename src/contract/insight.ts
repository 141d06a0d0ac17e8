import { Type } from "typebox";
import type { Static, TSchema } from "typebox";
import { BacktestData } from "./insight/backtest.ts";
import { FairnessData } from "./insight/fairness.ts";
import { FeeData, FeeQuestion } from "./insight/fee.ts";
import { route } from "./route.ts";
import type { RouteSpec } from "./route.ts";
import {
  Id,
  InstantText,
  Sha256,
  ShortText,
  choice,
  nullable,
  page,
  pageQuery,
  about,
} from "./schemas.ts";
import { strict } from "./schemas.ts";

/** A report as data, and as a page for people in the caller's language: HTML by itself. */
const reportOf = <S extends TSchema>(data: S) =>
  Type.Object(
    {
      data: about("The report as data.", data),
      html: about("The same for people: a page of HTML that stands by itself.", Type.String()),
    },
    strict,
  );

const PolicyPlace = {
  policyId: about(
    "The policy's id, such as `order-refund`.",
    Type.String({ minLength: 1, maxLength: 60 }),
  ),
  version: about("The version of the policy.", Type.Integer({ minimum: 1, maximum: 999_999_999 })),
};

const window = {
  from: about(
    "Only claims received from this instant on. Left out: from the " + "first.",
    Type.Optional(InstantText),
  ),
  to: about(
    "Only claims received before this instant. Left out: to the " + "last.",
    Type.Optional(InstantText),
  ),
};

const backtestFields = {
  backtestId: about("The back-test, by the id that the server gave it.", Id),
  ...PolicyPlace,
  hash: about("SHA-256 of the version that is tested.", Sha256),
  status: about(
    "Whether it waits, runs, is done, was stopped, or failed.",
    choice("queued", "running", "done", "stopped", "failed"),
  ),

  done: about("How many decisions have been gone through.", Type.Integer({ minimum: 0 })),
  total: about("How many decisions there are; 0 until it has begun.", Type.Integer({ minimum: 0 })),
  fault: about("Why it failed; null unless it did.", nullable(Type.String())),
  requestedAt: about("When it was asked for.", InstantText),
  finishedAt: about("When it ended; null until then.", nullable(InstantText)),
};

export { BacktestData } from "./insight/backtest.ts";
export type { WireBacktestData } from "./insight/backtest.ts";
export { FairnessData } from "./insight/fairness.ts";
export type { WireFairnessData } from "./insight/fairness.ts";
export { FeeData } from "./insight/fee.ts";
export type { WireFeeData, WireFeePolicy, WireFeeQuestion } from "./insight/fee.ts";

export const BacktestSummary = Type.Object(backtestFields, strict);
export type WireBacktestSummary = Static<typeof BacktestSummary>;
const BacktestView = Type.Object(
  {
    ...backtestFields,
    report: about("What came out; null until it is done.", nullable(reportOf(BacktestData))),
  },
  strict,
);
export type WireBacktest = Static<typeof BacktestView>;

export const insightRoutes = {
  startBacktest: route({
    operationId: "startBacktest",
    method: "POST",
    path: "/v1/backtests",
    summary: "Runs a draft or published version over the stored claims; a worker does it",
    right: "read",
    body: Type.Object(
      {
        ...PolicyPlace,
        ...window,
        replaces: about(
          "Ids of the policies whose place the version takes. Left out: " +
            "the policy of its own id.",
          Type.Optional(Type.Array(ShortText, { maxItems: 20 })),
        ),
      },
      strict,
    ),
    success: { status: 202, schema: BacktestSummary },
    stateful: true,
    errors: ["not_found", "backtest_impossible"],
  }),
  getBacktest: route({
    operationId: "getBacktest",
    method: "GET",
    path: "/v1/backtests/{backtestId}",
    summary: "How far a back-test is, and its report once it is done",
    right: "read",
    params: Type.Object({ backtestId: about("The back-test.", Id) }, strict),
    success: { status: 200, schema: BacktestView },
    stateful: false,
    errors: ["not_found"],
  }),
  listBacktests: route({
    operationId: "listBacktests",
    method: "GET",
    path: "/v1/policies/{policyId}/versions/{version}/backtests",
    summary: "Back-tests of a version, the newest first",
    right: "read",
    params: Type.Object(PolicyPlace, strict),
    query: Type.Object(pageQuery, strict),
    success: { status: 200, schema: page(BacktestSummary) },
    stateful: false,
    errors: ["cursor_invalid"],
  }),
  stopBacktest: route({
    operationId: "stopBacktest",
    method: "POST",
    path: "/v1/backtests/{backtestId}/stop",
    summary: "Ends a back-test that waits or runs; one that has ended stays as it is",
    right: "read",
    params: Type.Object({ backtestId: about("The back-test.", Id) }, strict),
    success: { status: 200, schema: BacktestSummary },
    stateful: true,
    errors: ["not_found"],
  }),
  getFairnessAudit: route({
    operationId: "getFairnessAudit",
    method: "GET",
    path: "/v1/audits/fairness",
    summary: "Whether like claims were treated alike, by group, engine and reviewer",
    right: "read",
    query: Type.Object(window, strict),
    success: { status: 200, schema: reportOf(FairnessData) },
    stateful: false,
    errors: [],
  }),
  reportFee: route({
    operationId: "reportFee",
    method: "POST",
    path: "/v1/fee-reports",
    summary: "What a cancellation leaves at each point in time, against the service rendered",
    right: "read",
    body: FeeQuestion,
    success: { status: 200, schema: reportOf(FeeData) },
    stateful: false,
    errors: [
      "not_found",
      "policy_invalid",
      "policy_parameter_invalid",
      "fact_unknown",
      "fact_derived",
      "fact_impossible",
      "claim_order_unpaid",
      "fee_without_terms",
      "fee_policy_unfit",
      "fee_policy_faulty",
      "fee_needs_facts",
    ],
  }),
} satisfies Record<string, RouteSpec>;
