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
} from "./schemas.ts";
import { strict } from "./schemas.ts";

/** A report as data, and as a page for people in the caller's language: HTML by itself. */
const reportOf = <S extends TSchema>(data: S) => Type.Object({ data, html: Type.String() }, strict);

const PolicyPlace = {
  policyId: Type.String({ minLength: 1, maxLength: 60 }),
  version: Type.Integer({ minimum: 1, maximum: 999_999_999 }),
};

const window = { from: Type.Optional(InstantText), to: Type.Optional(InstantText) };

const backtestFields = {
  backtestId: Id,
  ...PolicyPlace,
  hash: Sha256,
  status: choice("queued", "running", "done", "stopped", "failed"),
  /** Decisions gone through, and how many there are; 0 until it has begun. */
  done: Type.Integer({ minimum: 0 }),
  total: Type.Integer({ minimum: 0 }),
  fault: nullable(Type.String()),
  requestedAt: InstantText,
  finishedAt: nullable(InstantText),
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
  { ...backtestFields, report: nullable(reportOf(BacktestData)) },
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
        replaces: Type.Optional(Type.Array(ShortText, { maxItems: 20 })),
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
    params: Type.Object({ backtestId: Id }, strict),
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
    params: Type.Object({ backtestId: Id }, strict),
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
