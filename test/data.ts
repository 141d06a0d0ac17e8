import { existsSync } from "node:fs";
import { join } from "node:path";
import { describe, it } from "vitest";

/** The folder of real input beside the checkout, or where MAKEGOOD_TEST_DATA says it is. */
const dataFolder =
  process.env["MAKEGOOD_TEST_DATA"] ?? join(import.meta.dirname, "..", "..", "shared", "data");

/** The path of a file or folder of real input; it may be absent in a stranger's clone. */
export function dataPath(name: string): string {
  return join(dataFolder, name);
}

export function isCi(): boolean {
  return (process.env["CI"] ?? "") !== "" && process.env["CI"] !== "false";
}

/**
 * A `describe` on real input. Where the input is absent the block says "not run: no data"; in CI it
 * fails instead, because a test that nobody ran proves nothing.
 */
export function describeWithData(
  title: string,
  names: readonly string[],
  tests: (paths: readonly string[]) => void,
): void {
  const missing = names.filter((name) => !existsSync(dataPath(name)));
  describe(title, () => {
    if (missing.length === 0) return tests(names.map(dataPath));
    if (!isCi()) return it("not run: no data", (context) => context.skip("no data"));
    it("has its data", () => {
      throw new Error(`no data: \`${missing.map(dataPath).join("`, `")}\``);
    });
  });
}
