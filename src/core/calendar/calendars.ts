import { type CalendarData, calendarData, inZone } from "./calendar-data.ts";
import { chinaCalendar } from "./china.ts";
import { germanyCalendar } from "./germany.ts";
import { hongKongCalendar } from "./hong-kong.ts";
import { taiwanCalendar } from "./taiwan.ts";
import type { Zone } from "./zone.ts";

/** Saturdays and Sundays off and nothing else: what is known where no country's days are here. */
const weekendCalendar = calendarData({
  version: "weekend@1",
  zone: "UTC",
  lastPublishedYear: null,
  daysOff: [],
  statutory: [],
  workdays: [],
});

const calendars = {
  CN: chinaCalendar,
  TW: taiwanCalendar,
  HK: hongKongCalendar,
  DE: germanyCalendar,
  weekend: weekendCalendar,
} as const;

/** A country whose days off are known, or `weekend`. */
export type CalendarName = keyof typeof calendars;

export const calendarNames = Object.keys(calendars) as readonly CalendarName[];

/** Zones and their older names, by the country whose clocks they are. */
const countryOfZone: Readonly<Record<Zone, CalendarName>> = {
  "Asia/Shanghai": "CN",
  "Asia/Urumqi": "CN",
  "Asia/Chongqing": "CN",
  "Asia/Chungking": "CN",
  "Asia/Harbin": "CN",
  "Asia/Kashgar": "CN",
  PRC: "CN",
  "Asia/Taipei": "TW",
  ROC: "TW",
  "Asia/Hong_Kong": "HK",
  Hongkong: "HK",
  "Europe/Berlin": "DE",
  "Europe/Busingen": "DE",
};

const zoneNames = new Map(
  Object.entries(countryOfZone).map(([zone, name]) => [zone.toLowerCase(), name]),
);

/** The calendar that a zone means by itself; zones are told in any case, as the platform does. */
export const calendarOfZone = (zone: Zone): CalendarName =>
  zoneNames.get(zone.toLowerCase()) ?? "weekend";

/** Whose days off count, and where days begin and end. */
export type CalendarChoice = {
  readonly zone: Zone;
  /** Null: the country of the zone. */
  readonly calendar: CalendarName | null;
};

/** The calendar by which the days of an order, and of what is promised with it, are counted. */
export function calendarOf({ zone, calendar }: CalendarChoice): CalendarData {
  return inZone(calendars[calendar ?? calendarOfZone(zone)], zone);
}

/** The versions in force: what was reckoned with another one may come out anew. */
export const calendarVersions: readonly string[] = Object.values(calendars).map(
  ({ version }) => version,
);

/**
 * The calendar of today that goes on from the one that a version names, `taiwan@2026`; null for
 * one that the product never had.
 */
export function calendarAfter(version: string): CalendarData | null {
  const source = sourceOf(version);
  return Object.values(calendars).find((data) => sourceOf(data.version) === source) ?? null;
}

const sourceOf = (version: string): string => version.split("@")[0] ?? version;
