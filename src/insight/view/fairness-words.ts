import type { Words } from "./figures.ts";

export const fairnessWords = {
  title: { "zh-CN": "公平性审计", "zh-TW": "公平性稽核", en: "Fairness audit" },
  subtitle: {
    "zh-CN": "{count} 项已作出的决定",
    "zh-TW": "{count} 項已作出的決定",
    en: "Over {count} decisions",
  },
  engine: {
    "zh-CN": "同样的事实，同样的答案",
    "zh-TW": "同樣的事實，同樣的答案",
    en: "Like facts, like answers",
  },
  engineFine: {
    "zh-CN":
      "{decisions} 项决定全部重新计算，逐字节一致；其中 {like} 个答案的情形此前出现过，答案无一不同。",
    "zh-TW":
      "{decisions} 項決定全部重新計算，逐位元組一致；其中 {like} 個答案的情形此前出現過，答案無一不同。",
    en:
      "All {decisions} decisions were made again and came out byte for byte. Of their " +
      "answers, {like} were to a case that had come before, and none was different.",
  },
  engineFault: {
    "zh-CN": "发现 {faults} 处不一致，这绝不应当发生：请立即查明下列申请。",
    "zh-TW": "發現 {faults} 處不一致，這絕不應當發生：請立即查明下列申請。",
    en:
      "{faults} answers are not what they must be. This must never happen: look into these " +
      "claims at once.",
  },
  not_replayed: {
    "zh-CN": "{number}：重新计算得出不同的决定",
    "zh-TW": "{number}：重新計算得出不同的決定",
    en: "{number}: made again, the decision is another one",
  },
  unlike: {
    "zh-CN": "{number}：事实相同的情形曾得到不同的答案",
    "zh-TW": "{number}：事實相同的情形曾得到不同的答案",
    en: "{number}: a case with the same facts was answered differently",
  },
  warnings: { "zh-CN": "需要查看的差异", "zh-TW": "需要查看的差異", en: "Where groups lie apart" },
  noWarnings: {
    "zh-CN": "{comparisons} 次比较均未发现超出偶然的差异。",
    "zh-TW": "{comparisons} 次比較均未發現超出偶然的差異。",
    en: "Comparisons made: {comparisons}. None shows more than chance would.",
  },
  nothingCompared: {
    "zh-CN": "没有可作比较的组：每组至少须有 10 项决定，且须有另一组可比。",
    "zh-TW": "沒有可作比較的組：每組至少須有 10 項決定，且須有另一組可比。",
    en: "Nothing could be compared: a group needs at least 10 decisions, and another beside it.",
  },
  method: {
    "zh-CN":
      "每组与同一特征的其余各组比较，采用 Newcombe 区间；{comparisons} 次比较按 Bonferroni 校正，全部区间合计 95 %。少于 10 " +
      "项的组不作比较；差异可能另有原因，须由人查看。",
    "zh-TW":
      "每組與同一特徵的其餘各組比較，採用 Newcombe 區間；{comparisons} 次比較按 Bonferroni 校正，全部區間合計 95 %。少於 10 " +
      "項的組不作比較；差異可能另有原因，須由人查看。",
    en:
      "Each group is held against the others of its trait by Newcombe's interval, " +
      "corrected for {comparisons} comparisons (Bonferroni), so that all intervals " +
      "together hold at 95 %. Groups of fewer than 10 are not compared. A difference may " +
      "have other causes: a person has to look.",
  },
  apart: {
    "zh-CN":
      "{trait}「{key}」：{outcome}占 {share}（{trials} 项），其余为 {other}（{otherTrials} 项）；差异在 " +
      "{lowest} 与 {highest} 之间",
    "zh-TW":
      "{trait}「{key}」：{outcome}占 {share}（{trials} 項），其餘為 {other}（{otherTrials} 項）；差異在 " +
      "{lowest} 與 {highest} 之間",
    en:
      "{trait} “{key}”: {outcome} {share} (of {trials}), all others {other} (of " +
      "{otherTrials}); the difference lies between {lowest} and {highest}",
  },
  region: { "zh-CN": "地区", "zh-TW": "地區", en: "Region" },
  tier: { "zh-CN": "会员等级", "zh-TW": "會員等級", en: "Membership tier" },
  channel: { "zh-CN": "购买渠道", "zh-TW": "購買管道", en: "Channel" },
  amount: { "zh-CN": "订单金额", "zh-TW": "訂單金額", en: "Order amount" },
  group: { "zh-CN": "组别", "zh-TW": "組別", en: "Group" },
  decisions: { "zh-CN": "决定", "zh-TW": "決定", en: "Decisions" },
  approved: { "zh-CN": "同意", "zh-TW": "同意", en: "Approved" },
  paidLess: {
    "zh-CN": "退款比例低于中位",
    "zh-TW": "退款比例低於中位",
    en: "Paid less than the median",
  },
  paidShare: { "zh-CN": "平均退款比例", "zh-TW": "平均退款比例", en: "Mean share paid" },
  slower: { "zh-CN": "慢于中位", "zh-TW": "慢於中位", en: "Slower than the median" },
  medianHours: { "zh-CN": "中位用时（小时）", "zh-TW": "中位用時（小時）", en: "Median hours" },
  notRecorded: { "zh-CN": "未记录", "zh-TW": "未記錄", en: "not recorded" },
  attestations: {
    "zh-CN": "审核人认定不同的同类情形",
    "zh-TW": "審核人認定不同的同類情形",
    en: "Like cases that reviewers found differently",
  },
  attestationsNote: {
    "zh-CN":
      "同类情形指申请种类、事实及客户主张均相同。另有 {alike} 组认定一致；{measured} 组为测量值，各自成例。审核人以代号列出。",
    "zh-TW":
      "同類情形指申請種類、事實及客戶主張均相同。另有 {alike} 組認定一致；{measured} 組為測量值，各自成例。審核人以代號列出。",
    en:
      "Like cases: the same kind of claim, the same fact, the same claimed of it. Kinds of " +
      "cases that were all found alike: {alike}; measured values, each a case of its own: " +
      "{measured}. Reviewers are named by pseudonyms.",
  },
  case: { "zh-CN": "情形", "zh-TW": "情形", en: "Case" },
  claimed: { "zh-CN": "主张", "zh-TW": "主張", en: "Claimed" },
  found: { "zh-CN": "认定", "zh-TW": "認定", en: "Found" },
  pairs: { "zh-CN": "不同对数", "zh-TW": "不同對數", en: "Pairs apart" },
  byReviewer: { "zh-CN": "按审核人", "zh-TW": "按審核人", en: "By reviewer" },
  nothing: { "zh-CN": "无", "zh-TW": "無", en: "none" },
  reviewerApart: {
    "zh-CN":
      "审核人 {key} 在「{trait}」中认定 {outcome} 占 {share}（{trials} 例），其余审核人为 {other}（{otherTrials} 例）",
    "zh-TW":
      "審核人 {key} 在「{trait}」中認定 {outcome} 占 {share}（{trials} 例），其餘審核人為 {other}（{otherTrials} 例）",
    en:
      "Reviewer {key} found {outcome} in {share} of “{trait}” (of {trials}), the other " +
      "reviewers in {other} (of {otherTrials})",
  },
  footer: {
    "zh-CN": "不含个人信息：客户只按组计数。",
    "zh-TW": "不含個人資料：客戶只按組計數。",
    en: "Without personal data: customers are counted by groups only.",
  },
} satisfies Words<string>;
