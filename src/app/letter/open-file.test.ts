import { afterAll, describe, expect, test } from "vitest";
import { envelopeText } from "../../claims/index.ts";
import { check, html, partial, removeFiles, resigned, wrongs } from "./testing.ts";

afterAll(removeFiles);

describe("a file that is no letter", () => {
  const only = async (content: string | Uint8Array): Promise<string> => {
    const told = await check(content);
    expect(told.code).toBe(1);
    expect(told.checks).toHaveLength(1);
    return told.checks[0] ?? "";
  };
  const data = envelopeText(partial.envelope);

  test("is told in one sentence, whatever it holds", async () => {
    expect(await only("")).toBe("letter wrong not_json");
    expect(await only("<html></html>")).toBe("letter wrong no_letter_html");
    expect(await only("%PDF-1.7\n")).toBe("letter wrong no_letter_pdf");
    expect(await only("{}")).toBe("letter wrong not_envelope");
    expect(await only(html.slice(0, html.length / 2))).toBe("letter wrong no_letter_html");
    expect(await only(data.slice(0, -100))).toBe("letter wrong not_json");
    const block = /<script[^]*<\/script>/.exec(html)?.[0] ?? "";
    expect(await only(html.replace(block, block + block))).toBe("letter wrong no_letter_html");
  });

  test("is not read when it is huge, and not parsed when it is deep", async () => {
    expect(await only(Buffer.alloc(50_000_000, " "))).toBe("letter wrong too_large");
    expect(await only("[".repeat(5_000_000))).toBe("letter wrong too_deep");
    expect(await only(`{"a":${"[".repeat(100)}${"]".repeat(100)}}`)).toBe("letter wrong too_deep");
    expect(await only('{"__proto__":{"makegood":"letter/1"}}')).toBe("letter wrong forbidden_key");
  });

  test("is not believed in its signed part either", async () => {
    const of = (payload: string) => envelopeText({ ...partial.envelope, payload });
    const { payload } = partial.envelope;
    expect(await only(of("{}"))).toBe("letter wrong not_payload");
    expect(await only(of("{"))).toBe("letter wrong not_json");
    expect(await only(of("[".repeat(99)))).toBe("letter wrong too_deep");
    expect(await only(of(` ${payload}`))).toBe("letter wrong not_canonical");
    const more = payload.replace('"market":', '"__proto__":{},"market":');
    expect(await only(of(more))).toBe("letter wrong forbidden_key");
    const half = payload.replace('"accepted":true', '"accepted":0.5');
    expect(await only(of(half))).toBe("letter wrong not_payload");
  });

  test("and what cannot be computed is told as that", async () => {
    const change = (text: string) => text.replace(/"heads":\[/, '"heads":[null,');
    const told = await check(envelopeText(resigned(change).envelope));
    expect(told.code).toBe(1);
    expect(wrongs(told).some((one) => one.endsWith("malformed"))).toBe(true);
  });

  test("a file that is not there ends the command", async () => {
    await expect(check("", { file: "nowhere" })).rejects.toThrow("it is not there");
  });
});
