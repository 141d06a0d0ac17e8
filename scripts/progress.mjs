// Progress goes to standard error, so that `makegood … --json` prints nothing but its answer.
const marks = ["⠋", "⠙", "⠹", "⠸", "⠼", "⠴", "⠦", "⠧", "⠇", "⠏"];

/** Shows that work is under way; returns the function that ends the line. */
export function progress(what) {
  const startedAt = Date.now();
  const seconds = () => `${Math.round((Date.now() - startedAt) / 1000)} s`;
  if (!process.stderr.isTTY) {
    process.stderr.write(`${what} …\n`);
    return (ok) => process.stderr.write(`${what}: ${ok ? "done" : "failed"} in ${seconds()}\n`);
  }
  let turn = 0;
  const timer = setInterval(() => {
    turn = (turn + 1) % marks.length;
    process.stderr.write(`\r${marks[turn]} ${what} ${seconds()}`);
  }, 100);
  return (ok) => {
    clearInterval(timer);
    process.stderr.write(`\r${ok ? "✓" : "✗"} ${what} ${seconds()}\u001b[K\n`);
  };
}
