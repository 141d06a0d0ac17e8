import { calendarData } from "./calendar-data.ts";

// General holidays by the yearly notices in the Gazette under the General Holidays Ordinance
// (Cap. 149), seventeen a year beside the Sundays, written down by hand and compared with a public
// table. One that falls on a Sunday is kept on the next day. Nothing is moved for a bridge.
const general = [
  "2023 01-02 01-23/25 04-05 04-07/08 04-10 05-01 05-26 06-22 07-01 09-30 10-02 10-23 12-25/26",
  "2024 01-01 02-10 02-12/13 03-29/30 04-01 04-04 05-01 05-15 06-10 07-01 09-18 10-01 10-11",
  "2024 12-25/26",
  "2025 01-01 01-29/31 04-04 04-18/19 04-21 05-01 05-05 05-31 07-01 10-01 10-07 10-29 12-25/26",
  "2026 01-01 02-17/19 04-03/04 04-06/07 05-01 05-25 06-19 07-01 09-26 10-01 10-19 12-25/26",
];

/** The general holidays of Hong Kong; Saturdays and Sundays are its weekend. */
export const hongKongCalendar = calendarData({
  version: "hong-kong@2026",
  zone: "Asia/Hong_Kong",
  lastPublishedYear: 2026,
  daysOff: general,
  statutory: general,
  workdays: [],
});
