import { zero } from "../money/index.ts";
import type { Binding, JoinedHead, Member } from "./binding.ts";
import type { Interval } from "./candidate.ts";
import { assumptionOf } from "./assumption.ts";
import { cellOf, unknownCell } from "./cell.ts";
import { type Composed, comparedCases, compose } from "./compose.ts";
import type { CaseFacts } from "./facts.ts";
import { PolicyFault } from "./fault.ts";
import { matchRows } from "./match.ts";
import { possibleValues } from "./possible-values.ts";

/** What is known of a head in one case: its answer, or the facts that can still change it. */
export type Exploration =
  | { readonly status: "settled"; readonly composed: Composed }
  | { readonly status: "open"; readonly facts: ReadonlySet<string> };

/**
 * Walks from what is known through the values that unknown facts can have. Branches with the same
 * answer are one branch, as in a reduced decision diagram: a fact is asked for only where it makes
 * a difference. Branches that no proven document leaves possible (gaps, overlaps) do not count.
 */
export function explore(head: JoinedHead, facts: CaseFacts, binding: Binding): Exploration {
  const walk = new Walk(head, binding);
  const branch = walk.branch(facts, new Map(), true);
  if (branch === null) throw new RangeError("no branch of a case is possible");
  return branch.asked.size === 0 && branch.composed !== null
    ? { status: "settled", composed: branch.composed }
    : { status: "open", facts: branch.asked };
}

type Branch = {
  readonly id: string;
  readonly asked: ReadonlySet<string>;
  readonly composed: Composed | null;
};

/** Beyond this many branches every unknown fact is asked for: more than asked, never too little. */
const branchesMax = 20_000;

class Walk {
  readonly #head: JoinedHead;
  readonly #binding: Binding;
  readonly #ids = new Map<string, string>();
  #branches = 0;

  constructor(head: JoinedHead, binding: Binding) {
    this.#head = head;
    this.#binding = binding;
  }

  branch(facts: CaseFacts, shares: ReadonlyMap<string, Interval>, isRoot: boolean): Branch | null {
    this.#branches += 1;
    const composed = this.#compose(facts, shares, isRoot);
    if (composed === null) return null;
    if (composed !== undefined) {
      return { id: this.#idOf(composed.key), asked: new Set(composed.moving), composed };
    }
    if (this.#branches > branchesMax) return this.#giveUp(facts);
    const name = this.#nextFact(facts);
    const branches = possibleValues(name, this.#head.members).flatMap(({ input, share }) => {
      const narrowed = share === null ? shares : new Map(shares).set(name, share);
      return this.branch({ ...facts, [name]: input }, narrowed, false) ?? [];
    });
    return this.#join(name, branches);
  }

  /** null where the documents have no answer, which their proof excludes. */
  #compose(
    facts: CaseFacts,
    shares: ReadonlyMap<string, Interval>,
    isRoot: boolean,
  ): Composed | null | undefined {
    try {
      if (!isRoot && this.#head.members.some(({ policy }) => assumptionOf(policy, facts)))
        return null;
      return compose(this.#head, facts, (name) => shares.get(name) ?? rangeOf(name, this.#binding));
    } catch (error) {
      if (isRoot || !(error instanceof PolicyFault)) throw error;
      return null;
    }
  }

  #join(name: string, branches: readonly Branch[]): Branch | null {
    const [first] = branches;
    if (first === undefined) return null;
    if (branches.every(({ id }) => id === first.id)) return first;
    const asked = new Set([name, ...branches.flatMap((branch) => [...branch.asked])]);
    const id = this.#idOf([name, ...branches.map((branch) => branch.id)].join("\n"));
    return { id, asked, composed: null };
  }

  #giveUp(facts: CaseFacts): Branch {
    const asked = new Set(this.#head.members.flatMap((member) => unknownFacts(member, facts)));
    return { id: this.#idOf(`given up ${this.#branches}`), asked, composed: null };
  }

  #idOf(text: string): string {
    const id = this.#ids.get(text) ?? String(this.#ids.size);
    this.#ids.set(text, id);
    return id;
  }

  /** The first unknown fact on which an open clause of the head depends. */
  #nextFact(facts: CaseFacts): string {
    for (const known of comparedCases(this.#head, facts)) {
      for (const member of this.#head.members) {
        const name = openFact(member, known);
        if (name !== undefined) return name;
      }
    }
    throw new RangeError("an open clause depends on no unknown fact");
  }
}

/** All that a share can be while nothing is known of it. */
export function rangeOf(name: string, { facts }: Binding): Interval {
  const fact = facts.get(name)?.fact;
  const nothing = { lowest: zero, highest: zero };
  if (fact?.type !== "ratio") return nothing;
  const { from, to } = fact.range;
  if (from.kind !== "ratio" || to.kind !== "ratio") return nothing;
  return { lowest: from.value, highest: to.value };
}

function openFact({ policy, head }: Member, facts: CaseFacts): string | undefined {
  const { certain, possible } = matchRows(policy, facts);
  const open = certain.map(
    (word, index) => (word ^ (possible[index] ?? 0)) & (head.rows[index] ?? 0),
  );
  const slot = policy.slots.find(
    (each) =>
      cellOf(each, facts[each.name]) === unknownCell &&
      open.some((word, index) => (word & ~(each.every[index] ?? 0)) !== 0),
  );
  return slot?.name;
}

function unknownFacts({ policy }: Member, facts: CaseFacts): string[] {
  return policy.slots
    .filter((slot) => cellOf(slot, facts[slot.name]) === unknownCell)
    .map(({ name }) => name);
}
