import { spawn } from "node:child_process";
import type { ChildProcess } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { runCommand } from "./cli/run.ts";

export const root = join(import.meta.dirname, "../..");
const program = join(root, "bin", "makegood");

export type Environment = Readonly<Record<string, string>>;

export interface Ended {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Nothing of the settings that the tests themselves run under. */
function environment(given: Environment): NodeJS.ProcessEnv {
  const own = Object.entries(process.env).filter(
    ([name]) => !/^(MAKEGOOD_|DATABASE_|npm_|NODE_OPTIONS|VITEST)/.test(name),
  );
  return { ...Object.fromEntries(own), MAKEGOOD_PORT: "0", ...given };
}

/** Runs `makegood` as a process of its own, to its end. */
export async function makegood(
  args: readonly string[],
  given: Environment = {},
  cwd = root,
): Promise<Ended> {
  const running = launch(args, given, cwd);
  const [code] = (await once(running.child, "close")) as [number | null];
  return { code, stdout: running.stdout(), stderr: running.stderr() };
}

/**
 * The same in this process, one command at a time: a process of its own spends most of its time on
 * starting. For what does not end a process, wait for a signal or go on.
 */
export async function makegoodHere(
  args: readonly string[],
  given: Environment = {},
  cwd = root,
): Promise<Ended> {
  const before = { env: process.env, cwd: process.cwd() };
  const [stdout, stderr] = [captured(process.stdout), captured(process.stderr)];
  process.env = environment(given);
  process.chdir(cwd);
  try {
    return { code: await runCommand(args), stdout: stdout.text(), stderr: stderr.text() };
  } finally {
    stdout.end();
    stderr.end();
    process.chdir(before.cwd);
    process.env = before.env;
  }
}

function captured(stream: NodeJS.WriteStream) {
  const write = stream.write.bind(stream);
  let text = "";
  stream.write = (chunk: string | Uint8Array) => {
    text += chunk.toString();
    return true;
  };
  return { text: () => text, end: () => void (stream.write = write) };
}

export interface Running {
  readonly child: ChildProcess;
  stdout(): string;
  stderr(): string;
}

function launch(args: readonly string[], given: Environment, cwd: string): Running {
  const child = spawn(process.execPath, [program, ...args], {
    cwd,
    env: environment(given),
    stdio: ["ignore", "pipe", "pipe"],
  });
  const text = { stdout: "", stderr: "" };
  child.stdout.on("data", (chunk: Buffer) => (text.stdout += chunk.toString()));
  child.stderr.on("data", (chunk: Buffer) => (text.stderr += chunk.toString()));
  // The bootstrap's own words, where a source was changed meanwhile, are not the program's.
  const stderr = (): string => text.stderr.replaceAll(/^building the server.*\n/gm, "");
  return { child, stdout: () => text.stdout, stderr };
}

/** Starts a command that goes on, and waits for its answer: the first line it prints. */
export async function started(
  args: readonly string[],
  given: Environment,
  cwd = root,
): Promise<Running & { readonly answer: string }> {
  const running = launch(args, given, cwd);
  const ended = once(running.child, "close");
  while (!running.stdout().includes("\n")) {
    const isOver = await Promise.race([
      ended.then(() => true),
      once(running.child.stdout ?? running.child, "data").then(() => false),
    ]);
    if (isOver) throw new Error(`makegood ${args.join(" ")} ended: ${running.stderr()}`);
  }
  return { ...running, answer: running.stdout().split("\n")[0] ?? "" };
}

/** Ctrl-C as npm passes it on: from the terminal and once more. Returns the exit code. */
export async function interrupted({ child }: Running): Promise<number | null> {
  const ended = once(child, "close");
  child.kill("SIGINT");
  child.kill("SIGINT");
  const [code] = (await ended) as [number | null];
  return code;
}
