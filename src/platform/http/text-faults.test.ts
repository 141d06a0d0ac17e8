import { describe, expect, test } from "vitest";
import { jsonFault } from "./json-text.ts";
import { oddTextIn } from "./text-faults.ts";

describe("odd characters", () => {
  test.each([
    ["\u0000", "U+0000"],
    ["\u001b[2J", "U+001B"],
    ["\u0085", "U+0085"],
    ["\u202egnp.exe", "U+202E"],
    ["a\u2067b", "U+2067"],
    ["\ud800", "U+D800"],
    ["\udc00\ud800", "U+DC00"],
    ["\uffff", "U+FFFF"],
  ])("are found wherever they stand", (text, character) => {
    expect(oddTextIn({ a: [{ b: `x${text}` }] })).toEqual({ field: "/a/0/b", character });
    expect(oddTextIn({ a: { [text]: 1 } })).toEqual({ field: "/a", character });
  });

  test("are none of those that people write", () => {
    const fine = "守诺 Ünïcode 👨‍👩‍👧 😀\r\n\tline, עברית العربية ‏ ​";
    expect(oddTextIn([fine, { [fine]: fine }, 1, null, true])).toBeNull();
  });
});

describe("JSON that would be read as it does not stand", () => {
  const fault = (text: string) => jsonFault(Buffer.from(text))?.code ?? null;

  test.each([
    ['{"a":1,"a":2}', "json_key_twice"],
    ['{"a":1,"\\u0061":2}', "json_key_twice"],
    ['[{"x":{"b":[],"b":0}}]', "json_key_twice"],
    ['{"a\\"":1,"a\\"":2}', "json_key_twice"],
    [`${"[".repeat(65)}1${"]".repeat(65)}`, "json_too_deep"],
    ['{"a":1,"b":{"a":1},"c":[{"a":1},{"a":1}]}', null],
    ['{"a":":","b":"{\\"a\\":1,\\"a\\":1}"}', null],
    ['{"a":"a","b":"a"}', null],
    ["", null],
  ])("%s: %s", (text, code) => expect(fault(text)).toBe(code));

  test("is no UTF-8", () => {
    expect(jsonFault(Buffer.from([0x22, 0xc3, 0x28, 0x22]))?.code).toBe("body_not_utf8");
    expect(jsonFault(Buffer.from([0x22, 0xed, 0xa0, 0x80, 0x22]))?.code).toBe("body_not_utf8");
  });
});
