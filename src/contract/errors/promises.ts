import { errorTable } from "./entry.ts";

/** Refusals about policy documents and their versions. */
export const promiseErrors = errorTable({
  policy_invalid: {
    status: 422,
    title: "Policy document has errors",
    sentence: {
      "zh-CN": "规则文件有误：{reason}；请改正后重新提交",
      "zh-TW": "規則文件有誤：{reason}；請改正後重新提交",
      en: "the policy document has errors: {reason}; correct it and send it again",
    },
  },
  policy_unknown: {
    status: 422,
    title: "Unknown policy version",
    sentence: {
      "zh-CN": "没有已发布的规则 `{policy}`；请检查编号和版本",
      "zh-TW": "沒有已發布的規則 `{policy}`；請檢查編號和版本",
      en: "there is no published policy `{policy}`; check its id and version",
    },
  },
  policy_hash_differs: {
    status: 422,
    title: "Policy text differs",
    sentence: {
      "zh-CN": "规则 `{policy}` 的文本不是 `{hash}`；请读取该版本并使用其 hash",
      "zh-TW": "規則 `{policy}` 的文本不是 `{hash}`；請讀取該版本並使用其 hash",
      en: "policy `{policy}` does not have the text `{hash}`; read the version and send its hash",
    },
  },
  policy_parameter_invalid: {
    status: 422,
    title: "Policy parameter does not fit",
    sentence: {
      "zh-CN": "规则 `{policy}` 的参数不适用：{reason}",
      "zh-TW": "規則 `{policy}` 的參數不適用：{reason}",
      en: "a parameter of policy `{policy}` does not fit: {reason}",
    },
  },
});
