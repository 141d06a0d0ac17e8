import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";

interface Manifest {
  readonly dependencies?: Record<string, string>;
  readonly devDependencies?: Record<string, string>;
}

interface Locked {
  readonly resolved?: string;
  readonly link?: boolean;
}

function readJson<T>(path: string): T {
  return JSON.parse(readFileSync(new URL(`../${path}`, import.meta.url), "utf8")) as T;
}

describe("the set-up", () => {
  it.each(["package.json", "console/package.json", "portal/package.json"])(
    "%s pins every package exactly",
    (path) => {
      const manifest = readJson<Manifest>(path);
      const pins = Object.entries({ ...manifest.dependencies, ...manifest.devDependencies });
      expect(pins.length).toBeGreaterThan(0);
      expect(pins.filter(([, version]) => !/^\d+\.\d+\.\d+(-[\w.]+)?$/.test(version))).toEqual([]);
    },
  );

  it("locks packages without naming a machine or a registry", () => {
    const { packages } = readJson<{ packages: Record<string, Locked> }>("package-lock.json");
    const addressed = Object.values(packages).filter(
      (locked) =>
        locked.resolved !== undefined &&
        locked.link !== true &&
        !locked.resolved.startsWith("https://registry.npmjs.org/"),
    );
    expect(addressed).toEqual([]);
  });
});
