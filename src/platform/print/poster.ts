/** A promise as it hangs on a wall. Everything on it is text of the document that decides. */
export type Poster = {
  readonly language: string;
  readonly merchant: string;
  readonly title: string;
  /** The strongest first. */
  readonly lines: readonly string[];
  /** What the code is for, such as `扫码看完整条款`. */
  readonly invitation: string;
  /** Where the code leads. */
  readonly address: string;
  /** Which version this is, and since when it holds. */
  readonly small: string;
  /** Across the whole in pale letters, such as `草案`; null on what holds. */
  readonly watermark: string | null;
};

/** What a poster is drawn of, in units of its size, whatever it is drawn on. */
export type Piece =
  | {
      readonly kind: "text";
      readonly text: string;
      readonly x: number;
      /** Of the line that the letters stand on. */
      readonly baseline: number;
      readonly size: number;
      readonly bold: boolean;
      readonly ink: string;
    }
  | {
      readonly kind: "box";
      readonly x: number;
      readonly y: number;
      readonly width: number;
      readonly height: number;
      readonly ink: string;
    };

export type Extent = { readonly width: number; readonly height: number };
