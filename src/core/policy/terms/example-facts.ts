import type { CompiledPolicy, Slot } from "../compile/compiled.ts";
import { isLower } from "../cuts.ts";
import { isListed } from "../fact-kind.ts";
import type { CaseFacts, FactInput } from "../facts.ts";
import type { Clause, Condition } from "../model.ts";
import { own } from "../own.ts";
import { anyShare, elapsedSeconds, elapsedValue, inputOf, known } from "./example-values.ts";
import { marksOf, satisfying } from "./example-values.ts";

type Made = {
  readonly facts: CaseFacts;
  /** How far the case is from an ordinary one: of two that show the same, the lower is shown. */
  readonly cost: number;
  /** Times until the claim that follow from the longest of them. */
  readonly implied: ReadonlySet<string>;
};

const contradiction = 100;

/** Makes cases in which a clause holds and that are otherwise as ordinary as can be. */
export class ExampleFacts {
  readonly #policy: CompiledPolicy;
  readonly #unsaid: Readonly<Record<string, string>>;
  readonly #ordinary: CaseFacts;
  readonly #mentions: ReadonlyMap<string, Condition>;
  readonly #slots: ReadonlyMap<string, Slot>;
  readonly #askedBy = new Map<Clause, Readonly<Record<string, FactInput>>>();

  constructor(policy: CompiledPolicy, unsaid: Readonly<Record<string, string>>) {
    this.#policy = policy;
    this.#unsaid = unsaid;
    this.#slots = new Map(policy.slots.map((slot) => [slot.name, slot]));
    const conditions = policy.document.clauses.flatMap(({ when }) => when);
    this.#mentions = new Map(
      conditions
        .filter((condition) => !("beforeStart" in condition))
        .toReversed()
        .map((condition) => [condition.fact, condition]),
    );
    this.#ordinary = Object.fromEntries(policy.slots.map((slot) => [slot.name, this.#usual(slot)]));
  }

  get names(): readonly string[] {
    return this.#policy.slots.map(({ name }) => name);
  }

  /** Whether a value is what counts when nobody has alleged anything. */
  isUnsaid(name: string, input: FactInput | undefined): boolean {
    const said = own(this.#unsaid, name);
    return said !== undefined && input !== undefined && "value" in input && input.value === said;
  }

  /** The ordinary case, but for some facts. */
  ordinary(fixed: CaseFacts): CaseFacts {
    return { ...this.#ordinary, ...fixed };
  }

  of(clause: Clause, fixed: CaseFacts): Made {
    const asked = this.#asked(clause);
    const set: Record<string, FactInput> = { ...asked, ...fixed };
    const facts: Record<string, FactInput> = { ...this.#ordinary, ...set };
    const implied = new Set<string>();
    const elapsed = this.#elapsed(clause, set, fixed, { facts, implied });
    const unusual = Object.keys(asked).filter(
      (name) => JSON.stringify(asked[name]) !== JSON.stringify(this.#ordinary[name]),
    );
    return { facts, cost: unusual.length + (elapsed ? 0 : contradiction), implied };
  }

  /** What is taken when nobody says, else what the document speaks of first. */
  #usual(slot: Slot): FactInput {
    const { fact, name } = slot;
    const said = own(this.#unsaid, name) ?? (isListed(fact) ? fact.unsaid : null);
    if (said !== null) return known(said);
    const mention = this.#mentions.get(name);
    const value = mention === undefined ? null : satisfying(mention, this.#policy.constants);
    if (value !== null) return inputOf(value, slot);
    return known(isListed(fact) ? (fact.options[0]?.name ?? "") : anyShare(fact));
  }

  #asked(clause: Clause): Readonly<Record<string, FactInput>> {
    const before = this.#askedBy.get(clause);
    if (before !== undefined) return before;
    const asked: Record<string, FactInput> = {};
    this.#askedBy.set(clause, asked);
    for (const condition of clause.when) {
      const value = satisfying(condition, this.#policy.constants);
      const slot = this.#slots.get(condition.fact);
      if (value === null || slot === undefined) continue;
      asked[slot.name] = inputOf(value, slot);
    }
    return asked;
  }

  /**
   * Times since different events are told as one story: those that the clause leaves open, or only
   * bounds from below, follow the longest that is set. False where they cannot.
   */
  #elapsed(
    { when }: Clause,
    set: CaseFacts,
    fixed: CaseFacts,
    made: { readonly facts: Record<string, FactInput>; readonly implied: Set<string> },
  ): boolean {
    const clocks = this.#policy.slots.filter(({ fact }) => fact.clock?.to === "claim.filed_at");
    const secondsOf = (slot: Slot): number => {
      const input = set[slot.name];
      return input !== undefined && "value" in input ? (elapsedSeconds(slot, input.value) ?? 0) : 0;
    };
    const longest = Math.max(0, ...clocks.map(secondsOf));
    if (clocks.every(({ name }) => set[name] === undefined)) return true;
    return clocks.every((slot) => {
      if (set[slot.name]?.state === "before_start") return true;
      const condition = when.find(({ fact }) => fact === slot.name);
      const isOpen =
        condition === undefined ||
        (condition.kind === "interval" &&
          condition.bounds.every(({ operator }) => isLower(operator)));
      if (isOpen && fixed[slot.name] === undefined) {
        made.facts[slot.name] = known(elapsedValue(slot, longest), marksOf(slot));
        if (set[slot.name] === undefined || secondsOf(slot) < longest) made.implied.add(slot.name);
        return true;
      }
      return longest - secondsOf(slot) < 2 * 86_400;
    });
  }
}
