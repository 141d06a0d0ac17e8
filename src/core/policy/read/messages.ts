import type { Language, Texts } from "../texts.ts";
import { type Phrase, phraseIn, phraseTexts } from "../word-table.ts";

/**
 * What the check says to an author: one sentence per fault, with what to do about it. Names in
 * braces are filled from the problem's values.
 */
const table = {
  wrong_kind_of_file: [
    "`{found}` 不是可识别的文件类型：请写 {expected}",
    "`{found}` 不是可識別的檔案類型：請寫 {expected}",
    "`{found}` is not a kind of document: write {expected}",
  ],
  not_a_map: [
    "此处应为“键: 值”的列表，而不是 `{found}`：请逐行写出键和值",
    "此處應為「鍵: 值」的列表，而不是 `{found}`：請逐行寫出鍵和值",
    "`{found}` stands where keys with values belong: write `key: value` lines",
  ],
  not_a_list: [
    "此处应为列表，而不是 `{found}`：请写成 [甲, 乙]",
    "此處應為列表，而不是 `{found}`：請寫成 [甲, 乙]",
    "`{found}` stands where a list belongs: write `[one, two]`",
  ],
  not_a_text: [
    "此处应为单个值，而不是 `{found}`：请只写一个值",
    "此處應為單個值，而不是 `{found}`：請只寫一個值",
    "`{found}` stands where a single value belongs: write one value",
  ],
  empty: [
    "`{key}` 为空：请至少写一项",
    "`{key}` 為空：請至少寫一項",
    "`{key}` is empty: write at least one entry",
  ],
  bad_name: [
    "`{name}` 不能作为名称：请以小写字母开头，只用小写字母、数字、点、下划线和连字符，最多 60 个字符",
    "`{name}` 不能作為名稱：請以小寫字母開頭，只用小寫字母、數字、點、底線和連字號，最多 60 個字元",
    "`{name}` cannot be a name: begin with a small letter and use small letters, digits, dots, " +
      "underscores and hyphens, at most 60 characters",
  ],
  unknown_key: [
    "此处没有 `{key}` 这个键：是否要写 `{nearest}`？",
    "此處沒有 `{key}` 這個鍵：是否要寫 `{nearest}`？",
    "`{key}` means nothing here: did you mean `{nearest}`?",
  ],
  duplicate_key: [
    "`{key}` 出现了两次：请删去其中一处",
    "`{key}` 出現了兩次：請刪去其中一處",
    "`{key}` stands here twice: remove one of the two",
  ],
  missing_key: ["缺少 `{key}`：请补上", "缺少 `{key}`：請補上", "`{key}` is missing: add it"],
  missing_language: [
    "缺少 {language} 文本：每段文字都要有 zh-CN、zh-TW 和 en",
    "缺少 {language} 文字：每段文字都要有 zh-CN、zh-TW 和 en",
    "the text in {language} is missing: every text needs zh-CN, zh-TW and en",
  ],
  wrong_value: [
    "`{found}` 不适用于此处：请从 {expected} 中选用",
    "`{found}` 不適用於此處：請從 {expected} 中選用",
    "`{found}` does not fit here: use one of {expected}",
  ],
  name_taken: [
    "`{name}` 已由目录定义：请换一个名称，或直接使用目录中的定义",
    "`{name}` 已由目錄定義：請換一個名稱，或直接使用目錄中的定義",
    "`{name}` is defined by the catalogue already: use that one, or choose another name",
  ],
  unknown_fact: [
    "没有 `{name}` 这个事实：是否要写 `{nearest}`？否则请在 facts 中定义",
    "沒有 `{name}` 這個事實：是否要寫 `{nearest}`？否則請在 facts 中定義",
    "`{name}` is no known fact: did you mean `{nearest}`? Otherwise define it under `facts`",
  ],
  unknown_base: [
    "没有 `{name}` 这个金额基数：是否要写 `{nearest}`？",
    "沒有 `{name}` 這個金額基數：是否要寫 `{nearest}`？",
    "`{name}` is no known money base: did you mean `{nearest}`?",
  ],
  unknown_reason: [
    "没有 `{name}` 这个不付理由：是否要写 `{nearest}`？否则请在 reasons 中定义",
    "沒有 `{name}` 這個不付理由：是否要寫 `{nearest}`？否則請在 reasons 中定義",
    "`{name}` is no known reason: did you mean `{nearest}`? Otherwise define it under `reasons`",
  ],
  unknown_head: [
    "没有 `{name}` 这个款项：是否要写 `{nearest}`？",
    "沒有 `{name}` 這個款項：是否要寫 `{nearest}`？",
    "`{name}` is no head of this document: did you mean `{nearest}`?",
  ],
  unknown_clause: [
    "没有 `{name}` 这个条款：是否要写 `{nearest}`？",
    "沒有 `{name}` 這個條款：是否要寫 `{nearest}`？",
    "`{name}` is no clause of this document: did you mean `{nearest}`?",
  ],
  unknown_option: [
    "`{name}` 不是 `{fact}` 的选项：是否要写 `{nearest}`？",
    "`{name}` 不是 `{fact}` 的選項：是否要寫 `{nearest}`？",
    "`{name}` is no option of `{fact}`: did you mean `{nearest}`?",
  ],
  unknown_parameter: [
    "没有 `{name}` 这个参数：是否要写 `{nearest}`？否则请在 params 中定义",
    "沒有 `{name}` 這個參數：是否要寫 `{nearest}`？否則請在 params 中定義",
    "`{name}` is no parameter: did you mean `{nearest}`? Otherwise define it under `params`",
  ],
  not_a_duration: [
    "`{found}` 不是时长，而 `{fact}` 以时长比较：请写成 72h、90min 或 30s",
    "`{found}` 不是時長，而 `{fact}` 以時長比較：請寫成 72h、90min 或 30s",
    "`{found}` is no duration, and `{fact}` is compared with durations: write 72h, 90min or 30s",
  ],
  not_a_days: [
    "`{found}` 不是天数，而 `{fact}` 以天数比较：请写成 7d、3mo 或 12mo+14d",
    "`{found}` 不是天數，而 `{fact}` 以天數比較：請寫成 7d、3mo 或 12mo+14d",
    "`{found}` is no number of days, and `{fact}` counts days: write 7d, 3mo or 12mo+14d",
  ],
  not_a_ratio: [
    "`{found}` 不是比例，而 `{fact}` 以比例比较：请写成 90%、0.5 或 2/3",
    "`{found}` 不是比例，而 `{fact}` 以比例比較：請寫成 90%、0.5 或 2/3",
    "`{found}` is no share, and `{fact}` is compared with shares: write 90%, 0.5 or 2/3",
  ],
  not_a_count: [
    "`{found}` 不是数目，而 `{fact}` 以数目比较：请写成 0、1、2 这样的整数",
    "`{found}` 不是數目，而 `{fact}` 以數目比較：請寫成 0、1、2 這樣的整數",
    "`{found}` is no count, and `{fact}` is compared with counts: write a whole number such as 3",
  ],
  out_of_range: [
    "`{found}` 超出范围：`{fact}` 为 {from} 至 {to}，请写范围内的值",
    "`{found}` 超出範圍：`{fact}` 為 {from} 至 {to}，請寫範圍內的值",
    "`{found}` is out of range: `{fact}` runs from {from} to {to}, so write a value among them",
  ],
  range_reversed: [
    "范围从 {from} 到 {to} 是颠倒的：请把较小的写在前面",
    "範圍從 {from} 到 {to} 是顛倒的：請把較小的寫在前面",
    "the range from {from} to {to} runs backwards: write the smaller end first",
  ],
  fact_is_listed: [
    "`{fact}` 是选项，不能比较大小：请写选项名，如 {expected}",
    "`{fact}` 是選項，不能比較大小：請寫選項名，如 {expected}",
    "`{fact}` has options and no order: name options instead, such as {expected}",
  ],
  fact_is_ordered: [
    "`{fact}` 按大小比较：请写成 {at_most: …}、{more_than: …}、{less_than: …} 或 {at_least: …}",
    "`{fact}` 按大小比較：請寫成 {at_most: …}、{more_than: …}、{less_than: …} 或 {at_least: …}",
    "`{fact}` is compared by size: write {at_most: …}, {more_than: …}, {less_than: …} or " +
      "{at_least: …}",
  ],
  fact_not_ratio: [
    "`{fact}` 不是比例，不能用于金额：请使用比例类型的事实",
    "`{fact}` 不是比例，不能用於金額：請使用比例類型的事實",
    "`{fact}` is no share and cannot be part of an amount: use a fact of type ratio",
  ],
  two_bounds_one_side: [
    "`{fact}` 在同一侧写了两个界限：请只保留一个",
    "`{fact}` 在同一側寫了兩個界限：請只保留一個",
    "`{fact}` has two limits on the same side: keep one of them",
  ],
  empty_interval: [
    "`{fact}` 的界限 {lower} 与 {upper} 之间没有任何值：请更正其中一个",
    "`{fact}` 的界限 {lower} 與 {upper} 之間沒有任何值：請更正其中一個",
    "no value of `{fact}` lies between {lower} and {upper}: correct one of them",
  ],
  unproven_not_possible: [
    "`{fact}` 不会是 unproven：只有举证责任在顾客（burden: customer）的事实才会",
    "`{fact}` 不會是 unproven：只有舉證責任在顧客（burden: customer）的事實才會",
    "`{fact}` is never `unproven`: only a fact whose burden is the customer's can be",
  ],
  never_before_start: [
    "`{fact}` 总是已经开始计算，不会是 before_start：请删去这一条件",
    "`{fact}` 總是已經開始計算，不會是 before_start：請刪去這一條件",
    "`{fact}` has always begun and is never `before_start`: remove this condition",
  ],
  amount_may_be_unproven: [
    "`{fact}` 可能未得到证明，条款 `{clause}` 却用它计算：请在 when 中限定它的范围",
    "`{fact}` 可能未獲證明，條款 `{clause}` 卻用它計算：請在 when 中限定它的範圍",
    "`{fact}` can stay unproven, and clause `{clause}` computes with it: bound it under `when`",
  ],
  parameter_of_other_fact: [
    "参数 `{name}` 属于 `{of}`，不属于 `{fact}`：请使用 `{fact}` 的参数或写定值",
    "參數 `{name}` 屬於 `{of}`，不屬於 `{fact}`：請使用 `{fact}` 的參數或寫定值",
    "parameter `{name}` is for `{of}`, not for `{fact}`: use one of `{fact}` or a constant",
  ],
  bad_amount: [
    "`{found}` 不是金额：请写 90%，或 {rate: 100%, less: 事实}、unused、part",
    "`{found}` 不是金額：請寫 90%，或 {rate: 100%, less: 事實}、unused、part",
    "`{found}` is no amount: write 90%, or {rate: 100%, less: fact}, with unused or part " +
      "instead of less",
  ],
  amount_of_two_forms: [
    "一项金额只能用 less、unused、part 中的一个：请保留其中一个",
    "一項金額只能用 less、unused、part 中的一個：請保留其中一個",
    "an amount computes with one of less, unused, part: keep one of them",
  ],
  amount_of_fixed_sum: [
    "`{found}` 是固定金额，而此处应为事实：固定金额请在 bases 中写成自己的基数（const、currency），再以该基数的款项收取",
    "`{found}` 是固定金額，而此處應為事實：固定金額請在 bases 中寫成自己的基數（const、currency），再以該基數的款項收取",
    "`{found}` stands where a fact belongs: a fixed sum is a base of its own (`const` and " +
      "`currency` under `bases`), which a head of its own pays or takes",
  ],
  above_max: [
    "{rate} 超过款项 `{head}` 的上限 {max}：请降低，或在款项中写明 max",
    "{rate} 超過款項 `{head}` 的上限 {max}：請降低，或在款項中寫明 max",
    "{rate} is above the maximum {max} of head `{head}`: lower it, or give the head a `max`",
  ],
  max_above_base: [
    "max {max} 超过 100%：只有 grant 款项可以超过基数",
    "max {max} 超過 100%：只有 grant 款項可以超過基數",
    "max {max} is above 100%: only a grant may exceed its base",
  ],
  otherwise_none: [
    "`otherwise: none` 只用于 grant 款项：请为每种情况写出条款",
    "`otherwise: none` 只用於 grant 款項：請為每種情況寫出條款",
    "`otherwise: none` is for grants only: write a clause for every case instead",
  ],
  otherwise_silent: [
    "`otherwise: silent` 只用于底线（floor）：请为每种情况写出条款",
    "`otherwise: silent` 只用於底線（floor）：請為每種情況寫出條款",
    "`otherwise: silent` is for floors only: write a clause for every case instead",
  ],
  same_head: [
    "款项 `{head}` 与 `{other}` 按同一基数赠予同一种东西，只有较大的一项有效：请合并为一个款项",
    "款項 `{head}` 與 `{other}` 按同一基數贈予同一種東西，只有較大的一項有效：請合併為一個款項",
    "heads `{head}` and `{other}` grant the same thing on the same base, and only the larger " +
      "would hold: make them one head",
  ],
  missing_why: [
    "条款 `{clause}` 对款项 `{head}` 不付任何金额却没有理由：请写 why",
    "條款 `{clause}` 對款項 `{head}` 不付任何金額卻沒有理由：請寫 why",
    "clause `{clause}` pays nothing for head `{head}` and gives no reason: add `why`",
  ],
  override_cycle: [
    "条款互相推翻：{path}。请去掉其中一个 over",
    "條款互相推翻：{path}。請去掉其中一個 over",
    "clauses override each other in a circle: {path}; remove one `over`",
  ],
  override_apart: [
    "`{clause}` 与 `{other}` 没有共同款项，推翻没有效果：请从 over 中删去 `{other}`",
    "`{clause}` 與 `{other}` 沒有共同款項，推翻沒有效果：請從 over 中刪去 `{other}`",
    "`{clause}` and `{other}` share no head, so nothing is overridden: remove `{other}` " +
      "from `over`",
  ],
  scope_mismatch: [
    "款项 `{head}` 按{scope}计算，不能读取按{factScope}的事实 `{fact}`：请用按订单归纳的事实，或分成两个条款",
    "款項 `{head}` 按{scope}計算，不能讀取按{factScope}的事實 `{fact}`：請用按訂單歸納的事實，或分成兩個條款",
    "head `{head}` is answered per {scope} and cannot read `{fact}`, a fact per {factScope}: " +
      "use a derived fact of the order, or split the clause",
  ],
  constant_base_currency: [
    "`{found}` 不是 {currency} 金额：请写成该货币的金额，如 20.00，并写明 currency",
    "`{found}` 不是 {currency} 金額：請寫成該貨幣的金額，如 20.00，並寫明 currency",
    "`{found}` is no amount of `{currency}`: write one such as 20.00 with its `currency`",
  ],
  link_type_mismatch: [
    "`{fact}` 与 `{other}` 的类型不相配：请改为相配的事实",
    "`{fact}` 與 `{other}` 的類型不相配：請改為相配的事實",
    "`{fact}` and `{other}` are of types that this link does not join: name another fact",
  ],
  promise_not_ordered: [
    "`{fact}` 没有大小，不能作为 never_rises 或 never_falls 的依据：请使用时间、天数、比例或数目",
    "`{fact}` 沒有大小，不能作為 never_rises 或 never_falls 的依據：請使用時間、天數、比例或數目",
    "`{fact}` has no order, so nothing rises or falls with it: name a duration, day " +
      "count, share or count",
  ],
  not_a_version: [
    "`{found}` 不是版本号：请写 1、2、3 这样的正整数",
    "`{found}` 不是版本號：請寫 1、2、3 這樣的正整數",
    "`{found}` is no version: write a whole number from 1",
  ],
  not_a_date: [
    "`{found}` 不是日期：请写成 2025-05-01",
    "`{found}` 不是日期：請寫成 2025-05-01",
    "`{found}` is no date: write it like 2025-05-01",
  ],
  unused_fact: [
    "没有条款用到事实 `{name}`：请删去，或在条款中使用",
    "沒有條款用到事實 `{name}`：請刪去，或在條款中使用",
    "nothing reads the fact `{name}`: remove it, or use it in a clause",
  ],
  unused_parameter: [
    "没有条款用到参数 `{name}`，顾客却会把它当作约定来读：请删去，或在条款中写 ${name}",
    "沒有條款用到參數 `{name}`，顧客卻會把它當作約定來讀：請刪去，或在條款中寫 ${name}",
    "no clause reads the parameter `{name}`, and customers would read it as a term: remove it, " +
      "or use it in a clause",
  ],
  unknown_moment: [
    "没有 `{name}` 这个时刻：请从 {known} 中选用",
    "沒有 `{name}` 這個時刻：請從 {known} 中選用",
    "`{name}` is no moment that a clock can read: use one of {known}",
  ],
  unknown_function: [
    "没有 `{name}` 这个函数：请从 {known} 中选用",
    "沒有 `{name}` 這個函數：請從 {known} 中選用",
    "`{name}` is no function of the product: use one of {known}",
  ],
  function_of_other_fact: [
    "`{name}` 算不出 `{fact}`：请写 type: {expected}，scope: {scope}",
    "`{name}` 算不出 `{fact}`：請寫 type: {expected}，scope: {scope}",
    "`{name}` cannot compute `{fact}`: write type: {expected}, scope: {scope}",
  ],
  function_reads_other: [
    "`{fact}` 以 `{name}` 计算，其 reads 应首先指明一个事实（{expected}）：请改写",
    "`{fact}` 以 `{name}` 計算，其 reads 應首先指明一個事實（{expected}）：請改寫",
    "`{name}` computes `{fact}` from another fact: let `reads` begin with one of type {expected}",
  ],
  clock_of_other_type: [
    "`{fact}` 的类型是 {type}，其时钟却量出 {expected}：请改写 type，或增删 clock 中的 count",
    "`{fact}` 的類型是 {type}，其時鐘卻量出 {expected}：請改寫 type，或增刪 clock 中的 count",
    "`{fact}` is of type {type} and its clock measures {expected}: change the type, or add or " +
      "remove `count`",
  ],
  clock_of_other_scope: [
    "`{fact}` 的时钟读取按 {scope} 的时刻：请写 scope: {scope}",
    "`{fact}` 的時鐘讀取按 {scope} 的時刻：請寫 scope: {scope}",
    "the clock of `{fact}` reads a moment of a {scope}: write scope: {scope}",
  ],
  missing_before_start: [
    "`{fact}` 可能尚未开始计算，却没有相应文字：请在 say 中补上 before_start",
    "`{fact}` 可能尚未開始計算，卻沒有相應文字：請在 say 中補上 before_start",
    "`{fact}` may be asked for before it begins, and there are no words for that: add " +
      "`before_start` to its `say`",
  ],
  never_established: [
    "在本规则所答复的申请（{answers}）中，没有人能认定 `{fact}`：请删去，或在 answers 中写明 {kinds}",
    "在本規則所答覆的申請（{answers}）中，沒有人能認定 `{fact}`：請刪去，或在 answers 中寫明 {kinds}",
    "nobody can establish `{fact}` in the claims that are answered ({answers}): remove it, or " +
      "answer {kinds}",
  ],
  missing_voice: [
    "`{fact}` 缺少 {keys}：请补上顾客所选（asked）和审核人认定（found）的文字",
    "`{fact}` 缺少 {keys}：請補上顧客所選（asked）和審核人認定（found）的文字",
    "`{fact}` lacks {keys}: add what the customer is asked or picks (`asked`) and what the " +
      "reviewer establishes (`found`)",
  ],
  more_faults: [
    "另有 {count} 处错误未列出：请先改正以上各处，再重新检查",
    "另有 {count} 處錯誤未列出：請先改正以上各處，再重新檢查",
    "faults that are not listed: {count}; mend those above first, then check again",
  ],
} as const satisfies Record<string, Phrase>;

