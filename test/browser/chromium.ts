import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { chromium } from "playwright-core";
import type { Browser } from "playwright-core";

const commands = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];

/** The browser of `CHROMIUM_PATH`, else the system's. */
function chromiumPath(): string {
  const named = process.env["CHROMIUM_PATH"];
  if (named !== undefined && named !== "") {
    if (existsSync(named)) return named;
    throw new Error(`CHROMIUM_PATH names \`${named}\`, and there is no such file`);
  }
  for (const command of commands) {
    const { status, stdout } = spawnSync("which", [command], { encoding: "utf8" });
    if (status === 0) return stdout.trim();
  }
  throw new Error("there is no Chromium: install one, or name it in CHROMIUM_PATH");
}

// Its own sandbox refuses root, as which containers run; only our own pages are opened in it.
export const openBrowser = (): Promise<Browser> =>
  chromium.launch({
    executablePath: chromiumPath(),
    args: ["--no-sandbox", "--disable-dev-shm-usage"],
  });
