import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { makegood } from "../testing.ts";

const data = mkdtempSync(join(tmpdir(), "makegood-cli-"));
// Whatever has to be built is built before anything is measured by its words.
beforeAll(() => makegood(["--version"]), 60_000);
afterAll(() => rmSync(data, { recursive: true, force: true }));

const nowhere = {
  MAKEGOOD_DATA: data,
  DATABASE_URL: "postgres://shop:s3cret@127.0.0.1:9/shop",
  DATABASE_OWNER_URL: "postgres://owner:s3cret@127.0.0.1:9/shop",
  MAKEGOOD_KEYS_URL: "postgres://shop:s3cret@127.0.0.1:9/keys",
};
const oneSentence = /^[^\n]+\n$/;

describe("makegood as a process", () => {
  test("prints its help and ends well", async () => {
    const { code, stdout, stderr } = await makegood(["--help"]);
    expect([code, stdout.includes("Usage: makegood")]).toEqual([0, true]);
    expect(stderr).toBe("");
  });

  test("ends with 2 where the call is wrong, and suggests the right one", async () => {
    const { code, stdout, stderr } = await makegood(["doctr"]);
    expect([code, stdout]).toEqual([2, ""]);
    expect(stderr).toContain("Did you mean doctor?");
  });

  test.each(["start", "serve", "work", "migrate"])(
    "%s says in one sentence that the database cannot be reached",
    async (command) => {
      const { code, stdout, stderr } = await makegood([command], nowhere);
      expect([code, stdout]).toEqual([1, ""]);
      expect(stderr).toMatch(oneSentence);
      expect(stderr).toContain("127.0.0.1:9");
      expect(stderr).not.toContain("s3cret");
    },
  );

  test("says so as JSON where that was asked for", async () => {
    const { code, stdout, stderr } = await makegood(["serve", "--json"], nowhere);
    expect([code, stderr]).toEqual([1, ""]);
    const answer = JSON.parse(stdout) as { error: string };
    expect(answer.error).toContain("cannot be reached");
  });

  test("says in one sentence that the data folder cannot be written", async () => {
    const folder = join(process.execPath, "below-a-file");
    const { code, stderr } = await makegood(["start"], { MAKEGOOD_DATA: folder });
    expect(code).toBe(1);
    expect(stderr).toMatch(oneSentence);
    expect(stderr).toContain("set MAKEGOOD_DATA to another");
  });

  test("refuses a setting that makes no sense", async () => {
    const { code, stderr } = await makegood(["start"], { MAKEGOOD_PORT: "many" });
    expect(code).toBe(1);
    expect(stderr).toBe("MAKEGOOD_PORT is `many`; set a whole number from 0 to 65535\n");
  });

  test("doctor finds what is wrong, and shows no password", async () => {
    const { code, stdout } = await makegood(["doctor", "--json"], nowhere);
    expect(code).toBe(1);
    expect(stdout).not.toContain("s3cret");
    const { isWell, settings, findings } = JSON.parse(stdout) as {
      isWell: boolean;
      settings: { name: string; value: string; from: string }[];
      findings: { about: string; status: string; sentence: string }[];
    };
    expect(isWell).toBe(false);
    expect(settings).toContainEqual({
      name: "DATABASE_URL",
      value: "postgres://shop@127.0.0.1:9/shop",
      from: "environment",
    });
    expect(settings).toContainEqual({ name: "MAKEGOOD_LOG", value: "info", from: "default" });
    expect(findings.filter(({ status }) => status === "wrong")).toEqual([
      expect.objectContaining({ about: "database" }),
    ]);
  });
});
