import { CommanderError } from "commander";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { reportFailure } from "./failure.ts";
import { createProgram } from "./program.ts";

const usageExitCode = 2;
/** What still holds the process after its command has ended is not worth waiting for. */
const lingerMs = 3_000;

/** Runs one command as the work of this process. Sets the exit code; it never throws. */
export async function runCommandLine(args: readonly string[]): Promise<void> {
  process.exitCode = await runCommand(args);
  setTimeout(() => process.exit(), lingerMs).unref();
}

/** Runs one command and returns its exit code. */
export async function runCommand(args: readonly string[]): Promise<number> {
  let code = 0;
  const program = createProgram(ownVersion(), async (definition, call) => {
    try {
      code = (await definition.run(call)) ?? 0;
    } catch (error) {
      code = reportFailure(error, call.terminal.json);
    }
  });
  try {
    await program.parseAsync([...args], { from: "user" });
  } catch (error) {
    // Help and version end this way as well; commander has printed what there is to say.
    if (!(error instanceof CommanderError)) throw error;
    code = error.exitCode === 0 ? 0 : usageExitCode;
  }
  return code;
}

/** From the package, so that no command loads the platform only to know it. */
function ownVersion(): string {
  const text = readFileSync(join(import.meta.dirname, "../../../package.json"), "utf8");
  return (JSON.parse(text) as { version: string }).version;
}
