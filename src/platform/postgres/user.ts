import { execFileSync } from "node:child_process";
import { StartError } from "../start-error.ts";

export interface ServerUser {
  readonly name: string;
  readonly uid: number;
  readonly gid: number;
}

const ownName = "makegood";

/** The system user that root's server runs as: our own, made when missing, else `nobody`. */
export function serverUser(): ServerUser {
  const found = lookUp(ownName) ?? create() ?? lookUp("nobody");
  if (found !== null) return found;
  throw new StartError(
    "PostgreSQL does not run as root and no other user could be made; set DATABASE_URL to a server",
  );
}

function lookUp(name: string): ServerUser | null {
  try {
    const number = (flag: string): number =>
      Number(execFileSync("id", [flag, name], { stdio: ["ignore", "pipe", "ignore"] }).toString());
    return { name, uid: number("-u"), gid: number("-g") };
  } catch {
    return null;
  }
}

function create(): ServerUser | null {
  const commands: [string, string[]][] = [
    ["useradd", ["--system", "--no-create-home", "--shell", "/usr/sbin/nologin", ownName]],
    ["adduser", ["-S", "-D", "-H", ownName]],
  ];
  for (const [command, parameters] of commands) {
    try {
      execFileSync(command, parameters, { stdio: "ignore" });
      return lookUp(ownName);
    } catch {
      continue;
    }
  }
  return null;
}
