import { expect, it } from "vitest";
import type { Page } from "../../core/index.ts";
import { drawApart, pagePdf } from "./apart.ts";
import { drawPage } from "./page-pdf.ts";

const page: Page = { language: "en", title: "Terms", subtitle: null, sections: [], footer: [] };
const options = { createdAt: 0 as never };

it("draws in another process what it draws here, to the byte, and keeps this one free", async () => {
  let turns = 0;
  const turn = setInterval(() => (turns += 1), 1);
  const apart = await pagePdf(page, options);
  clearInterval(turn);
  expect(turns).toBeGreaterThan(10);
  expect(Buffer.compare(apart, await drawPage(page, options))).toBe(0);
}, 60_000);

it("tells who asked what failed, and goes on", async () => {
  const bad = { ...page, sections: null as never };
  await expect(drawApart({ kind: "page", page: bad, options })).rejects.toThrow(/flatMap/);
  expect((await pagePdf(page, options)).length).toBeGreaterThan(1000);
}, 60_000);
