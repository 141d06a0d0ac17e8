import type { FloorDocument, Head, RuleDocument } from "../model.ts";
import type { Finding } from "./finding.ts";
import { type Replayed, replayCase } from "./replay-case.ts";

/**
 * Has the evaluator decide the cases of a finding, and tells whether it says what the finding says.
 * Findings without a case have nothing to replay.
 */
export function confirms(
  found: Finding,
  document: RuleDocument,
  floor: FloorDocument | null,
): boolean {
  // Where a policy has no head on the base of a floor, the floor's own head is named.
  const named = found.kind === "below_floor" && found.clauses.length === 0 ? floor : document;
  const heads = found.heads.map((name) => headOf(name, named ?? document, floor));
  switch (found.kind) {
    case "gap":
    case "overlap":
      return clashes(found, document, heads);
    case "above_base":
      return heads.every((head, index) => gives(found, 0, index, document, head));
    case "rises":
    case "falls":
    case "reads_attribute":
      return found.cases.every((_, index) => gives(found, index, index, document, heads[0]));
    case "below_floor":
    case "above_floor":
      return floorDecides(found, document, floor, heads[0]);
    case "not_allowed":
      return takesWhereCovered(found, document, floor, heads[0]);
    default:
      return true;
  }
}

function headOf(name: string, document: RuleDocument, floor: FloorDocument | null): Head {
  const own = document.heads.find((head) => head.name === name);
  const found = own ?? floor?.heads.find((head) => head.name === name);
  if (found === undefined) throw new RangeError(`no head \`${name}\``);
  return found;
}

function replayed(
  { cases }: Finding,
  index: number,
  document: RuleDocument,
  head: Head | undefined,
  floor: RuleDocument | null = null,
): Replayed {
  const found = cases[index];
  if (found === undefined || head === undefined) return { kind: "undecided", reason: "no case" };
  return replayCase(found, document, head, floor);
}

function clashes(found: Finding, document: RuleDocument, [head]: readonly Head[]): boolean {
  const result = replayed(found, 0, document, head);
  if (result.kind !== found.kind || !("clauses" in result)) return false;
  return found.clauses.every((clause) => result.clauses.some((each) => each === clause));
}

function gives(
  found: Finding,
  at: number,
  answer: number,
  document: RuleDocument,
  head: Head | undefined,
): boolean {
  const result = replayed(found, at, document, head);
  return result.kind === "answer" && result.fraction === found.answers[answer];
}

/** Joined with the floor, the floor's answer is the one that holds. */
function floorDecides(
  found: Finding,
  document: RuleDocument,
  floor: FloorDocument | null,
  head: Head | undefined,
): boolean {
  const result = replayed(found, 0, document, head, floor);
  if (result.kind !== "answer" || result.fraction !== found.answers[1]) return false;
  return result.policy === found.floor?.reference && result.clause === found.floor.clause;
}

/** The policy takes something, and the clause of the floor that pays holds. */
function takesWhereCovered(
  found: Finding,
  document: RuleDocument,
  floor: FloorDocument | null,
  head: Head | undefined,
): boolean {
  const taken = replayed(found, 0, document, head);
  const [given] = found.cases;
  if (taken.kind !== "answer" || taken.fraction === "0/1" || floor === null) return false;
  return floor.heads.some((paying) => {
    const result = given && replayCase({ ...given, params: {} }, floor, paying);
    return result?.kind === "answer" && result.clause === found.floor?.clause;
  });
}
