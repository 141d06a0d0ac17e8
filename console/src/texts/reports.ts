import type { Language } from "../../../src/contract/index.ts";

const zhCn = {
  compare: "与其他版本对比",
  compareWith: "对比的版本",
  compareNow: "对比",
  onlyOne: "这份规则没有其他可以对比的版本。",
  same: "在任何情形下，金额都相同。",
  otherWords: "金额相同，表述不同",
  savePage: "保存为网页",

  backtest: "回测",
  backtestHint: "按这个版本重新计算已经处理的申请，看金额会怎样变化。不改动任何申请。",
  start: "开始回测",
  again: "重新回测",
  stop: "停止",
  progress: "已计算 {done} / {total}",
  statuses: {
    queued: "等待中",
    running: "计算中",
    done: "已完成",
    stopped: "已停止",
    failed: "未完成",
  },
  textChanged: "原文在这次回测之后已有修改。",
  nothingDecided: "还没有处理过的申请。",
  decisions: "处理过的申请",
  undetermined: "尚不能确定的申请",
  before: "原来的金额",
  after: "按这个版本",
  range: "{lowest} 至 {highest}",
  affected: "受影响的申请",
  ways: "多得 {more}，少得 {less}，不能确定 {open}",
  perMonth: "每月成本（第 50、95、99 百分位）",
  percentiles: "{p50} / {p95} / {p99}",
};

/** The words of the reports about a version: compared, and back-tested. */
export type ReportTexts = typeof zhCn;

const zhTw: ReportTexts = {
  compare: "與其他版本對照",
  compareWith: "對照的版本",
  compareNow: "對照",
  onlyOne: "這份規則沒有其他可以對照的版本。",
  same: "在任何情形下，金額都相同。",
  otherWords: "金額相同，表述不同",
  savePage: "存成網頁",

  backtest: "回測",
  backtestHint: "按這個版本重新計算已經處理的申請，看金額會怎樣變化。不更動任何申請。",
  start: "開始回測",
  again: "重新回測",
  stop: "停止",
  progress: "已計算 {done} / {total}",
  statuses: {
    queued: "等待中",
    running: "計算中",
    done: "已完成",
    stopped: "已停止",
    failed: "未完成",
  },
  textChanged: "條文在這次回測之後已有修改。",
  nothingDecided: "還沒有處理過的申請。",
  decisions: "處理過的申請",
  undetermined: "尚不能確定的申請",
  before: "原來的金額",
  after: "按這個版本",
  range: "{lowest} 至 {highest}",
  affected: "受影響的申請",
  ways: "多得 {more}，少得 {less}，不能確定 {open}",
  perMonth: "每月成本（第 50、95、99 百分位）",
  percentiles: "{p50} / {p95} / {p99}",
};

const en: ReportTexts = {
  compare: "Compare with",
  compareWith: "Version to compare with",
  compareNow: "Compare",
  onlyOne: "This policy has no other version to compare with.",
  same: "The money is the same in every case.",
  otherWords: "Same money, other words",
  savePage: "Save as a page",

  backtest: "Back-test",
  backtestHint:
    "Decides past claims again by this version, to see how the money would change. " +
    "No claim is touched.",
  start: "Start a back-test",
  again: "Back-test again",
  stop: "Stop",
  progress: "{done} of {total} decided",
  statuses: {
    queued: "Waiting",
    running: "Running",
    done: "Done",
    stopped: "Stopped",
    failed: "Not finished",
  },
  textChanged: "The text has changed since this back-test.",
  nothingDecided: "No claim has been decided yet.",
  decisions: "Decided claims",
  undetermined: "Claims left open",
  before: "As it was",
  after: "By this version",
  range: "{lowest} to {highest}",
  affected: "Claims affected",
  ways: "more for {more}, less for {less}, open for {open}",
  perMonth: "Cost of a month (50th, 95th, 99th percentile)",
  percentiles: "{p50} / {p95} / {p99}",
};

export const reportTextsOf: Readonly<Record<Language, ReportTexts>> = {
  "zh-CN": zhCn,
  "zh-TW": zhTw,
  en,
};
