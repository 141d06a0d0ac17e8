import { add, decide, fractionText, multiply, possibleValues } from "../../../core/index.ts";
import type {
  DecideRequest,
  FactInput,
  Fraction,
  HeadDecision,
  NeededFact,
} from "../../../core/index.ts";
import { answerKey } from "./answers.ts";

/** Decisions beyond which nobody tries on: the case is too open to be bounded. */
const triesMax = 512;

/**
 * Every different answer that the evaluator gives when the missing facts are filled in, one value
 * for each part of their range that the documents tell apart; null where that takes too long.
 * `asked`: facts that were asked for in vain, which stay as they are. A share that amounts are
 * computed with is tried at both ends of each part and a millionth of it within them, because an
 * end can belong to the part beside it.
 */
export function possibilities(
  request: DecideRequest,
  asked: ReadonlySet<string> | null,
): (readonly HeadDecision[])[] | null {
  const found = new Map<string, readonly HeadDecision[]>();
  let tries = 0;
  const walk = (at: DecideRequest): boolean => {
    tries += 1;
    if (tries > triesMax) return false;
    const open = openFact(at, asked);
    if (open !== null) return valuesOf(open, at).every((input) => walk(filled(at, open, input)));
    const result = decide(at);
    // A combination that the catalogue or the document rules out is none that can be.
    if (result.status === "decided") {
      const { heads } = result.decision;
      found.set(answerKey(heads), heads);
    }
    return true;
  };
  return walk(request) ? [...found.values()] : null;
}

function openFact(request: DecideRequest, asked: ReadonlySet<string> | null): NeededFact | null {
  const result = decide(asked === null ? request : { ...request, final: false });
  if (result.status !== "needed") return null;
  return result.needed.find(({ fact }) => asked === null || !asked.has(fact)) ?? null;
}

function valuesOf({ fact }: NeededFact, { policies }: DecideRequest): FactInput[] {
  const members = policies.flatMap((policy) =>
    policy.heads.slice(0, 1).map((head) => ({ policy, head })),
  );
  return possibleValues(fact, members).flatMap(({ input, share }): FactInput[] =>
    share === null
      ? [input]
      : sharesWithin(share.lowest, share.highest).map((value) => ({ state: "attested", value })),
  );
}

function sharesWithin(lowest: Fraction, highest: Fraction): string[] {
  const between = (part: Fraction, rest: Fraction) =>
    fractionText(add(multiply(lowest, rest), multiply(highest, part)));
  const [near, far] = [
    { n: 1, d: 1_000_000 },
    { n: 999_999, d: 1_000_000 },
  ];
  const ends = [fractionText(lowest), between(near, far), between(far, near)];
  return [...new Set([...ends, fractionText(highest)])];
}

function filled(request: DecideRequest, open: NeededFact, input: FactInput): DecideRequest {
  const { fact, lineId, packetId } = open;
  if (lineId === null && packetId === null) {
    return { ...request, orderFacts: { ...request.orderFacts, [fact]: input } };
  }
  const items = request.items.map((item) =>
    item.lineId === lineId && item.packetId === packetId
      ? { ...item, facts: { ...item.facts, [fact]: input } }
      : item,
  );
  return { ...request, items };
}
