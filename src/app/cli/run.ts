import { CommanderError } from "commander";
import { version } from "../../platform/index.ts";
import { reportFailure } from "./failure.ts";
import { createProgram } from "./program.ts";

const usageExitCode = 2;
/** What still holds the process after its command has ended is not worth waiting for. */
const lingerMs = 3_000;

/** Runs one command. Sets the exit code; it never throws. */
export async function runCommandLine(args: readonly string[]): Promise<void> {
  const program = createProgram(version, async (definition, call) => {
    try {
      process.exitCode = (await definition.run(call)) ?? 0;
    } catch (error) {
      process.exitCode = reportFailure(error, call.terminal.json);
    }
  });
  try {
    await program.parseAsync([...args], { from: "user" });
  } catch (error) {
    // Help and version end this way as well; commander has printed what there is to say.
    if (!(error instanceof CommanderError)) throw error;
    process.exitCode = error.exitCode === 0 ? 0 : usageExitCode;
  }
  setTimeout(() => process.exit(), lingerMs).unref();
}
