import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { describe, expect, test } from "vitest";
import { readSettings } from "./settings.ts";
import { StartError } from "./start-error.ts";
import { version } from "./version.ts";

const url = "postgres://app:secret-word@localhost/makegood";

describe("settings", () => {
  test("are for the embedded server when nothing is set", () => {
    expect(readSettings({})).toMatchObject({
      port: 4600,
      dataFolder: resolve(".makegood"),
      databaseUrl: null,
      ownerUrl: null,
      keysUrl: null,
    });
  });

  test.each([
    [{ MAKEGOOD_PORT: "http" }, "MAKEGOOD_PORT is `http`"],
    [{ MAKEGOOD_PORT: "70000" }, "MAKEGOOD_PORT is `70000`"],
    [{ DATABASE_URL: "mysql://u:secret-word@localhost/x" }, "DATABASE_URL is not a URL"],
    [{ DATABASE_URL: url }, "set MAKEGOOD_KEYS_URL too"],
    [{ DATABASE_OWNER_URL: url }, "set DATABASE_URL as well"],
  ])("that are wrong are one sentence: %j", (environment, sentence) => {
    const read = () => readSettings(environment);
    expect(read).toThrow(StartError);
    expect(read).toThrow(sentence);
    expect(read).not.toThrow("secret-word");
  });
});

test("the version is that of package.json", () => {
  const about = JSON.parse(
    readFileSync(resolve(import.meta.dirname, "../../package.json"), "utf8"),
  ) as { version: string };
  expect(version).toBe(about.version);
});