/** The same where no known name is like the one that was written: none is put forward then. */
const unlike: Partial<Record<MessageCode, Phrase>> = {
  unknown_key: [
    "此处没有 `{key}` 这个键：请从 {known} 中选用",
    "此處沒有 `{key}` 這個鍵：請從 {known} 中選用",
    "`{key}` means nothing here: use one of {known}",
  ],
  unknown_fact: [
    "没有 `{name}` 这个事实：请使用目录中的事实，或在 facts 中定义",
    "沒有 `{name}` 這個事實：請使用目錄中的事實，或在 facts 中定義",
    "`{name}` is no known fact: use one of the catalogue, or define it under `facts`",
  ],
  unknown_base: [
    "没有 `{name}` 这个金额基数：请使用目录中的基数，或在 bases 中定义",
    "沒有 `{name}` 這個金額基數：請使用目錄中的基數，或在 bases 中定義",
    "`{name}` is no known money base: use one of the catalogue, or define it under `bases`",
  ],
  unknown_reason: [
    "没有 `{name}` 这个不付理由：请使用目录中的理由，或在 reasons 中定义",
    "沒有 `{name}` 這個不付理由：請使用目錄中的理由，或在 reasons 中定義",
    "`{name}` is no known reason: use one of the catalogue, or define it under `reasons`",
  ],
  unknown_head: [
    "没有 `{name}` 这个款项：请从 {known} 中选用",
    "沒有 `{name}` 這個款項：請從 {known} 中選用",
    "`{name}` is no head of this document: use one of {known}",
  ],
  unknown_clause: [
    "没有 `{name}` 这个条款：请写本文件中的条款名",
    "沒有 `{name}` 這個條款：請寫本文件中的條款名",
    "`{name}` is no clause of this document: name one that it has",
  ],
  unknown_option: [
    "`{name}` 不是 `{fact}` 的选项：请从 {known} 中选用",
    "`{name}` 不是 `{fact}` 的選項：請從 {known} 中選用",
    "`{name}` is no option of `{fact}`: use one of {known}",
  ],
  unknown_parameter: [
    "没有 `{name}` 这个参数：请在 params 中定义",
    "沒有 `{name}` 這個參數：請在 params 中定義",
    "`{name}` is no parameter: define it under `params`",
  ],
};

export type MessageCode = keyof typeof table;

/** The sentences of a code, with the names still in braces. */
export function messageTexts(code: MessageCode): Texts {
  return phraseTexts(table[code]);
}

export const messageCodes = Object.keys(table) as readonly MessageCode[];

/** One sentence of the table in one language. */
export function message(
  code: MessageCode,
  values: Readonly<Record<string, string>>,
  language: Language,
): string {
  const phrase = "known" in values ? (unlike[code] ?? table[code]) : table[code];
  return phraseIn(phrase, language, values);
}
