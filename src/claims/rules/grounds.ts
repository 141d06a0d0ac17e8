import type {
  AcceptedDecision,
  Beside,
  Dispute,
  LetterSettlement,
  OrderFacts,
  OutsideDebit,
  Taken,
} from "../../core/index.ts";

/**
 * What settlement knew of an order when a claim was decided, beside what is frozen with the order:
 * kept with the decision, so that its letter can state the sums of that day.
 */
export interface Grounds {
  /** Decisions that were accepted before, by id. */
  readonly earlier: readonly string[];
  readonly taken: readonly Taken[];
  readonly takenBeside: readonly Beside[];
  readonly disputes: readonly Dispute[];
  readonly outsideDebits: readonly OutsideDebit[];
  readonly packets: readonly PacketState[];
}

interface PacketState {
  readonly id: string;
  readonly spentMinor: number;
  readonly returnedMinor: number;
}

interface Known {
  readonly facts: OrderFacts;
  readonly accepted: readonly AcceptedDecision[];
  readonly taken: readonly Taken[];
  readonly takenBeside: readonly Beside[];
}

export function groundsOf({ facts, accepted, taken, takenBeside }: Known): Grounds {
  return {
    earlier: accepted.map(({ decisionId }) => decisionId),
    taken: taken.filter(({ units }) => units !== 0),
    takenBeside,
    disputes: facts.disputes,
    outsideDebits: facts.outsideDebits,
    packets: [
      ...facts.granted.flatMap(({ id, packet }) => (packet === null ? [] : [{ id, ...packet }])),
      ...(facts.spent ?? []).map(({ packetId, spentMinor }) => ({
        id: packetId,
        spentMinor,
        returnedMinor: 0,
      })),
    ],
  };
}

/** What is known of an order when its letter is written. */
interface KnownNow {
  readonly facts: OrderFacts;
  /** Every decision that was accepted by now. */
  readonly all: readonly AcceptedDecision[];
  /** Of them, those that count as earlier where nothing was kept, by id. */
  readonly earlier: readonly string[];
  readonly taken: readonly Taken[];
  readonly takenBeside: readonly Beside[];
}

/** The order as it stood then; as it stands now where nothing was kept. */
export function settlementOf(now: KnownNow, grounds: Grounds | null): LetterSettlement {
  const { earlier, taken, takenBeside } = grounds ?? now;
  return {
    asOf: grounds === null ? "issue" : "decision",
    order: grounds === null ? now.facts : orderAt(now.facts, grounds),
    earlier: now.all.filter(({ decisionId }) => earlier.includes(decisionId)),
    taken,
    takenBeside,
  };
}

function orderAt(facts: OrderFacts, { disputes, outsideDebits, packets }: Grounds): OrderFacts {
  const granted = facts.granted.map((grant) => {
    const state = packets.find(({ id }) => id === grant.id);
    if (grant.packet === null || state === undefined) return grant;
    const { spentMinor, returnedMinor } = state;
    return { ...grant, packet: { spentMinor, returnedMinor } };
  });
  // What was spent later of what the order sold had not been spent then.
  const spent = facts.spent?.flatMap(({ packetId }) => {
    const state = packets.find(({ id }) => id === packetId);
    return state === undefined ? [] : [{ packetId, spentMinor: state.spentMinor }];
  });
  return { ...facts, ...(spent === undefined ? {} : { spent }), granted, disputes, outsideDebits };
}
