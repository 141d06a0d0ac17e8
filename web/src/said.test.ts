import { describe, expect, test } from "vitest";
import { answerPattern, factValue, givenFact, saidKey } from "./said.ts";
import type { FactType } from "./said.ts";

const at = { orderId: "o", lineId: null, packetId: null };

describe("what is said of a case", () => {
  test("travels with its place, counts as numbers and shares as they are written", () => {
    expect(givenFact({ ...at, fact: "cycles", type: "count" }, " 3 ")).toEqual({
      fact: "cycles",
      value: 3,
      orderId: "o",
    });
    expect(givenFact({ ...at, lineId: "a", fact: "defect", type: "choice" }, "quality")).toEqual({
      fact: "defect",
      value: "quality",
      orderId: "o",
      lineId: "a",
    });
    expect(factValue("ratio", " 1/3 ")).toBe("1/3");
    expect(factValue("flag", "yes")).toBe("yes");
  });

  test("is told apart by fact and place", () => {
    const keys = [
      saidKey({ ...at, fact: "a" }),
      saidKey({ ...at, fact: "b" }),
      saidKey({ ...at, fact: "a", lineId: "x" }),
      saidKey({ ...at, fact: "a", packetId: "x" }),
      saidKey({ ...at, fact: "a", orderId: "x" }),
    ];
    expect(new Set(keys).size).toBe(keys.length);
  });

  test("is a whole number, or a share in any of its spellings", () => {
    const fits = (type: FactType, text: string) =>
      new RegExp(`^(?:${answerPattern(type)})$`).test(text);
    expect(["41%", "41/100", "0.41", " 1/3 "].filter((text) => !fits("ratio", text))).toEqual([]);
    expect(["1/0", "x", "1/", "%"].filter((text) => fits("ratio", text))).toEqual([]);
    expect(["3", "3.5", "-1"].filter((text) => fits("count", text))).toEqual(["3"]);
  });
});
