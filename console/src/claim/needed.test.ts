import { describe, expect, test } from "vitest";
import { saidKey } from "../../../web/src/index.ts";
import type { Needed } from "../../../web/src/index.ts";
import { attestable, attestationOf, exampleAmount, isAmount, notProven, sumKey } from "./needed.ts";
import type { Sum } from "./needed.ts";

const need = (fact: string, type: Needed["type"], by: Needed["by"] = "reviewer"): Needed => ({
  orderId: "o",
  fact,
  name: fact,
  lineId: fact === "defect" ? "a" : null,
  packetId: null,
  by,
  proof: [],
  options: [],
  provable: false,
  type,
});

describe("what is to be attested", () => {
  test("is what people establish, not what happens", () => {
    const needed = [need("defect", "choice"), need("day", "days", "event")];
    expect(attestable(needed).map(({ fact }) => fact)).toEqual(["defect"]);
  });

  test("is sent for what was answered alone", () => {
    const needed = [need("defect", "choice"), need("cycles", "count"), need("efficacy", "ratio")];
    const [defect, cycles, efficacy] = needed.map(saidKey);
    const answers = { [defect ?? ""]: "quality", [cycles ?? ""]: " 3 ", [efficacy ?? ""]: " " };
    expect(attestationOf(needed, [], { answers }).facts).toEqual([
      { fact: "defect", value: "quality", orderId: "o", lineId: "a" },
      { fact: "cycles", value: 3, orderId: "o" },
    ]);
  });
});

describe("an attestation", () => {
  test("says apart what is found and what is not proven, and to whom each note goes", () => {
    const needed = [need("defect", "choice"), need("cycles", "count")];
    const [defect, cycles] = needed.map(saidKey);
    const answers = { [defect ?? ""]: notProven, [cycles ?? ""]: "3" };
    const notes = { note: " for us ", customerNote: "why" };
    expect(attestationOf(needed, [], { answers, ...notes })).toEqual({
      facts: [{ fact: "cycles", value: 3, orderId: "o" }],
      unproven: [{ fact: "defect", orderId: "o", lineId: "a" }],
      note: "for us",
      customerNote: "why",
    });
    expect(attestationOf(needed, [], { note: " " })).toEqual({});
  });
});

describe("a sum on a receipt", () => {
  const sum = (currency: string, orderId = "o"): Sum => ({
    orderId,
    fact: "base.return.freight",
    name: "the return freight",
    currency,
    mostMinor: 100_000,
  });

  test("is sent in minor units, with the currency that it was read in", () => {
    const sums = [sum("CNY"), sum("JPY", "p"), sum("KWD", "q"), sum("CNY", "r")];
    const texts = ["12.5", " 120 ", "0.125", ""];
    const answers = Object.fromEntries(sums.map((one, at) => [sumKey(one), texts[at]]));
    const fact = "base.return.freight";
    expect(attestationOf([], sums, { sums: answers }).facts).toEqual([
      { orderId: "o", fact, value: 1250, currency: "CNY" },
      { orderId: "p", fact, value: 120, currency: "JPY" },
      { orderId: "q", fact, value: 125, currency: "KWD" },
    ]);
  });

  test("is not what the API would refuse", () => {
    const fits = (text: string) => isAmount(text, sum("CNY"));
    expect(["0", "0.01", "1000.00"].filter((text) => !fits(text))).toEqual([]);
    const others = ["", "-1", "1.005", "1,000", "¥5", "1e3", "1000.01"];
    expect(others.filter(fits)).toEqual([]);
    expect(isAmount("1.5", sum("JPY"))).toBe(false);
  });

  test.each(["CNY", "JPY", "KWD"])("has an example that fits %s", (currency) => {
    expect(isAmount(exampleAmount(currency), sum(currency))).toBe(true);
  });
});
