import { describe, expect, it } from "vitest";
import { factsAt } from "./facts.ts";
import type { SaidFact } from "./facts.ts";

const line = { orderId: "o", lineId: "a", packetId: null };
const said = (
  fact: string,
  value: string,
  state: "claimed" | "attested",
  where = line,
): SaidFact => ({
  ...where,
  fact,
  value,
  state,
});
const events = { day_receipt: { state: "event", value: 3 } } as const;

describe("what is known at a place", () => {
  it("keeps events against claims, and takes attestations over both", () => {
    expect(factsAt(line, events, [said("day_receipt", "1", "claimed")])).toEqual(events);
    const attested = [said("day_receipt", "2", "attested"), said("day_receipt", "9", "claimed")];
    expect(factsAt(line, events, attested)).toEqual({
      day_receipt: { state: "attested", value: "2" },
    });
  });

  it("takes the later of two claims and of two attestations", () => {
    const both = [said("defect", "none", "claimed"), said("defect", "quality", "claimed")];
    expect(factsAt(line, {}, both)).toEqual({ defect: { state: "claimed", value: "quality" } });
    const again = [said("defect", "none", "attested"), said("defect", "quality", "attested")];
    expect(factsAt(line, {}, again)).toEqual({ defect: { state: "attested", value: "quality" } });
  });

  it("does not carry a fact to another line, packet or order", () => {
    for (const where of [
      { ...line, lineId: "b" },
      { ...line, orderId: "p" },
      { ...line, packetId: "k" },
    ] as (typeof line)[]) {
      expect(factsAt(line, {}, [said("defect", "quality", "claimed", where)])).toEqual({});
    }
  });
});
