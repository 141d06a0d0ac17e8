import type { Binding, JoinedHead, Member } from "./binding.ts";
import type { Interval } from "./candidate.ts";
import { cellOf, unknownCell } from "./cell.ts";
import { type Composed, comparedCases, compose, composeProven } from "./compose.ts";
import type { CaseFacts } from "../facts.ts";
import { matchRows } from "./match.ts";
import { possibleValues } from "./possible-values.ts";
import { sharesIn } from "./shares.ts";

/** What is known of a head in one case: its answer, or the facts that can still change it. */
export type Exploration =
  | { readonly status: "settled"; readonly composed: Composed }
  | { readonly status: "open"; readonly facts: ReadonlySet<string> };

/** Beyond this many branches every unknown fact is asked for: more than asked, never too little. */
const branchesMost = 20_000;

/**
 * Walks from what is known through the values that unknown facts can have. Branches with the same
 * answer are one branch, as in a reduced decision diagram: a fact is asked for only where it makes
 * a difference. Branches that no proven document leaves possible (gaps, overlaps) do not count.
 * @throws PolicyFault for a gap or an overlap in what is known.
 * @throws RangeError when no branch is possible.
 */
export function explore(
  head: JoinedHead,
  facts: CaseFacts,
  binding: Binding,
  branchesMax = branchesMost,
): Exploration {
  const composed = compose(head, facts, sharesIn(binding));
  const walk = new Walk(head, binding, branchesMax);
  const branch = composed === undefined ? walk.divide(facts, new Map()) : walk.leaf(composed);
  if (branch === null) throw new RangeError("no branch of a case is possible");
  return branch.found;
}

type Branch = { readonly id: string; readonly found: Exploration };

class Walk {
  readonly #head: JoinedHead;
  readonly #binding: Binding;
  readonly #branchesMax: number;
  readonly #ids = new Map<string, string>();
  #branches = 0;

  constructor(head: JoinedHead, binding: Binding, branchesMax: number) {
    this.#head = head;
    this.#binding = binding;
    this.#branchesMax = branchesMax;
  }

  leaf(composed: Composed): Branch {
    const found =
      composed.moving.length === 0
        ? ({ status: "settled", composed } as const)
        : openFor(composed.moving);
    return { id: this.#idOf(composed.key), found };
  }

  /** The branches of a case whose clause is open; null where none of them is possible. */
  divide(facts: CaseFacts, shares: ReadonlyMap<string, Interval>): Branch | null {
    const name = this.#branches < this.#branchesMax ? this.#nextFact(facts) : undefined;
    if (name === undefined) return this.#giveUp(facts);
    const branches = possibleValues(name, this.#head.members).flatMap(({ input, share }) => {
      const narrowed = share === null ? shares : new Map(shares).set(name, share);
      return this.#branch({ ...facts, [name]: input }, narrowed) ?? [];
    });
    return this.#join(name, branches);
  }

  /** null where the documents have no answer, which their proof excludes. */
  #branch(facts: CaseFacts, shares: ReadonlyMap<string, Interval>): Branch | null {
    this.#branches += 1;
    const composed = composeProven(this.#head, facts, sharesIn(this.#binding, shares));
    if (composed === null) return null;
    return composed === undefined ? this.divide(facts, shares) : this.leaf(composed);
  }

  #join(name: string, branches: readonly Branch[]): Branch | null {
    const [first] = branches;
    if (first === undefined) return null;
    if (branches.every(({ id }) => id === first.id)) return first;
    const asked = branches.flatMap(({ found }) =>
      found.status === "open" ? [...found.facts] : [],
    );
    const id = this.#idOf(JSON.stringify([name, branches.map((branch) => branch.id)]));
    return { id, found: openFor([name, ...asked]) };
  }

  #giveUp(facts: CaseFacts): Branch {
    const asked = this.#head.members.flatMap((member) => unknownFacts(member, facts));
    return { id: this.#idOf(`given up ${this.#branches}`), found: openFor(asked) };
  }

  #idOf(text: string): string {
    const id = this.#ids.get(text) ?? String(this.#ids.size);
    this.#ids.set(text, id);
    return id;
  }

  /** The first unknown fact on which an open clause of the head depends. */
  #nextFact(facts: CaseFacts): string | undefined {
    for (const known of comparedCases(this.#head, facts)) {
      for (const member of this.#head.members) {
        const name = openFact(member, known);
        if (name !== undefined) return name;
      }
    }
    return undefined;
  }
}

function openFor(names: Iterable<string>): Exploration {
  return { status: "open", facts: new Set(names) };
}

/** The first unknown fact on which an open clause of one document's head depends. */
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
