import { describe, expect, it } from "vitest";
import { languageOf } from "./language.ts";

describe("languageOf", () => {
  it.each([
    [undefined, "en"],
    ["", "en"],
    ["fr, de;q=0.9", "en"],
    ["zh-CN,zh;q=0.9,en;q=0.8", "zh-CN"],
    ["zh", "zh-CN"],
    ["zh-Hant-TW", "zh-TW"],
    ["zh-HK;q=0.9,en;q=0.1", "zh-TW"],
    ["en;q=0.2, zh-TW;q=0.7", "zh-TW"],
    ["zh-CN;q=0, en", "en"],
  ])("reads %s as %s", (header, language) => {
    expect(languageOf(header)).toBe(language);
  });
});
