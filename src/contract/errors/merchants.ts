import { errorTable } from "./entry.ts";

/** Refusals about tenants, staff, keys and sessions. */
export const merchantErrors = errorTable({
  sign_in_failed: {
    status: 401,
    title: "Sign-in failed",
    sentence: {
      "zh-CN": "登录名或密码不正确；请检查后再试",
      "zh-TW": "登入名稱或密碼不正確；請檢查後再試",
      en: "the sign-in name or the password is not right; check both and try again",
    },
  },
  session_expired: {
    status: 401,
    title: "Session expired",
    sentence: {
      "zh-CN": "登录已过期；请重新登录",
      "zh-TW": "登入已過期；請重新登入",
      en: "your session has ended; sign in again",
    },
  },
  cross_site_request: {
    status: 403,
    title: "Request from another site",
    sentence: {
      "zh-CN": "请求并非来自本站页面；请在本站页面操作，或改用 API 密钥",
      "zh-TW": "請求並非來自本站頁面；請在本站頁面操作，或改用 API 金鑰",
      en: "the request does not come from a page of this site; use the site, or an API key",
    },
  },
  order_not_proved: {
    status: 404,
    title: "Order not found",
    sentence: {
      "zh-CN": "订单号与联系方式不匹配；请核对下单时填写的手机号或邮箱",
      "zh-TW": "訂單編號與聯絡方式不符；請核對下單時填寫的手機號碼或電子郵件",
      en: "no order fits this number and contact; check the phone or e-mail given with the order",
    },
  },
  merchant_slug_taken: {
    status: 409,
    title: "Address taken",
    sentence: {
      "zh-CN": "地址 `{slug}` 已被使用；请换一个",
      "zh-TW": "網址 `{slug}` 已被使用；請換一個",
      en: "the address `{slug}` is taken; choose another",
    },
  },
  sign_in_name_taken: {
    status: 409,
    title: "Sign-in name taken",
    sentence: {
      "zh-CN": "登录名 `{signInName}` 已被使用；请换一个",
      "zh-TW": "登入名稱 `{signInName}` 已被使用；請換一個",
      en: "the sign-in name `{signInName}` is taken; choose another",
    },
  },
  password_weak: {
    status: 422,
    title: "Password too weak",
    sentence: {
      "zh-CN": "密码至少需要 {charactersMin} 个字符；请换一个更长的",
      "zh-TW": "密碼至少需要 {charactersMin} 個字元；請換一個更長的",
      en: "the password needs at least {charactersMin} characters; choose a longer one",
    },
  },
  person_needed: {
    status: 403,
    title: "A person is needed",
    sentence: {
      "zh-CN": "这一步必须由员工本人登录后完成，不能使用 API 密钥",
      "zh-TW": "這一步必須由員工本人登入後完成，不能使用 API 金鑰",
      en: "this step takes a person: sign in as a member of staff, an API key cannot do it",
    },
  },
  merchant_not_one_person: {
    status: 409,
    title: "Not one person",
    sentence: {
      "zh-CN": "有 {approvers} 位员工可以批准，因此不是一人商家；请由另一位同事批准",
      "zh-TW": "有 {approvers} 位員工可以核准，因此不是一人商家；請由另一位同事核准",
      en: "{approvers} of the staff may approve, so this is not one person; have a colleague sign",
    },
  },
  text_blank: {
    status: 422,
    title: "Text is blank",
    sentence: {
      "zh-CN": "这一项不能只有空格；请填写内容",
      "zh-TW": "這一項不能只有空格；請填寫內容",
      en: "this text holds nothing but spaces; write something into it",
    },
  },
  phone_invalid: {
    status: 422,
    title: "Not a telephone number",
    sentence: {
      "zh-CN": "`{text}` 不是电话号码；请写成 400-820-8820 或 +86 21 6123 4567 这样的号码",
      "zh-TW": "`{text}` 不是電話號碼；請寫成 02-2345-6789 或 +886 2 2345 6789 這樣的號碼",
      en: "`{text}` is no telephone number; write one such as 400-820-8820 or +86 21 6123 4567",
    },
  },
  email_invalid: {
    status: 422,
    title: "Not an e-mail address",
    sentence: {
      "zh-CN": "`{text}` 不是电子邮箱；请写成 service@shop.example 这样的地址",
      "zh-TW": "`{text}` 不是電子郵件地址；請寫成 service@shop.example 這樣的地址",
      en: "`{text}` is no e-mail address; write one such as service@shop.example",
    },
  },
  website_invalid: {
    status: 422,
    title: "Not an address on the web",
    sentence: {
      "zh-CN": "`{text}` 不是网址；请写成 https://shop.example 这样的完整网址",
      "zh-TW": "`{text}` 不是網址；請寫成 https://shop.example 這樣的完整網址",
      en: "`{text}` is no address on the web; write it whole, such as https://shop.example",
    },
  },
  contact_missing: {
    status: 422,
    title: "No way to reach anybody",
    sentence: {
      "zh-CN": "电话和电子邮箱都没有填写；请至少填写一项",
      "zh-TW": "電話和電子郵件都沒有填寫；請至少填寫一項",
      en: "neither telephone nor e-mail is given; give at least one of them",
    },
  },
  merchant_contact_missing: {
    status: 409,
    title: "Merchant states no contact",
    sentence: {
      "zh-CN": "`{policy}` 面向消费者，须载明商家名称、地址和联系方式；请先在“设置”中填写，再发布",
      "zh-TW":
        "`{policy}` 面向消費者，須載明商家名稱、地址和聯絡方式；請先在「設定」中填寫，再發布",
      en:
        "`{policy}` is for consumers, who must be told name, address and contact; " +
        "state them under Settings first",
    },
  },
});
