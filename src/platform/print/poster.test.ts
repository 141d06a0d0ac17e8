import { createCanvas, loadImage } from "@napi-rs/canvas";
import fc from "fast-check";
import decodeQR from "qr/decode.js";
import { describe, expect, it } from "vitest";
import { drawAnimation } from "./animation.ts";
import { codePixels, codeSvg } from "./code.ts";
import { drawCodePng, drawPosterPdf, drawPosterPng } from "./poster-file.ts";
import { posterLayout } from "./poster-layout.ts";
import type { Poster } from "./poster.ts";
import { pictureMeasure } from "./picture.ts";
import { readPdf } from "./testing.ts";

const poster: Poster = {
  language: "zh-CN",
  merchant: "示例商户",
  title: "七十二小时内取消，全额退款",
  lines: ["签约后 72 小时内取消，付了多少退多少。", "三个工作日内答复。"],
  invitation: "扫码看完整条款",
  address: "https://shop.example/terms/demo/package-cancel/2?language=zh-CN",
  small: "package-cancel@2",
  watermark: null,
};

const long: Poster = {
  ...poster,
  language: "en",
  title: "Everything that we promise about cancelling a package of advertising and analysis",
  lines: Array.from(
    { length: 5 },
    (_, index) => `${index}: ${"we give back what is unused ".repeat(9)}.`,
  ),
};

async function pixelsOf(png: Uint8Array) {
  const image = await loadImage(png);
  const canvas = createCanvas(image.width, image.height);
  canvas.getContext("2d").drawImage(image, 0, 0);
  const { data, width, height } = canvas
    .getContext("2d")
    .getImageData(0, 0, image.width, image.height);
  return { data, width, height };
}

describe("a QR code", { timeout: 120_000 }, () => {
  it("leads to its address, as a picture and on a poster", async () => {
    for (const png of [await drawCodePng(poster.address), await drawPosterPng(poster)]) {
      expect(decodeQR(await pixelsOf(png))).toBe(poster.address);
    }
    const { data, side } = codePixels(poster.address, 3);
    expect(decodeQR({ data, width: side, height: side })).toBe(poster.address);
  });

  it("is the same as SVG, with nothing in it that could run", () => {
    const svg = codeSvg(poster.address, `<script>"&'`);
    expect(svg).not.toContain("<script");
    const { side } = codePixels(poster.address, 1);
    const dark = new Uint8ClampedArray(side * side * 4).fill(255);
    for (const [, x, y, length] of svg.matchAll(/M(\d+) (\d+)h(\d+)v1h-\d+z/g)) {
      for (let at = 0; at < Number(length); at += 1) {
        dark.fill(
          0,
          (Number(y) * side + Number(x) + at) * 4,
          (Number(y) * side + Number(x) + at) * 4 + 3,
        );
      }
    }
    expect(dark).toEqual(codePixels(poster.address, 1).data);
    expect(svg).toContain(`viewBox="0 0 ${side} ${side}"`);
  });
});

describe("a poster", { timeout: 120_000 }, () => {
  it("holds every word, in order, on one page of either paper", async () => {
    for (const size of ["A4", "A3"] as const) {
      const pdf = await drawPosterPdf(long, { size, createdAt: 0 });
      const { pages } = await readPdf(pdf);
      expect(pages).toHaveLength(1);
      const text = pages[0]!.replaceAll(/\s+/g, " ");
      const whole = [long.merchant, long.title, ...long.lines, long.invitation].join(" ");
      expect(text).toContain(whole.replaceAll(/\s+/g, " "));
      expect(text.replaceAll(" ", "")).toContain(long.address);
    }
  });

  it("is the same to the byte each time", async () => {
    const bytes = await drawPosterPng({ ...poster, watermark: "草案" });
    expect(Buffer.compare(bytes, await drawPosterPng({ ...poster, watermark: "草案" }))).toBe(0);
    expect(Buffer.compare(bytes, await drawPosterPng(poster))).not.toBe(0);
  });

  it("never lets a text leave the sheet or lie on another, however long it is", async () => {
    const measure = await pictureMeasure();
    const words = fc.array(
      fc.constantFrom("退款", "七十二小时", "，", "within ", "¥1,234.50", "“", "。"),
      {
        minLength: 1,
        maxLength: 80,
      },
    );
    const text = words.map((each) => each.join("").trim() || "退");
    const given = fc.record({ title: text, lines: fc.array(text, { minLength: 1, maxLength: 5 }) });
    fc.assert(
      fc.property(given, ({ title, lines }) => {
        const extent = { width: 1080, height: 1440 };
        const pieces = posterLayout(
          { ...poster, title, lines },
          { ...extent, measure, pixels: true },
        );
        const texts = pieces.filter((piece) => piece.kind === "text");
        for (const piece of texts) {
          expect(piece.x + measure(piece.text, piece.size, piece.bold)).toBeLessThanOrEqual(
            1080 - 70,
          );
          expect(piece.baseline).toBeLessThan(1440 - 70);
        }
        const shown = texts.map((piece) => piece.text).join("");
        const bare = (each: string): string => each.replaceAll(/\s/g, "");
        expect(bare(shown)).toContain(bare(title + lines.join("")));
        // In the order of reading each stands below the one before.
        const baselines = texts.map((piece) => piece.baseline);
        expect(baselines).toEqual(baselines.toSorted((one, other) => one - other));
      }),
      { numRuns: 60, seed: 34 },
    );
  });
});

describe("the animation", { timeout: 240_000 }, () => {
  it("is a looping GIF of a few hundred kilobytes, the same each time, with the code", async () => {
    const small: Poster = { ...poster, lines: [] };
    const gif = Buffer.from(await drawAnimation(small));
    expect(gif.toString("latin1", 0, 6)).toBe("GIF89a");
    expect([gif.readUInt16LE(6), gif.readUInt16LE(8)]).toEqual([720, 720]);
    expect(gif.toString("latin1", 0, 1000)).toContain("NETSCAPE2.0");
    expect(gif.length).toBeLessThan(1_500_000);
    expect(Buffer.compare(gif, Buffer.from(await drawAnimation(small)))).toBe(0);
  });
});
