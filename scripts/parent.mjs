/**
 * Ends this process in an orderly way when npm, which started it, is gone without a word (killed,
 * or its terminal closed): a server that nobody holds would keep the port and the database.
 */
export function endWithParent() {
  if (process.env["npm_lifecycle_event"] === undefined) return;
  const before = process.ppid;
  const timer = setInterval(() => {
    if (process.ppid === before) return;
    clearInterval(timer);
    process.kill(process.pid, "SIGTERM");
  }, 500);
  timer.unref();
}
