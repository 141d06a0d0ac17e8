import { describe, expect, it } from "vitest";
import { accepted, isRefusal, refuse } from "./index.ts";

describe("a refusal", () => {
  it("is a value with a code and a sentence", () => {
    expect(refuse("too_old", "too old: file sooner")).toEqual({
      code: "too_old",
      sentence: "too old: file sooner",
    });
    expect(isRefusal(refuse("a", "b"))).toBe(true);
  });

  it.each([[7], ["text"], [null], [undefined], [{ code: "a" }], [{ sentence: "b" }]])(
    "is not %j",
    (value) => {
      expect(isRefusal(value)).toBe(false);
      expect(accepted(value)).toBe(value);
    },
  );

  it("where a value was certain is a bug and throws its sentence", () => {
    expect(() => accepted(refuse("too_old", "too old: file sooner"))).toThrow(
      new RangeError("too old: file sooner"),
    );
  });
});
