import { describe, expect, test } from "vitest";
import { type Fraction, parseFraction } from "../../money/index.ts";
import type { Member } from "./binding.ts";
import type { Candidate, Interval } from "./candidate.ts";
import { candidateOf, intervalText, joinAnswers, keepsFloor } from "./candidate.ts";
import { sharesThatMove } from "./candidate.ts";
import type { CaseFacts } from "../facts.ts";
import { matchRows } from "./match.ts";
import { compiled, known, policyText } from "../testing/documents.ts";

const read = (text: string) => parseFraction(text) as Fraction;
const between = (lowest: string, highest = lowest): Interval => ({
  lowest: read(lowest),
  highest: read(highest),
});

function memberOf(text: string, index = 0): Member {
  const policy = compiled(text);
  return { policy, head: policy.heads[index]! };
}

/** The clause with both ends of its answer, where every share lies between the two given. */
function candidate(member: Member, facts: CaseFacts, share = between("1/4", "1/2")) {
  const found = candidateOf(member, matchRows(member.policy, facts), facts, () => share);
  return found && `${found.clause}: ${intervalText(found)}`;
}

describe("one document's answer", () => {
  const paying = (amount: string) => memberOf(policyText(`  a: {give: {pay: ${amount}}}`));

  test("is one value where its clause computes with no share", () => {
    expect(candidate(paying("90%"), {})).toBe("0: 9/10 9/10");
  });

  test("lies between the answers at both ends of a share, whichever is the larger", () => {
    expect(candidate(paying("{rate: 100%, less: used}"), {})).toBe("0: 1/2 3/4");
    expect(candidate(paying("{rate: 100%, unused: used}"), {})).toBe("0: 1/2 3/4");
    expect(candidate(paying("{rate: 100%, part: used}"), {})).toBe("0: 1/4 1/2");
    expect(candidate(paying("{rate: 30%, less: used}"), {})).toBe("0: 0/1 1/20");
  });

  test("is open while it is unknown which clause holds", () => {
    const member = memberOf(
      policyText(`  a: {when: {ended: yes}, give: {pay: 100%}}
  b: {when: {ended: no}, give: {pay: 50%}}`),
    );
    expect(candidate(member, {})).toBeUndefined();
    expect(candidate(member, known({ ended: false }))).toBe("1: 1/2 1/2");
  });

  test("of a grant that no clause gives is nothing", () => {
    const heads =
      "{pay: {pay: order.prepaid}, sorry: {grant: points, of: order.prepaid, otherwise: none}}";
    const member = memberOf(policyText("  a: {give: {pay: 100%}}", heads), 1);
    expect(candidate(member, {})).toBe("-1: 0/1 0/1");
  });

  test("is none where a floor is silent", () => {
    const floor = memberOf(`
makegood: floor/1
id: floor
version: 1
heads: {pay: {pay: order.prepaid}}
clauses: {a: {cite: art. 1, when: {ended: yes}, give: {pay: 80%}}}`);
    expect(candidate(floor, known({ ended: false }))).toBeNull();
    expect(candidate(floor, known({ ended: true }))).toBe("0: 4/5 4/5");
  });
});

describe("joined answers", () => {
  const joined = (direction: "pay" | "take" | "grant", ...answers: Interval[]) => {
    const found = joinAnswers(direction, answers);
    return found && intervalText(found);
  };
  const [low, high] = [between("10%", "80%"), between("30%", "50%")];

  test("have the larger of both ends for a pay and a grant, the smaller for a take", () => {
    expect(joined("pay", low, high)).toBe("3/10 4/5");
    expect(joined("grant", high, low)).toBe("3/10 4/5");
    expect(joined("take", low, high)).toBe("1/10 1/2");
    expect(joined("take", high, low)).toBe("1/10 1/2");
  });

  test("of one document are its own, of none are none", () => {
    expect(joined("pay", low)).toBe("1/10 4/5");
    expect(joined("pay")).toBeNull();
  });
});

describe("a floor is kept", () => {
  test("by a pay that is at least as much, whatever the shares are", () => {
    const floor = between("40%", "50%");
    expect(keepsFloor("pay", between("50%", "90%"), floor)).toBe(true);
    expect(keepsFloor("grant", between("51%", "90%"), floor)).toBe(true);
    expect(keepsFloor("pay", between("49%", "90%"), floor)).toBe(false);
  });

  test("by a take that is at most as much, whatever the shares are", () => {
    const floor = between("40%", "50%");
    expect(keepsFloor("take", between("10%", "40%"), floor)).toBe(true);
    expect(keepsFloor("take", between("10%", "39%"), floor)).toBe(true);
    expect(keepsFloor("take", between("10%", "41%"), floor)).toBe(false);
  });
});

describe("the shares that can move a joined answer", () => {
  const member = memberOf(policyText("  a: {give: {pay: 100%}}"));
  const giving = (fact: string | null, ...ends: [string, string?]): Candidate => ({
    member,
    clause: 0,
    amount: { form: fact === null ? "plain" : "part", rate: read("1"), rateText: "1", fact },
    ...between(...ends),
  });
  const moving = (direction: "pay" | "take", ...candidates: Candidate[]) =>
    sharesThatMove(direction, joinAnswers(direction, candidates)!, candidates);

  test("of a pay are those that can raise it above what is certain", () => {
    const fixed = giving(null, "50%");
    expect(moving("pay", fixed, giving("used", "0", "51%"))).toEqual(["used"]);
    expect(moving("pay", fixed, giving("used", "0", "50%"))).toEqual([]);
    expect(moving("pay", giving("used", "0", "1"), giving("effect", "0", "20%"))).toEqual([
      "used",
      "effect",
    ]);
  });

  test("of a take are those that can lower it below what is certain", () => {
    const fixed = giving(null, "50%");
    expect(moving("take", fixed, giving("used", "49%", "1"))).toEqual(["used"]);
    expect(moving("take", fixed, giving("used", "50%", "1"))).toEqual([]);
  });

  test("are none of a clause without a share, and of no clause", () => {
    const none: Candidate = { ...giving(null, "20%"), amount: null };
    const wide = between("10%", "90%");
    expect(sharesThatMove("pay", wide, [none, giving(null, "20%")])).toEqual([]);
  });
});

test("an interval is told by both ends in lowest terms", () => {
  expect(intervalText(between("2/4", "6/8"))).toBe("1/2 3/4");
});
