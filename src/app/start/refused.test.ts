import { once } from "node:events";
import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { makegood, makegoodHere } from "../testing.ts";

describe("a start that cannot be", () => {
  it("says that the port is taken before it makes anything", async () => {
    const folder = mkdtempSync(join(tmpdir(), "makegood-refused-"));
    const data = join(folder, "data");
    const other = createServer();
    await once(other.listen(0), "listening");
    const port = String((other.address() as AddressInfo).port);
    const settings = { MAKEGOOD_DATA: data, MAKEGOOD_PORT: port };
    expect(await makegood(["start"], settings)).toEqual({
      code: 1,
      stdout: "",
      stderr: `port ${port} is taken by another program; set MAKEGOOD_PORT to a free one\n`,
    });
    expect(existsSync(data)).toBe(false);
    other.close();
    rmSync(folder, { recursive: true });
  });

  // Node's own way of making folders never returns there.
  it.runIf(existsSync("/proc/self"))("says that nothing can be made in /proc", async () => {
    const settings = { MAKEGOOD_DATA: "/proc/nope" };
    const trouble = "the data folder `/proc/nope` cannot be written (";
    const refused = await makegood(["start"], settings);
    expect(refused).toMatchObject({ code: 1, stdout: "" });
    expect(refused.stderr.trim().split("\n")).toHaveLength(1);
    expect(refused.stderr).toContain(trouble);
    const examined = await makegoodHere(["doctor"], settings);
    expect(examined.code).toBe(1);
    expect(examined.stdout).toContain(`✗ data folder: ${trouble}`);
    expect(examined.stdout).not.toContain("can be written");
  });
});
