import { calendarData } from "./calendar-data.ts";

// The nine holidays that every Land keeps by its law, 3 October by the Einigungsvertrag. They
// follow from Easter and fixed dates, need no yearly notice, and are reckoned as far as listed.
const everywhere = [
  "2020 01-01 04-10 04-13 05-01 05-21 06-01 10-03 12-25/26",
  "2021 01-01 04-02 04-05 05-01 05-13 05-24 10-03 12-25/26",
  "2022 01-01 04-15 04-18 05-01 05-26 06-06 10-03 12-25/26",
  "2023 01-01 04-07 04-10 05-01 05-18 05-29 10-03 12-25/26",
  "2024 01-01 03-29 04-01 05-01 05-09 05-20 10-03 12-25/26",
  "2025 01-01 04-18 04-21 05-01 05-29 06-09 10-03 12-25/26",
  "2026 01-01 04-03 04-06 05-01 05-14 05-25 10-03 12-25/26",
  "2027 01-01 03-26 03-29 05-01 05-06 05-17 10-03 12-25/26",
  "2028 01-01 04-14 04-17 05-01 05-25 06-05 10-03 12-25/26",
  "2029 01-01 03-30 04-02 05-01 05-10 05-21 10-03 12-25/26",
  "2030 01-01 04-19 04-22 05-01 05-30 06-10 10-03 12-25/26",
];

/** Holidays of the whole of Germany; those of single Länder are not among them. */
export const germanyCalendar = calendarData({
  version: "germany@2030",
  zone: "Europe/Berlin",
  lastPublishedYear: 2030,
  daysOff: everywhere,
  statutory: everywhere,
  workdays: [],
});
