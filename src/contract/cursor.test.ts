import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { decodeCursor, encodeCursor } from "./cursor.ts";
import { isRefusal } from "./errors.ts";

describe("a cursor", () => {
  it("comes back as it went out, and fits an address as it is", () => {
    const parts = fc.array(fc.string({ unit: "grapheme" }), { minLength: 1, maxLength: 4 });
    fc.assert(
      fc.property(parts, (given) => {
        const cursor = encodeCursor(given);
        expect(decodeCursor(cursor, given.length)).toEqual(given);
        expect(cursor).toMatch(/^[\w-]*$/);
      }),
      { seed: 20260131 },
    );
  });

  it("is refused when it is not one of ours", () => {
    expect(decodeCursor(undefined, 2)).toBeNull();
    const wrong = ["%", "!!", encodeCursor(["a"]), btoa("%E0%A4%A,x")];
    expect(wrong.map((cursor) => isRefusal(decodeCursor(cursor, 2)))).toEqual(
      wrong.map(() => true),
    );
  });
});
