import { expect, it } from "vitest";
import { linked, linksOf } from "./links.ts";

const portal = "https://promise.example/portal/shop";
const profile = {
  registeredName: "Shop Ltd",
  address: "1 Example Road",
  phone: "+86 21 6123-4567 转 8",
  email: "service@shop.example",
  hours: null,
  website: "https://shop.example/?a=1&b=2",
  complaints: { phone: null, email: "head.service@shop.example" },
  changedAt: 0,
};

it("lets a reader tap where to apply, and each way to reach the merchant", () => {
  expect(linksOf(portal, null)).toEqual([{ text: portal, href: portal }]);
  expect(linksOf(portal, profile).map(({ href }) => href)).toEqual([
    portal,
    "https://shop.example/?a=1&b=2",
    "tel:+862161234567",
    "mailto:service@shop.example",
    "mailto:head.service@shop.example",
  ]);
});

it("links them beside a label alone, the longest first", () => {
  expect(linked("<dd>nothing</dd>", [])).toBe("<dd>nothing</dd>");
  const links = linksOf(portal, profile);
  const html =
    "<p>service@shop.example</p><dl><dd>e-mail head.service@shop.example</dd>" +
    "<dd>tel +86 21 6123-4567 转 8 or https://shop.example/?a=1&amp;b=2</dd></dl>";
  expect(linked(html, links)).toBe(
    '<p>service@shop.example</p><dl><dd>e-mail <a href="mailto:head.service@shop.example">' +
      "head.service@shop.example</a></dd>" +
      '<dd>tel <a href="tel:+862161234567">+86 21 6123-4567 转 8</a> or ' +
      '<a href="https://shop.example/?a=1&#38;b=2">https://shop.example/?a=1&amp;b=2</a></dd></dl>',
  );
});
