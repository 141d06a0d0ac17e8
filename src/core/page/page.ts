/**
 * A text for people as blocks, before it is HTML, Markdown or paper. Terms, decision letters and
 * reports are pages; how a page looks is nowhere decided but in what draws it.
 */
export type Page = {
  /** BCP 47 tag of the text's language: `zh-CN`, `zh-TW` or `en`. */
  readonly language: string;
  readonly title: string;
  readonly subtitle: string | null;
  readonly sections: readonly PageSection[];
  /** Small print: what the text was made from, and from which version of it. */
  readonly footer: readonly string[];
};

export type PageSection = { readonly heading: string; readonly blocks: readonly PageBlock[] };

/** Texts are plain: no markup is read from them, whatever characters they contain. */
export type PageBlock =
  | { readonly kind: "paragraph"; readonly text: string }
  | { readonly kind: "quotation"; readonly text: string; readonly source: string }
  | { readonly kind: "list"; readonly ordered: boolean; readonly items: readonly PageItem[] }
  | { readonly kind: "labelled"; readonly rows: readonly LabelledRow[] }
  | {
      readonly kind: "table";
      readonly head: readonly string[];
      readonly rows: readonly (readonly string[])[];
      /** Columns of figures, which are set to the end of the column; numbered from 0. */
      readonly figures: readonly number[];
    };

/** A point of a list, with points of its own below it. */
export type PageItem = { readonly text: string; readonly items: readonly PageItem[] };
export type LabelledRow = { readonly label: string; readonly text: string };
