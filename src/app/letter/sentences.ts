import type { Language } from "../../contract/index.ts";
import { type Phrase, phraseIn } from "../../core/index.ts";

export type Values = Readonly<Record<string, string>>;

/** One sentence per check and outcome: zh-CN, zh-TW, en. */
const table = {
  too_large: [
    "文件有 {bytes} 字节，不可能是决定书；请检查文件名",
    "檔案有 {bytes} 位元組，不可能是決定書；請檢查檔名",
    "the file has {bytes} bytes, and no letter is that large; check the name",
  ],
  no_letter_html: [
    "网页中没有决定书的数据；请使用原始文件，不要另存或截取",
    "網頁中沒有決定書的資料；請使用原始檔案，勿另存或截取",
    "the page carries no letter; use the original file, not a copy of its text",
  ],
  no_letter_pdf: [
    "PDF 中没有决定书的附件；请使用原始文件，不要打印或转换",
    "PDF 中沒有決定書的附件；請使用原始檔案，勿列印或轉檔",
    "the PDF carries no letter; use the original file, not a printed or converted one",
  ],
  no_letter_json: [
    "文件中没有决定书；请检查文件名",
    "檔案中沒有決定書；請檢查檔名",
    "the file carries no letter; check the name",
  ],
  too_deep: [
    "数据嵌套过深，不是我方写出的决定书",
    "資料巢狀過深，不是本程式寫出的決定書",
    "the data are nested too deep for any letter",
  ],
  not_json: [
    "数据不完整或已损坏；请重新下载决定书",
    "資料不完整或已損壞；請重新下載決定書",
    "the data are cut off or damaged; fetch the letter again",
  ],
  forbidden_key: [
    "数据含有不允许的键 `__proto__`，不是决定书",
    "資料含有不允許的鍵 `__proto__`，不是決定書",
    "the data have the key `__proto__`, which no letter has",
  ],
  not_envelope: [
    "数据不是决定书的格式",
    "資料不是決定書的格式",
    "the data do not have the form of a letter",
  ],
  not_payload: [
    "签名内容不是决定书的格式，或出自更新的版本",
    "簽章內容不是決定書的格式，或出自更新的版本",
    "what is signed does not have the form of a letter, or is of a newer version",
  ],
  not_canonical: [
    "签名内容不是规范写法，已被改动",
    "簽章內容不是規範寫法，已被更動",
    "what is signed is not written canonically, so it was changed",
  ],
  letter: [
    "{merchant} 关于申请 {number} 的决定书，出具于 {issuedAt}",
    "{merchant} 關於申請 {number} 的決定書，出具於 {issuedAt}",
    "a decision letter of {merchant} on request {number}, written at {issuedAt}",
  ],
  signature: [
    "签名正确：数据自签署以来一字未改",
    "簽章正確：資料自簽署以來一字未改",
    "the signature is right: not a byte of the data has changed since it was signed",
  ],
  signature_wrong: [
    "签名不符：数据被改动过，或由另一密钥签署",
    "簽章不符：資料被更動過，或由另一金鑰簽署",
    "the signature does not fit: the data were changed, or another key signed them",
  ],
  signature_names: [
    "签名内容所写的密钥不是所附的密钥",
    "簽章內容所寫的金鑰不是所附的金鑰",
    "the key that is named in the signed data is not the one that comes with the letter",
  ],
  key_given: [
    "密钥就是您提供的那一个（指纹 {fingerprint}）",
    "金鑰就是您提供的那一個（指紋 {fingerprint}）",
    "the key is the one that you gave (fingerprint {fingerprint})",
  ],
  key_other: [
    "密钥不是您提供的那一个；决定书的指纹是 {fingerprint}",
    "金鑰不是您提供的那一個；決定書的指紋是 {fingerprint}",
    "the key is none of those that you gave; the letter's has the fingerprint {fingerprint}",
  ],
  key_merchant: [
    "您提供的密钥属于商户 {given}，决定书出自商户 {merchant}",
    "您提供的金鑰屬於商家 {given}，決定書出自商家 {merchant}",
    "the keys that you gave are of merchant {given}, the letter is of {merchant}",
  ],
  key_retired: [
    "该密钥在 {retiredAt} 停用，早于决定书的日期",
    "該金鑰在 {retiredAt} 停用，早於決定書的日期",
    "the key was retired at {retiredAt}, before the letter was written",
  ],
  key_unknown: [
    "密钥随决定书附来，本身未经核实；请把指纹 {fingerprint} 与商户公布的（/.well-known/makegood-keys/{slug}）比对，或用 --keys 提供",
    "金鑰隨決定書附來，本身未經核實；請把指紋 {fingerprint} 與商家公布的（/.well-known/makegood-keys/{slug}）比對，或用 --keys 提供",
    "the key came with the letter and was not checked itself: compare its fingerprint " +
      "{fingerprint} with what the merchant publishes at /.well-known/makegood-keys/{slug}, " +
      "or give the keys with --keys",
  ],
  texts: [
    "规则文本齐全，与其哈希相符（{count} 份）",
    "規則文本齊全，與其雜湊相符（{count} 份）",
    "the texts of the rules are whole and fit their hashes ({count})",
  ],
  texts_missing: [
    "缺少 {of} 的文本，或文本被改动过",
    "缺少 {of} 的文本，或文本被更動過",
    "the text of {of} is missing or was changed",
  ],
  texts_unreadable: [
    "{of} 的文本本版本读不懂；请用 Makegood {program} 核验",
    "{of} 的文本本版本讀不懂；請用 Makegood {program} 核驗",
    "this version cannot read the text of {of}; check the letter with Makegood {program}",
  ],
  texts_hash: [
    "{of} 的内容与所签的哈希不符",
    "{of} 的內容與所簽的雜湊不符",
    "the text of {of} is not the one whose hash is signed",
  ],
  texts_name: [
    "{of} 的文本写着另一个名称或版本",
    "{of} 的文本寫著另一個名稱或版本",
    "the text that stands for {of} names another document or version",
  ],
  evaluator: [
    "计算程序相同（{evaluator}）",
    "計算程式相同（{evaluator}）",
    "the evaluator is the same ({evaluator})",
  ],
  evaluator_other: [
    "决定由 {evaluator} 作出，本版本是 {own}；请用 Makegood {program} 核验",
    "決定由 {evaluator} 作出，本版本是 {own}；請用 Makegood {program} 核驗",
    "the decision was made by {evaluator} and this is {own}: check the letter with " +
      "Makegood {program}",
  ],
  decision: [
    "订单 {order} 的决定重算一致，逐字节相同",
    "訂單 {order} 的決定重算一致，逐位元組相同",
    "the decision on order {order} comes out again, byte for byte",
  ],
  decision_other: [
    "订单 {order} 的决定重算不同：依所附事实和规则得不出这一结果",
    "訂單 {order} 的決定重算不同：依所附事實和規則得不出這一結果",
    "the decision on order {order} comes out differently: the facts and rules in the " +
      "letter do not give it",
  ],
  sums: [
    "订单 {order} 的每一笔金额重算一致",
    "訂單 {order} 的每一筆金額重算一致",
    "each amount on order {order} comes out again",
  ],
  sums_other: [
    "订单 {order} 的金额重算不同",
    "訂單 {order} 的金額重算不同",
    "the amounts on order {order} come out differently",
  ],
  malformed: [
    "{what} 的形式不是决定书应有的，无法重算",
    "{what} 的形式不是決定書應有的，無法重算",
    "{what} does not have the form that a letter has, so it cannot be computed again",
  ],
  shown: [
    "您看到的每一个字都出自所签的数据（收件人除外）",
    "您看到的每一個字都出自所簽的資料（收件人除外）",
    "every word that you see comes from the signed data (but for the addressee)",
  ],
  shown_addressee: [
    "收件人“{addressee}”不在签名之内",
    "收件人「{addressee}」不在簽章之內",
    "the addressee “{addressee}” is not part of what is signed",
  ],
  shown_text: [
    "页面文字与所签的数据不符，首处不同：“{found}”，应为“{expected}”",
    "頁面文字與所簽的資料不符，首處不同：「{found}」，應為「{expected}」",
    "the page does not say what was signed; it first differs at “{found}”, which should be " +
      "“{expected}”",
  ],
  shown_markup: [
    "页面的文字相符，但排版代码被改动过，可能遮住或添加内容",
    "頁面的文字相符，但排版代碼被更動過，可能遮住或添加內容",
    "the words of the page are right, but its markup was changed and may hide or add something",
  ],
  shown_pdf: [
    "PDF 的页面与所签的数据给出的不同",
    "PDF 的頁面與所簽的資料給出的不同",
    "the pages of the PDF are not the ones that the signed data give",
  ],
  shown_older: [
    "页面由 Makegood {program} 排版，与本版本不同；文字相符",
    "頁面由 Makegood {program} 排版，與本版本不同；文字相符",
    "the page was laid out by Makegood {program}, which is not this version; its words are right",
  ],
  shown_none: [
    "这是决定书的数据，没有可比对的页面",
    "這是決定書的資料，沒有可比對的頁面",
    "these are the letter's data alone, so there is no page to compare",
  ],
  right: ["核验通过", "核驗通過", "the letter is right"],
  wrong: ["核验未通过", "核驗未通過", "the letter is NOT right"],
} as const satisfies Record<string, Phrase>;

export type VerifyWord = keyof typeof table;
export const verifyWords = Object.keys(table) as readonly VerifyWord[];

export const sentence = (word: VerifyWord, language: Language, values: Values): string =>
  phraseIn(table[word], language, values);
