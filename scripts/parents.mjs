import { readFileSync } from "node:fs";

/**
 * Ends this process in an orderly way when npm, which started it through a shell, is gone. A signal
 * sent to npm ends the shell between them and never arrives here, and a server that nobody holds
 * would keep the port and the database.
 */
export function endWithParents() {
  if (process.env["npm_lifecycle_event"] === undefined) return;
  const before = parents();
  const timer = setInterval(() => {
    if (parents() === before) return;
    clearInterval(timer);
    process.kill(process.pid, "SIGTERM");
  }, 500);
  timer.unref();
}

// The shell and, where the system tells (Linux), npm above it.
function parents() {
  return `${process.ppid} ${parentOf(process.ppid)}`;
}

function parentOf(pid) {
  try {
    return /^PPid:\s*(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1] ?? "";
  } catch {
    return "";
  }
}
