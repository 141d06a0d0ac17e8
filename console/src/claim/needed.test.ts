import { describe, expect, test } from "vitest";
import { answerPattern, attestable, attestedFacts, neededKey } from "./needed.ts";
import type { Needed } from "./needed.ts";

const need = (fact: string, type: Needed["type"], by: Needed["by"] = "reviewer"): Needed => ({
  orderId: "o",
  fact,
  name: fact,
  lineId: fact === "defect" ? "a" : null,
  packetId: null,
  by,
  proof: [],
  options: [],
  type,
});

describe("what is to be attested", () => {
  test("is what people establish, not what happens", () => {
    const needed = [need("defect", "choice"), need("day", "days", "event")];
    expect(attestable(needed).map(({ fact }) => fact)).toEqual(["defect"]);
  });

  test("is sent for what was answered alone", () => {
    const needed = [need("defect", "choice"), need("cycles", "count"), need("efficacy", "ratio")];
    const [defect, cycles, efficacy] = needed.map(neededKey);
    const answers = { [defect ?? ""]: "quality", [cycles ?? ""]: " 3 ", [efficacy ?? ""]: " " };
    expect(attestedFacts(needed, answers)).toEqual([
      { fact: "defect", value: "quality", orderId: "o", lineId: "a" },
      { fact: "cycles", value: 3, orderId: "o" },
    ]);
  });

  test("is a whole number, or a share in any of its spellings", () => {
    const fits = (type: Needed["type"], text: string) => answerPattern(type).test(text);
    expect(["41%", "41/100", "0.41", " 1/3 "].filter((text) => !fits("ratio", text))).toEqual([]);
    expect(["1/0", "x", "1/", "%"].filter((text) => fits("ratio", text))).toEqual([]);
    expect(["3", "3.5", "-1"].filter((text) => fits("count", text))).toEqual(["3"]);
  });
});
