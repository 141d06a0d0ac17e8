import { createLog, openPlatform, readSettings } from "../../platform/index.ts";
import type { Platform, Settings } from "../../platform/index.ts";
import type { Closing } from "../cli/closing.ts";
import { openRooms } from "./rooms.ts";
import type { Rooms } from "./rooms.ts";

export interface Opened {
  readonly settings: Settings;
  readonly platform: Platform;
  readonly rooms: Rooms;
}

export interface OpenChoice {
  readonly migrate?: boolean;
  /** Where the log goes; standard error unless said otherwise, which leaves answers alone. */
  readonly log?: { write(line: string): void };
}

/** The platform of the settings in force, with every room. Closed by `closing`. */
export async function openAll(closing: Closing, choice: OpenChoice = {}): Promise<Opened> {
  const settings = readSettings();
  const log = createLog(settings.logLevel, choice.log ?? process.stderr);
  const platform = await openPlatform(settings, { migrate: choice.migrate ?? false, log });
  closing.add(() => platform.close());
  const rooms = openRooms(platform);
  closing.add(() => rooms.close());
  return { settings, platform, rooms };
}
