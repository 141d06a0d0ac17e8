import type { ShownFile } from "./draw.ts";

/** Of all files that are kept. */
const bytesMax = 16 * 1024 * 1024;

/**
 * Files that were drawn before, the last used the longest; who asks for one that is being drawn
 * waits for it instead of having it drawn again.
 */
export function showCache(): (key: string, draw: () => Promise<ShownFile>) => Promise<ShownFile> {
  const kept = new Map<string, ShownFile>();
  const underWay = new Map<string, Promise<ShownFile>>();
  let bytes = 0;

  function keep(key: string, file: ShownFile): void {
    kept.set(key, file);
    bytes += file.bytes.length;
    for (const [oldest, { bytes: old }] of kept) {
      if (bytes <= bytesMax || oldest === key) return;
      kept.delete(oldest);
      bytes -= old.length;
    }
  }

  async function make(key: string, draw: () => Promise<ShownFile>): Promise<ShownFile> {
    try {
      const file = await draw();
      keep(key, file);
      return file;
    } finally {
      underWay.delete(key);
    }
  }

  return async (key, draw) => {
    const known = kept.get(key);
    if (known !== undefined) {
      kept.delete(key);
      kept.set(key, known);
      return known;
    }
    const running = underWay.get(key) ?? make(key, draw);
    underWay.set(key, running);
    return running;
  };
}
