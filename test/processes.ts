import { spawn } from "node:child_process";
import type { ChildProcess } from "node:child_process";
import { createServer } from "node:net";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";

const binary = join(import.meta.dirname, "..", "bin", "makegood");

/** A `makegood` process with what it has said so far. */
export interface Running {
  readonly child: ChildProcess;
  readonly output: { out: string; error: string };
  /** Its exit code, or null where a signal ended it. */
  readonly ended: Promise<number | null>;
  /** Resolves once the text was said; fails when the process ends without it. */
  said(text: string): Promise<void>;
  kill(signal?: NodeJS.Signals): Promise<void>;
}

/** Starts the command line as a stranger would, with settings of its own. */
export function makegood(args: readonly string[], settings: NodeJS.ProcessEnv): Running {
  const env = { ...process.env, ...settings };
  const child = spawn(process.execPath, [binary, ...args], {
    env,
    stdio: ["ignore", "pipe", "pipe"],
  });
  const output = { out: "", error: "" };
  child.stdout.setEncoding("utf8").on("data", (text: string) => (output.out += text));
  child.stderr.setEncoding("utf8").on("data", (text: string) => (output.error += text));
  let over = false;
  const ended = new Promise<number | null>((resolve) => {
    child.once("close", (code) => {
      over = true;
      resolve(code);
    });
  });
  return {
    child,
    output,
    ended,
    async said(text) {
      while (!(output.out + output.error).includes(text)) {
        if (over) throw new Error(`\`${args.join(" ")}\` ended: ${output.error}${output.out}`);
        await sleep(20);
      }
    },
    async kill(signal = "SIGKILL") {
      child.kill(signal);
      await ended;
    },
  };
}

/** A port that was free a moment ago. */
export function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer();
    server.listen(0, "127.0.0.1", () => {
      const { port } = server.address() as AddressInfo;
      server.close(() => resolve(port));
    });
  });
}
