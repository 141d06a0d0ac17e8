import {
  type Page,
  type ToldRegion,
  diffPage,
  pageHtml,
  tellCombinations,
} from "../../core/index.ts";
import type { Compared } from "./task.ts";

/** The comparison as a page of HTML that stands by itself, with what customers can combine. */
export function comparisonHtml({ found, combined, documents, language }: Compared): string {
  const page = diffPage(found, documents, language);
  if (combined === null) return pageHtml(page);
  const { headline, regions } = tellCombinations(combined, documents.slice(1), language);
  return pageHtml(withSection(page, headline, regions));
}

function withSection(page: Page, heading: string, regions: readonly ToldRegion[]): Page {
  const blocks = regions.flatMap(({ title, rows }) => [
    { kind: "paragraph" as const, text: title },
    { kind: "labelled" as const, rows },
  ]);
  return { ...page, sections: [...page.sections, { heading, blocks }] };
}
