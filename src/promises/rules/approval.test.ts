import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Signing, signatureOf, waitMs } from "./approval.ts";

const signing = (more: Partial<Signing> = {}): Signing => ({
  by: { kind: "staff", id: "author" },
  persons: ["author"],
  isOnePerson: true,
  waitsUntil: waitMs,
  now: waitMs,
  ...more,
});

describe("who approves a version", () => {
  it("is somebody who neither wrote it nor had it verified", () => {
    const by = { kind: "staff", id: "colleague" };
    expect(signatureOf(signing({ by, isOnePerson: false, waitsUntil: null }))).toBe(
      "second_person",
    );
    expect(signatureOf(signing({ isOnePerson: false }))).toEqual({ problem: "second_person" });
    const persons = ["author", "colleague"];
    expect(signatureOf(signing({ by, persons, isOnePerson: false }))).toEqual({
      problem: "second_person",
    });
  });

  it("is never a key, whatever else is the case", () => {
    for (const kind of ["key", "customer", "system"]) {
      const by = { kind, id: "other" };
      expect(signatureOf(signing({ by }))).toEqual({ problem: "person" });
    }
  });

  it("is the only person of a merchant when the whole wait is over, to the millisecond", () => {
    expect(signatureOf(signing({ waitsUntil: null }))).toEqual({ problem: "wait_missing" });
    expect(signatureOf(signing({ now: waitMs - 1 }))).toEqual({ problem: "wait_running" });
    expect(signatureOf(signing())).toBe("wait");
  });

  it("is nobody who had a hand in it, but for one person after its wait", () => {
    const person = fc.constantFrom("a", "b", "c");
    const cases = fc.record({
      by: fc.record({ kind: fc.constantFrom("staff", "key"), id: person }),
      persons: fc.uniqueArray(person, { minLength: 1 }),
      isOnePerson: fc.boolean(),
      waitsUntil: fc.option(fc.integer({ min: 0, max: 9 }), { nil: null }),
      now: fc.integer({ min: 0, max: 9 }),
    });
    fc.assert(
      fc.property(cases, (given) => {
        const signature = signatureOf(given);
        if (typeof signature !== "string") return true;
        if (given.by.kind !== "staff") return false;
        const apart = !given.persons.includes(given.by.id);
        const waited = given.waitsUntil !== null && given.now >= given.waitsUntil;
        return signature === "second_person" ? apart : given.isOnePerson && waited && !apart;
      }),
      { seed: 31 },
    );
  });
});
