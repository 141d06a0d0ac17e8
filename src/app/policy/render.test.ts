import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { root } from "../testing.ts";
import { type RenderedFile, renderFile } from "./render.ts";

const folder = mkdtempSync(join(tmpdir(), "makegood-render-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const shipped = (name: string): string => join(root, "policies", `${name}.policy.yaml`);

async function render(asked: Partial<RenderedFile> & Pick<RenderedFile, "format">) {
  let [value, lines]: [unknown, readonly string[]] = [null, []];
  const code = await renderFile(
    {
      json: false,
      answer: (answer, told) => ([value, lines] = [answer, told]),
      note: () => undefined,
      progress: () => ({ at: () => undefined, end: () => undefined }),
    },
    {
      ...{ file: shipped("order-refund"), catalogue: null, language: "en", out: null },
      ...{ params: [], amount: "999.99", currency: "CNY", address: null, floors: [], ...asked },
    },
  );
  return { code, value, text: lines.join("\n") };
}

describe("policy render", () => {
  test("writes the terms as Markdown and as a page", async () => {
    const markdown = await render({ format: "md" });
    expect(markdown.code).toBe(0);
    expect(markdown.text).toMatch(/^# Returning goods bought online\n/);
    expect(markdown.text).toContain("You ask 7 days after receipt; the goods are intact;");
    const page = await render({ format: "html", language: "zh-CN" });
    expect(page.text).toMatch(/^<!doctype html>\n<html lang="zh-CN">/);
    expect(page.text).toContain("您在签收后第7日提出，商品完好，赠品未退回");
  });

  test("writes questions with their answers, and schema.org data with what it lacks", async () => {
    const questions = JSON.parse((await render({ format: "questions" })).text) as object[];
    expect(questions).toHaveLength(3);
    expect(questions[0]).toMatchObject({
      id: "q1",
      right: expect.stringMatching(/^a\d$/) as unknown,
    });
    const data = JSON.parse((await render({ format: "json-ld" })).text) as object;
    expect(data).toMatchObject({ "@type": "MerchantReturnPolicy", merchantReturnDays: 7 });
    expect(data).toHaveProperty(
      "makegood:notExpressible",
      expect.arrayContaining([
        "“Refund of the delivery charge”: schema.org has no property for it",
      ]),
    );
    const other = await render({ format: "json-ld", file: shipped("package-cancel") });
    expect(JSON.parse(other.text)).toEqual({
      "@context": ["https://schema.org", { makegood: "urn:makegood:" }],
      "@type": "makegood:Promise",
      "makegood:notExpressible": [
        "schema.org's return policies are about goods, and these terms are not",
      ],
    });
  });

  test("writes into a file, and draws what is no text", async () => {
    const out = join(folder, "terms.md");
    const { code, value, text } = await render({ format: "md", out });
    expect([code, text]).toEqual([0, `${out}: written`]);
    expect(value).toMatchObject({ out, findings: [] });
    expect(readFileSync(out, "utf8")).toContain("## Worked examples");
    const address = "https://shop.example/terms";
    for (const [format, start] of [
      ["qr-svg", "<svg"],
      ["loop", "<!doctype html>"],
    ] as const) {
      const file = join(folder, format);
      expect((await render({ format, out: file, address })).code).toBe(0);
      expect(readFileSync(file, "utf8").startsWith(start)).toBe(true);
    }
    const loop = readFileSync(join(folder, "loop"), "utf8").replace(/<[^>]*>/g, "");
    expect(loop).toContain(
      "Goods intact, for goods that may be returned without a reason, within 7 days of receipt: " +
        "the price back in full",
    );
    expect(loop).toContain("You ask 7 days after receipt; the goods are intact;");
    const business = join(folder, "loop-business");
    const file = shipped("package-cancel");
    expect((await render({ file, format: "loop", out: business, address })).code).toBe(0);
    expect(readFileSync(business, "utf8").replace(/<[^>]*>/g, "")).toContain(
      "Cancelling a marketing package (business customers) · For business customers only",
    );
  });

  test("refuses what it cannot write, and says what to do", async () => {
    await expect(render({ format: "doc" })).rejects.toThrow(
      "`doc` is no format: use one of md, html, json-ld, questions, pdf, poster-pdf, poster-a3, " +
        "poster-png, qr-svg, qr-png, loop, animation",
    );
    await expect(render({ format: "poster-png" })).rejects.toThrow(
      "`poster-png` is no text: say --out <file>",
    );
    await expect(render({ format: "qr-svg", out: join(folder, "x") })).rejects.toThrow(
      "the code has to lead somewhere: say --address, where the terms stand",
    );
  });

  test("writes nothing of a text that can be read amiss", async () => {
    const words = readFileSync(join(root, "policies", "catalogue.yaml"), "utf8");
    const catalogue = join(folder, "catalogue.yaml");
    writeFileSync(
      catalogue,
      words.replace("en: the goods are not intact", "en: the goods are intact"),
    );
    const out = join(folder, "amiss.md");
    const { code, text } = await render({ format: "md", catalogue, out });
    expect(code).toBe(1);
    expect(text).toContain("different conditions of clauses `seven`, `damaged`");
    expect(() => readFileSync(out)).toThrow("ENOENT");
  });
});
