import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";

interface Manifest {
  readonly dependencies?: Record<string, string>;
  readonly devDependencies?: Record<string, string>;
}

interface Locked {
  readonly resolved?: string;
  readonly link?: boolean;
  readonly optionalDependencies?: Record<string, string>;
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

  it("locks every platform's part of a package, so that `npm ci` works everywhere", () => {
    const { packages } = readJson<{ packages: Record<string, Locked> }>("package-lock.json");
    const locked = new Set(Object.keys(packages).map((path) => path.split("node_modules/").pop()));
    const asked = Object.values(packages).flatMap(({ optionalDependencies }) =>
      Object.keys(optionalDependencies ?? {}),
    );
    expect(asked.length).toBeGreaterThan(0);
    expect(asked.filter((name) => !locked.has(name))).toEqual([]);
  });
});
