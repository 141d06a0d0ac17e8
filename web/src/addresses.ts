export type Query = Readonly<Record<string, string | undefined>>;

/** An address under `base`, each part escaped; what is empty in the query is left out. */
export function addressOf(base: string, parts: readonly string[], query: Query = {}): string {
  const path = [base, ...parts.map(encodeURIComponent)].join("/");
  const filled = Object.entries(query).flatMap(([name, value]) =>
    value === undefined || value === "" ? [] : [`${name}=${encodeURIComponent(value)}`],
  );
  return filled.length === 0 ? path : `${path}?${filled.join("&")}`;
}

/** The parts of an address under `base`; one that is not well escaped is taken as it stands. */
export function partsOf(base: string, path: string): string[] {
  const parts = path.slice(base.length).split("/");
  return parts.filter((part) => part !== "").map(decoded);
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}

/** What of a click decides whether it may be followed within the page. */
export type Click = Readonly<
  Record<"metaKey" | "ctrlKey" | "shiftKey", boolean> & { button: number }
>;

/** A plain click; any other one asks the browser for a new tab, a window or a menu. */
export const isPlain = ({ metaKey, ctrlKey, shiftKey, button }: Click): boolean =>
  !metaKey && !ctrlKey && !shiftKey && button === 0;
