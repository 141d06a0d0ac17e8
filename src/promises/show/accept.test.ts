import { expect, it } from "vitest";
import { acceptedForm, prefersHtml } from "./accept.ts";

it.each([
  [undefined, "terms.html"],
  ["", "terms.html"],
  ["*/*", "terms.html"],
  ["text/html,application/xhtml+xml,*/*;q=0.8", "terms.html"],
  ["application/pdf", "terms.pdf"],
  ["application/pdf;q=0.4, text/markdown;q=0.9", "terms.md"],
  ["application/*", "terms.pdf"],
  ["*/*;q=0.5, text/html;q=0", "terms.pdf"],
  ["Application/LD+JSON", "terms.json"],
  ["image/png", null],
  ["text/html;q=0", null],
])("of %s takes %s", (header, file) => {
  expect(acceptedForm(header)).toBe(file);
});

it.each([
  [undefined, false],
  ["*/*", false],
  ["application/json, text/html;q=0.1", false],
  ["text/html,application/xhtml+xml,*/*;q=0.8", true],
])("of %s prefers a page: %s", (header, isPage) => {
  expect(prefersHtml(header)).toBe(isPage);
});
