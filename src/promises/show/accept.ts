import type { ShowFile } from "../../contract/index.ts";

/** In the order in which we would choose. */
const forms: readonly (readonly [string, ShowFile])[] = [
  ["text/html", "terms.html"],
  ["application/pdf", "terms.pdf"],
  ["text/markdown", "terms.md"],
  ["application/ld+json", "terms.json"],
];

/** The form of the terms that an Accept header asks for most; null where we have none of them. */
export function acceptedForm(header: string | undefined): ShowFile | null {
  const ranges = (header ?? "").trim() === "" ? [["*/*", 1] as const] : rangesOf(header ?? "");
  let best: { readonly file: ShowFile; readonly quality: number } | null = null;
  for (const [type, file] of forms) {
    const quality = qualityOf(type, ranges);
    if (quality > (best?.quality ?? 0)) best = { file, quality };
  }
  return best?.file ?? null;
}

/** A browser says so; a program that takes anything, or says nothing, is answered in JSON. */
export function prefersHtml(header: string | undefined): boolean {
  const ranges = rangesOf(header ?? "");
  return qualityOf("text/html", ranges) > qualityOf("application/json", ranges);
}

type Range = readonly [string, number];

function rangesOf(header: string): Range[] {
  return header.split(",").map((part): Range => {
    const [range = "", ...settings] = part.trim().toLowerCase().split(";");
    const stated = settings.map((text) => /^\s*q=([\d.]+)\s*$/.exec(text)?.[1]).find(Boolean);
    return [range.trim(), stated === undefined ? 1 : Number(stated)];
  });
}

/** The most exact range that names the type decides. */
function qualityOf(type: string, ranges: readonly Range[]): number {
  const wide = `${type.split("/")[0] ?? ""}/*`;
  for (const wanted of [type, wide, "*/*"]) {
    const found = ranges.find(([range]) => range === wanted);
    if (found !== undefined) return found[1];
  }
  return 0;
}
