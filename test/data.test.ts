import { existsSync } from "node:fs";
import { expect, it } from "vitest";
import { dataPath, describeWithData } from "./data.ts";

describeWithData("the real input", ["README.md", "olist-3000"], (paths) => {
  it("lies where the helper says", () => {
    expect(paths).toEqual([dataPath("README.md"), dataPath("olist-3000")]);
    expect(paths.every((path) => existsSync(path))).toBe(true);
  });
});
