import { expect, it } from "vitest";
import { isEmail, isPhone, tidy } from "./contact.ts";

it.each([
  "12315",
  "400-820-8820",
  "+86 21 6123 4567",
  "(021) 6123-4567",
  "021-6123 4567 转 8",
  "02-2345-6789 #123",
  "+44 20 7946 0958 ext. 12",
  "110",
  "123456789012345",
])("%s is a number to call", (text) => {
  expect(isPhone(text)).toBe(true);
});

it.each([
  "",
  "11",
  "1234567890123456",
  "call us",
  "400-820-882O",
  "021 6123 4567 ext.",
  "021 6123 4567 ext. 1234567",
  "++86 21",
  "86+21 61",
  "-400 820",
  "400 820-",
  "400\n820",
])("`%s` is none", (text) => {
  expect(isPhone(text)).toBe(false);
});

const longLocal = "x".repeat(64);

it.each([
  "service@shop.example",
  "a.b+c@mail.shop-one.example",
  "客服@示例.中国",
  `${longLocal}@shop.example`,
  "x@y.io",
])("%s is an address to write to", (text) => {
  expect(isEmail(text)).toBe(true);
});

it.each([
  "",
  "service",
  "service@",
  "@shop.example",
  "service@shop",
  "service@shop.e",
  "a b@shop.example",
  "a@b@shop.example",
  ".a@shop.example",
  "a.@shop.example",
  "a..b@shop.example",
  "a@-shop.example",
  "a@shop-.example",
  "a@shop..example",
  "a@shop_one.example",
  `x${longLocal}@shop.example`,
  `a@${"x".repeat(250)}.example`,
  "Service <a@shop.example>",
])("`%s` is none", (text) => {
  expect(isEmail(text)).toBe(false);
});

it("takes spaces out where nobody wrote them on purpose", () => {
  expect(tidy("  Shop   of \u3000 things ")).toBe("Shop of things");
  expect(tidy(" \u3000 ")).toBe("");
});
