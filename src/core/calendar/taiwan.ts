import { calendarData } from "./calendar-data.ts";

/**
 * Days off of Taiwan by the yearly calendars of 行政院人事行政總處 (中華民國政府行政機關辦公日曆表), written
 * down by hand and compared with a public table. From 28 May 2025 紀念日及節日實施條例 names them: since
 * then also 28 September, 25 October and 25 December, from 2026 1 May for everybody and the day
 * before New Year's Eve. A holiday on a Saturday or Sunday moves to a working day beside it, and is
 * a holiday there; days bridged against a Saturday of work (until 2025) are off without being one.
 */
export const taiwanCalendar = calendarData({
  version: "taiwan@2026",
  zone: "Asia/Taipei",
  lastPublishedYear: 2026,
  daysOff: [
    "2023 01-01/02 01-20/27 02-27/28 04-03/05 06-22/23 09-29 10-09/10",
    "2024 01-01 02-08/14 02-28 04-04/05 06-10 09-17 10-10",
    "2025 01-01 01-27/31 02-28 04-03/04 05-30/31 09-28/29 10-06 10-10 10-24/25 12-25",
    "2026 01-01 02-15/20 02-27/28 04-03/06 05-01 06-19 09-25 09-28 10-09/10 10-25/26 12-25",
  ],
  statutory: [
    "2023 01-01/02 01-21/26 02-28 04-04/05 06-22 09-29 10-10",
    "2024 01-01 02-09/14 02-28 04-04/05 06-10 09-17 10-10",
    "2025 01-01 01-28/31 02-28 04-03/04 05-30/31 09-28/29 10-06 10-10 10-24/25 12-25",
    "2026 01-01 02-15/20 02-27/28 04-03/06 05-01 06-19 09-25 09-28 10-09/10 10-25/26 12-25",
  ],
  workdays: ["2023 01-07 02-04 02-18 03-25 06-17 09-23", "2024 02-17", "2025 02-08"],
});
