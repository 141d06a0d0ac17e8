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
      publicUrl: null,
      databaseUrl: null,
      ownerUrl: null,
      keysUrl: null,
    });
  });

  test.each([
    [{ MAKEGOOD_PORT: "http" }, "MAKEGOOD_PORT is `http`"],
    [{ MAKEGOOD_PORT: "70000" }, "MAKEGOOD_PORT is `70000`"],
    [{ MAKEGOOD_PUBLIC_URL: "promise.example" }, "MAKEGOOD_PUBLIC_URL is `promise.example`"],
    [{ MAKEGOOD_PUBLIC_URL: "http://promise.example" }, "`http://promise.example`"],
    [{ MAKEGOOD_PUBLIC_URL: "ftp://localhost" }, "http for localhost alone"],
    [{ MAKEGOOD_PUBLIC_URL: "https://promise.example/shop" }, "without a path"],
    [{ MAKEGOOD_PUBLIC_URL: "https://promise.example?x" }, "without a path"],
    [{ MAKEGOOD_PUBLIC_URL: "https://u:secret-word@promise.example" }, "`https://…`"],
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

test.each([
  ["https://promise.example", "https://promise.example"],
  [" https://Promise.Example:8443/ ", "https://promise.example:8443"],
  ["http://localhost:4600", "http://localhost:4600"],
  ["http://127.0.0.1/", "http://127.0.0.1"],
  ["http://[::1]:80", "http://[::1]"],
])("customers reach us under %s", (given, publicUrl) => {
  expect(readSettings({ MAKEGOOD_PUBLIC_URL: given })).toMatchObject({ publicUrl });
});

test("the version is that of package.json", () => {
  const about = JSON.parse(
    readFileSync(resolve(import.meta.dirname, "../../package.json"), "utf8"),
  ) as { version: string };
  expect(version).toBe(about.version);
});
