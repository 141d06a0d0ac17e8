import { type Refusal, isRefusal, refuse } from "../money/index.ts";
import { dayText, parseDay } from "./day.ts";
import { padded } from "./padded.ts";
import { type Instant, dayMs } from "./time.ts";
import { type Zone, offsetAt } from "./zone.ts";

const form =
  /^(\d{4}-\d\d-\d\d)T([01]\d|2[0-3]):([0-5]\d):([0-5]\d)(?:\.(\d{1,3}))?(?:Z|([+-])([01]\d|2[0-3]):([0-5]\d))$/;

/**
 * Reads `2026-11-22T09:30:00+08:00` or `…Z`, with up to three decimals of a second.
 * A time without an offset is refused: which instant it means nobody can tell.
 */
export function parseInstant(text: string): Instant | Refusal {
  const [, date = "", hour, minute, second, decimals = "", sign = "", hours = 0, minutes = 0] =
    form.exec(text) ?? [];
  const day = parseDay(date);
  if (isRefusal(day)) {
    return refuse(
      "not_an_instant",
      `\`${text}\` is not a time: write it with its offset, like 2026-11-22T09:30:00+08:00`,
    );
  }
  const local = ((day * 24 + Number(hour)) * 60 + Number(minute)) * 60 + Number(second);
  const offset = (Number(hours) * 60 + Number(minutes)) * 60 * (sign === "-" ? -1 : 1);
  return (local - offset) * 1000 + Number(decimals.padEnd(3, "0"));
}

/** `2026-11-22T09:30:00+08:00` in a zone; milliseconds are written when there are any. */
export function formatInstant(instant: Instant, zone: Zone): string {
  // Offsets of before about 1970 can have seconds, which ISO 8601 cannot write.
  const offset = Math.round(offsetAt(instant, zone) / 60_000);
  const local = instant + offset * 60_000;
  const day = Math.floor(local / dayMs);
  const time = local - day * dayMs;
  const clock = [time / 3_600_000, (time / 60_000) % 60, (time / 1000) % 60];
  const text = clock.map((value) => padded(Math.floor(value), 2)).join(":");
  const decimals = time % 1000 === 0 ? "" : `.${padded(time % 1000, 3)}`;
  return `${dayText(day)}T${text}${decimals}${offsetText(offset)}`;
}

function offsetText(minutes: number): string {
  const size = Math.abs(minutes);
  const sign = minutes < 0 ? "-" : "+";
  return `${sign}${padded(Math.floor(size / 60), 2)}:${padded(size % 60, 2)}`;
}

/** Whole seconds from one instant to another, floored: 259,200.9 s are 259,200. */
export function elapsedSeconds(from: Instant, to: Instant): number {
  return Math.floor((to - from) / 1000);
}

/** Whether `to` lies within the seconds after `from`: 72 h is 259,200 s, one more is late. */
export function within(from: Instant, to: Instant, seconds: number): boolean {
  return elapsedSeconds(from, to) <= seconds;
}
