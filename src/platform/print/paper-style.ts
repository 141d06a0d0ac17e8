import type { StyleDictionary, TableLayout } from "pdfmake/interfaces.js";

/** Colours of paper; pictures use them too. */
export const inks = {
  text: "#1c2430",
  quiet: "#5b6675",
  rule: "#d5dbe3",
  shade: "#f2f5f8",
  accent: "#0b5d57",
} as const;

/** In points: A4 is 595 by 842. */
export const pageMargins = { side: 56, top: 60, bottom: 64 } as const;
export const textWidth = 595.28 - 2 * pageMargins.side;

export const paperStyles: StyleDictionary = {
  title: { fontSize: 21, bold: true, lineHeight: 1.25, color: inks.text },
  subtitle: { fontSize: 11, color: inks.quiet, margin: [0, 3, 0, 0] },
  heading: { fontSize: 13, bold: true, color: inks.accent, margin: [0, 18, 0, 5] },
  paragraph: { margin: [0, 0, 0, 7] },
  source: { fontSize: 9, color: inks.quiet, margin: [0, 2, 0, 0] },
  label: { color: inks.quiet },
  tableHead: { bold: true, fontSize: 9.5 },
  tableCell: { fontSize: 9.5 },
  smallPrint: { fontSize: 8, color: inks.quiet, lineHeight: 1.35 },
  running: { fontSize: 8, color: inks.quiet, lineHeight: 1 },
};

/** Lines between rows alone: figures read across, not down. */
export const ruled: TableLayout = {
  hLineWidth: (row, node) => (row === 0 || row === node.table.body.length ? 0.9 : 0.5),
  vLineWidth: () => 0,
  hLineColor: () => inks.rule,
  fillColor: (row) => (row === 0 ? inks.shade : null),
  paddingTop: () => 4,
  paddingBottom: () => 4,
};

/** What has a label stands under it or beside it, parted by hairlines. */
export const between: TableLayout = {
  hLineWidth: (row, node) => (row === 0 || row === node.table.body.length ? 0 : 0.5),
  vLineWidth: () => 0,
  hLineColor: () => inks.rule,
  paddingLeft: (column) => (column === 0 ? 0 : 10),
  paddingTop: () => 4,
  paddingBottom: () => 4,
};

/** A bar beside what somebody else said. */
export const barred: TableLayout = {
  hLineWidth: () => 0,
  vLineWidth: (column) => (column === 0 ? 2.5 : 0),
  vLineColor: () => inks.accent,
  paddingLeft: () => 12,
  paddingTop: () => 1,
  paddingBottom: () => 1,
};
