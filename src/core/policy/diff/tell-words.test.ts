import { expect, test } from "vitest";
import { catalogue } from "../testing/documents.ts";
import { type Texts, languages } from "../texts.ts";
import { tellWords } from "./tell-words.ts";
import type { WordsChanged } from "./words-changed.ts";

const texts = (text: string): Texts => ({ "zh-CN": text, "zh-TW": text, en: text });

/** What is said otherwise, and how that is told. */
const told: readonly (readonly [WordsChanged, readonly string[]])[] = [
  [
    { kind: "no_longer_binds", names: ["consumer"], say: null },
    ["不再约束消费者", "不再約束消費者", "no longer binds consumers"],
  ],
  [
    { kind: "now_binds", names: ["business"], say: null },
    ["现在也约束企业顾客", "現在也約束企業顧客", "now binds business customers as well"],
  ],
  [
    { kind: "no_longer_answers", names: ["cancel"], say: null },
    [
      "不再答复 `cancel` 类申请",
      "不再答覆 `cancel` 類申請",
      "no longer answers claims of kind `cancel`",
    ],
  ],
  [
    { kind: "now_answers", names: ["refund"], say: null },
    [
      "现在也答复 `refund` 类申请",
      "現在也答覆 `refund` 類申請",
      "now answers claims of kind `refund` as well",
    ],
  ],
  [
    { kind: "asks", names: ["cause", "reviewer", "merchant"], say: null },
    [
      "新增查明事项：the cause（审核人员认定，由商家举证）",
      "新增查明事項：the cause（審核人員認定，由商家舉證）",
      "asks for one fact more: the cause (established by a reviewer, for the merchant " +
        "to prove)",
    ],
  ],
  [
    { kind: "asks", names: ["cycles", "customer", ""], say: null },
    [
      "新增查明事项：the use（顾客说明）",
      "新增查明事項：the use（顧客說明）",
      "asks for one fact more: the use (said by the customer)",
    ],
  ],
  [
    { kind: "no_longer_asks", names: ["defect", "reviewer", "customer"], say: null },
    [
      "不再查明：the defect（审核人员认定，由顾客举证）",
      "不再查明：the defect（審核人員認定，由顧客舉證）",
      "no longer asks for: the defect (established by a reviewer, for the customer to prove)",
    ],
  ],
  [
    { kind: "asks_otherwise", names: ["cause", "reviewer", "merchant", "event", ""], say: null },
    [
      "the cause：原审核人员认定，由商家举证，现由系统事件得知",
      "the cause：原審核人員認定，由商家舉證，現由系統事件得知",
      "the cause: established by a reviewer, for the merchant to prove (before); known " +
        "from an event (now)",
    ],
  ],
  [
    { kind: "parameter_added", names: ["notice", "0d–60d", "15d"], say: null },
    [
      "新增参数 `notice`：0d–60d，默认 15d",
      "新增參數 `notice`：0d–60d，預設 15d",
      "a new parameter `notice`: 0d–60d, 15d unless said",
    ],
  ],
  [
    { kind: "parameter_removed", names: ["mode", "a/b", "a"], say: null },
    [
      "取消参数 `mode`：a/b，默认 a",
      "取消參數 `mode`：a/b，預設 a",
      "parameter `mode` is gone: a/b, a unless said",
    ],
  ],
  [
    { kind: "parameter_changed", names: ["notice", "0d–60d", "15d", "0d–30d", "7d"], say: null },
    [
      "参数 `notice`：由 0d–60d（默认 15d）改为 0d–30d（默认 7d）",
      "參數 `notice`：由 0d–60d（預設 15d）改為 0d–30d（預設 7d）",
      "parameter `notice`: 0d–60d (15d unless said) before, 0d–30d (7d unless said) now",
    ],
  ],
  [
    { kind: "promise_added", names: ["never_rises", "pay", "since"], say: null },
    [
      "新增承诺：款项 `pay` 不随the time since payment增加",
      "新增承諾：款項 `pay` 不隨the time since payment增加",
      "a new promise: `pay` never rises with the time since payment",
    ],
  ],
  [
    { kind: "promise_added", names: ["never_falls", "pay", "used"], say: null },
    [
      "新增承诺：款项 `pay` 不随the part used减少",
      "新增承諾：款項 `pay` 不隨the part used減少",
      "a new promise: `pay` never falls with the part used",
    ],
  ],
  [
    { kind: "promise_removed", names: ["blind_to", "", "region"], say: null },
    [
      "取消承诺：不看the region",
      "取消承諾：不看the region",
      "a promise is gone: blind to the region",
    ],
  ],
  [
    { kind: "floor_added", names: ["least"], say: null },
    ["新增底线 `least`", "新增底線 `least`", "stands on floor `least` as well"],
  ],
  [
    { kind: "floor_removed", names: ["least"], say: null },
    ["不再以 `least` 为底线", "不再以 `least` 為底線", "no longer stands on floor `least`"],
  ],
  [
    {
      kind: "deadline_added",
      names: ["repay", "merchant", "claim.decided_at", "refund.paid_at", "7d"],
      say: null,
    },
    [
      "新增期限 `repay`：我们自作出决定起7日内退款",
      "新增期限 `repay`：本公司自作出決定起7天內退款",
      "a new deadline `repay`: we pay within 7 days of the decision",
    ],
  ],
  [
    {
      kind: "deadline_removed",
      names: ["supplement", "customer", "claim.asked_at", "claim.supplemented_at", "7d"],
      say: null,
    },
    [
      "取消期限 `supplement`：您自收到补充通知起7日内补充所需材料",
      "取消期限 `supplement`：您自收到補件通知起7天內補齊所需資料",
      "deadline `supplement` is gone: you hand in what is still needed within 7 days of " +
        "being asked",
    ],
  ],
  [
    {
      kind: "deadline_changed",
      names: [
        "repay",
        "merchant",
        "claim.decided_at",
        "refund.paid_at",
        "7d",
        "merchant",
        "claim.filed_at",
        "refund.paid_at",
        "15d",
      ],
      say: null,
    },
    [
      "期限 `repay`：原为我们自作出决定起7日内退款，现为我们自收到申请起15日内退款",
      "期限 `repay`：原為本公司自作出決定起7天內退款，現為本公司自收到申請起15天內退款",
      "deadline `repay`: we pay within 7 days of the decision (before); we pay within " +
        "15 days of receiving the claim (now)",
    ],
  ],
  [
    { kind: "duty_added", names: ["shown"], say: texts("it is shown") },
    ["新增义务：it is shown", "新增義務：it is shown", "a new duty: it is shown"],
  ],
  [
    { kind: "duty_removed", names: ["shown"], say: texts("it is shown") },
    ["取消义务：it is shown", "取消義務：it is shown", "a duty is gone: it is shown"],
  ],
  [
    { kind: "duty_changed", names: ["shown"], say: null },
    ["义务改为：shown", "義務改為：shown", "a duty now reads: shown"],
  ],
];

test.each(told)("$kind is told in each language", (changed, sentences) => {
  const { facts } = catalogue;
  expect(languages.map((language) => tellWords(changed, facts, language))).toEqual(sentences);
});

test("what the catalogue does not know is told by its name", () => {
  const asks: WordsChanged = { kind: "asks", names: ["mood", "customer", ""], say: null };
  expect(tellWords(asks, {}, "en")).toBe("asks for one fact more: mood (said by the customer)");
});
