import { describe, expect, it } from "vitest";
import { parseWithin } from "./index.ts";

describe("a promised period as it is written", () => {
  it("is elapsed hours, business days, or calendar days from the next day", () => {
    expect(parseWithin("72h")).toEqual({ count: "seconds", seconds: 259_200 });
    expect(parseWithin("3bd")).toEqual({ count: "business_days", first: "next_day", days: 3 });
    expect(parseWithin("7d")).toEqual({
      count: "calendar_days",
      first: "next_day",
      roll: "off_holiday",
      period: { months: 0, days: 7 },
    });
  });

  it.each(["", "7", "bd", "-1d", "1.5h", "7 d", "12345d", "7days"])("is not `%s`", (text) => {
    expect(parseWithin(text)).toBeNull();
  });
});
