import { resolve } from "node:path";
import { StartError } from "./start-error.ts";

export interface Settings {
  /** TCP port of the API, 4600 when not set; 0 takes a free one. */
  readonly port: number;
  /** Where to listen; this machine alone unless it is said otherwise. */
  readonly host: string;
  /**
   * Under which customers reach portal and terms, such as `https://promise.example`, without a
   * slash at its end; null: as each request reached us.
   */
  readonly publicUrl: string | null;
  /** Absolute folder for the embedded server's place, blobs and the master key. */
  readonly dataFolder: string;
  /** Null: the embedded server. */
  readonly databaseUrl: string | null;
  readonly ownerUrl: string | null;
  readonly keysUrl: string | null;
  /** 32 bytes in base64; null: a file in the data folder. */
  readonly masterKey: string | null;
  readonly logLevel: string;
  /** Connections of this process to the main database. */
  readonly connectionsMax: number;
}

type Environment = Readonly<Record<string, string | undefined>>;

/** Reads the settings, or says in one sentence which of them is wrong. */
export function readSettings(environment: Environment = process.env): Settings {
  const read = (name: string): string | null => environment[name]?.trim() || null;
  const settings = {
    port: wholeNumber("MAKEGOOD_PORT", read("MAKEGOOD_PORT"), 4600, 65_535),
    host: read("MAKEGOOD_HOST") ?? "localhost",
    publicUrl: publicUrl("MAKEGOOD_PUBLIC_URL", read("MAKEGOOD_PUBLIC_URL")),
    dataFolder: resolve(read("MAKEGOOD_DATA") ?? ".makegood"),
    databaseUrl: postgresUrl("DATABASE_URL", read("DATABASE_URL")),
    ownerUrl: postgresUrl("DATABASE_OWNER_URL", read("DATABASE_OWNER_URL")),
    keysUrl: postgresUrl("MAKEGOOD_KEYS_URL", read("MAKEGOOD_KEYS_URL")),
    masterKey: read("MAKEGOOD_MASTER_KEY"),
    logLevel: read("MAKEGOOD_LOG") ?? "info",
    connectionsMax: wholeNumber("MAKEGOOD_CONNECTIONS", read("MAKEGOOD_CONNECTIONS"), 20, 1000),
  };
  requireTogether(settings);
  return settings;
}

function wholeNumber(name: string, text: string | null, otherwise: number, max: number): number {
  if (text === null) return otherwise;
  const value = Number(text);
  if (/^\d+$/.test(text) && value <= max) return value;
  throw new StartError(`${name} is \`${text}\`; set a whole number from 0 to ${max}`);
}

/** What is printed lasts: no path that we do not serve, and nothing that others can listen to. */
function publicUrl(name: string, text: string | null): string | null {
  if (text === null) return null;
  const url = URL.canParse(text) ? new URL(text) : null;
  const isLocal = /^(localhost|127(\.\d+){3}|\[::1\])$/.test(url?.hostname ?? "");
  const isSafe = url?.protocol === "https:" || (url?.protocol === "http:" && isLocal);
  if (url !== null && isSafe && url.href === `${url.origin}/`) return url.origin;
  throw new StartError(
    `${name} is \`${shownAddress(url, text)}\`; set an address such as https://promise.example, ` +
      "without a path (http for localhost alone)",
  );
}

/** A name and a password in an address are nobody's to read. */
const shownAddress = (url: URL | null, text: string): string =>
  url === null || (url.username === "" && url.password === "") ? text : `${url.protocol}//…`;

function postgresUrl(name: string, text: string | null): string | null {
  if (text === null) return null;
  // The value itself stays unsaid: it holds a password.
  const isPostgres = URL.canParse(text) && /^postgres(ql)?:$/.test(new URL(text).protocol);
  if (isPostgres) return text;
  throw new StartError(`${name} is not a URL such as postgres://user:password@host:5432/database`);
}

function requireTogether(settings: Pick<Settings, "databaseUrl" | "ownerUrl" | "keysUrl">): void {
  const { databaseUrl, ownerUrl, keysUrl } = settings;
  if (databaseUrl === null && (ownerUrl ?? keysUrl) !== null) {
    throw new StartError("set DATABASE_URL as well, or none of the database settings");
  }
  if (databaseUrl !== null && keysUrl === null) {
    throw new StartError("set MAKEGOOD_KEYS_URL too: the keys live in a database of their own");
  }
}
