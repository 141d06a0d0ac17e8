import type { Settings } from "../../platform/index.ts";

export interface ShownSetting {
  readonly name: string;
  /** As a person may see it: no password, no key. */
  readonly value: string;
  readonly from: "environment" | "default";
}

type Environment = Readonly<Record<string, string | undefined>>;

/** Every setting, in the order of docs/settings.md. */
export function shownSettings(settings: Settings, environment: Environment): ShownSetting[] {
  const show = (name: string, value: string): ShownSetting => ({
    name,
    value,
    from: environment[name]?.trim() ? "environment" : "default",
  });
  return [
    show("MAKEGOOD_PORT", String(settings.port)),
    show("MAKEGOOD_PUBLIC_URL", settings.publicUrl ?? "as each request reached the server"),
    show("MAKEGOOD_DATA", settings.dataFolder),
    show("DATABASE_URL", shownUrl(settings.databaseUrl, "the embedded server")),
    show("DATABASE_OWNER_URL", shownUrl(settings.ownerUrl, ownerDefault(settings))),
    show("MAKEGOOD_KEYS_URL", shownUrl(settings.keysUrl, "the embedded server")),
    show("MAKEGOOD_MASTER_KEY", settings.masterKey === null ? "a file in the data folder" : "set"),
    show("MAKEGOOD_PASSWORD", environment["MAKEGOOD_PASSWORD"]?.trim() ? "set" : "not set"),
    show("MAKEGOOD_LOG", settings.logLevel),
    show("MAKEGOOD_CONNECTIONS", String(settings.connectionsMax)),
  ];
}

function ownerDefault({ databaseUrl }: Settings): string {
  return databaseUrl === null ? "the embedded server" : "none: no migrations from here";
}

function shownUrl(url: string | null, otherwise: string): string {
  if (url === null) return otherwise;
  const { protocol, username, host, pathname } = new URL(url);
  return `${protocol}//${username === "" ? "" : `${username}@`}${host}${pathname}`;
}
