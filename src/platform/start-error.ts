/**
 * Something outside the program keeps it from starting: a busy port, an unreachable database, a
 * folder that cannot be written. The command line prints the sentence and ends with exit code 1.
 */
export class StartError extends Error {
  override readonly name = "StartError";
}
