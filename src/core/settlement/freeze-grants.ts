import { largestRemainder } from "../money/index.ts";
import { at } from "./lookup.ts";
import type { DraftGrant, OrderDraft } from "./order-draft.ts";
import type { Granted } from "./order-facts.ts";

/** Attributes what came with the order to the lines it came with, by what was paid for them. */
export function frozenGrants(draft: OrderDraft, paidMinor: readonly number[]): Granted[] {
  return draft.granted.map((grant) => ({
    kind: grant.kind,
    id: grant.id,
    amount: grant.amount,
    allocations: allocations(draft, grant, paidMinor),
    packet: grant.kind === "packet" ? { spentMinor: 0, returnedMinor: 0 } : null,
  }));
}

function allocations(
  draft: OrderDraft,
  grant: DraftGrant,
  paidMinor: readonly number[],
): Granted["allocations"] {
  const lines = draft.lines
    .map((line, index) => ({ lineId: line.lineId, weight: at(paidMinor, index) }))
    .filter((line) => grant.lineIds?.includes(line.lineId) ?? line.weight > 0);
  const free = lines.every((line) => line.weight === 0);
  // Lines that cost nothing share what came with them equally.
  const parts = largestRemainder(
    lines.length === 0 ? 0 : grant.amount,
    lines.map((line) => (free ? 1 : line.weight)),
  );
  return lines.map(({ lineId }, index) => ({ lineId, amount: at(parts, index) }));
}
