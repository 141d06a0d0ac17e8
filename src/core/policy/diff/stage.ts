import { fraction } from "../../money/index.ts";
import { isListed } from "../fact-kind.ts";
import type { Fact, Head, ListedFact } from "../model.ts";
import { headIdentity } from "../read/read-head.ts";
import { isWish } from "../decide/settle-facts.ts";
import { buildSpace } from "../prove/build-space.ts";
import { type Group, groupOf } from "../prove/group.ts";
import { type Instance, factsRead, instanceOf } from "../prove/instance.ts";
import type { Row } from "../prove/space.ts";
import type { WalkTask } from "../prove/walk.ts";
import type { Prepared } from "./prepare.ts";

/** What a document says to one question: its heads on one base in one direction, summed. */
export type Seat = {
  readonly document: number;
  /** Groups of the walk; none where the document has no such head. */
  readonly groups: readonly number[];
  /** The same under each combination of wishes, where a floor asks for them. */
  readonly wished: readonly (readonly number[])[];
};

/** Documents on one stage: the walk that looks at all of them, and where each of them sits. */
export type Stage = {
  readonly documents: readonly Prepared[];
  readonly task: WalkTask;
  /** Per question, in the order asked, one seat per document. */
  readonly seats: readonly (readonly Seat[])[];
  /** Per document the group of the assumptions that not all make; null where it has none. */
  readonly refusing: readonly (number | null)[];
};

/** Head identities of documents, in their order. */
export function questionsOf(documents: readonly Prepared[]): string[] {
  return [
    ...new Set(
      documents.flatMap(({ document }) => document.heads.map((each) => headIdentity(each))),
    ),
  ];
}

/**
 * Sets up the walk for some questions. Boxes that every document named in `differing` takes to be
 * impossible, and those of the documents beside them, hold no case.
 */
export function stageOf(
  documents: readonly Prepared[],
  questions: readonly string[],
  differing: readonly number[],
  leavesMax: number,
): Stage {
  const builder = new Builder(documents, questions);
  const seats = questions.map((question) =>
    documents.map((_, document) => builder.seat(document, question)),
  );
  const { refusing, assumed } = builder.assumptions(differing);
  const { groups, space, rows } = builder;
  return { documents, task: { space, rows, groups, assumed, leavesMax }, seats, refusing };
}

class Builder {
  readonly groups: Group[] = [];
  readonly space: WalkTask["space"];
  readonly rows: (Row | null)[];
  readonly #documents: readonly Prepared[];
  readonly #instances: readonly Instance[];
  /** Per document its instances under wishes; none where no floor sits beside policies. */
  readonly #wished: readonly (readonly number[])[];
  readonly #byInstance: readonly (readonly (Row | null)[])[];

  constructor(documents: readonly Prepared[], questions: readonly string[]) {
    this.#documents = documents;
    const instances = documents.map(({ document }) => instanceOf(document));
    const wishes = wishesOf(documents, questions);
    this.#wished = documents.map(({ document }) => {
      if (document.kind === "floor") return [];
      return wishes.map((wished) => instances.push(instanceOf(document, new Set(), wished)) - 1);
    });
    this.#instances = instances;
    const built = buildSpace(instances);
    this.space = built.space;
    this.#byInstance = built.rows;
    this.rows = built.rows.flat();
  }

  seat(document: number, question: string): Seat {
    const heads = (this.#documents[document]?.document.heads ?? []).filter(
      (head) => headIdentity(head) === question,
    );
    const wished = this.#wished[document] ?? [];
    return {
      document,
      groups: heads.map((head) => this.#group(document, head)),
      wished: wished.map((instance) => heads.map((head) => this.#group(instance, head))),
    };
  }

  #group(instance: number, head: Head): number {
    const own = this.#instances[instance] as Instance;
    const group = groupOf(own, head, this.#byInstance[instance] ?? [], this.#offset(instance));
    return this.groups.push(group) - 1;
  }

  #offset(instance: number): number {
    return this.#byInstance.slice(0, instance).reduce((sum, rows) => sum + rows.length, 0);
  }

  assumptions(differing: readonly number[]): Pick<Stage, "refusing"> & { assumed: number[] } {
    const boxes = this.#documents.map(({ document }) =>
      document.assumptions.map(({ never }) => JSON.stringify(never)),
    );
    const assumed: number[] = [];
    const refusing = this.#documents.map(({ document }, index) => {
      const own: number[] = [];
      document.assumptions.forEach((_, at) => {
        const row = this.#offset(index) + document.clauses.length + at;
        const box = boxes[index]?.[at] ?? "";
        const isCommon = differing.every((each) => boxes[each]?.includes(box));
        if (isCommon || !differing.includes(index)) assumed.push(row);
        else own.push(row);
      });
      return own.length === 0 ? null : this.#refusal(index, own);
    });
    return { refusing, assumed };
  }

  /** Assumptions answer like clauses, so that the walk tells them apart. */
  #refusal(index: number, rows: readonly number[]): number {
    const instance = this.#instances[index] as Instance;
    const head = { ...noHead, name: "" };
    const first = this.#offset(index) + instance.document.clauses.length;
    const members = rows.map((row) => ({
      row,
      clause: row - first,
      amount: { form: "plain" as const, rate: fraction(0), rateText: "0%", fact: null },
      over: [],
      under: [],
    }));
    return this.groups.push({ instance, head, members }) - 1;
  }
}

const noHead = {
  direction: "pay",
  grant: null,
  base: "",
  max: fraction(1),
  otherwise: "silent",
} as const;

/** Every combination of the wishes that policies beside floors read; none where nothing asks. */
function wishesOf(
  documents: readonly Prepared[],
  questions: readonly string[],
): ReadonlyMap<string, string>[] {
  const isAsked = documents.some(
    ({ document }) =>
      document.kind === "floor" &&
      documents.length > 2 &&
      document.heads.some((head) => questions.includes(headIdentity(head))),
  );
  const wishes = new Map<string, ListedFact>();
  for (const { document } of isAsked ? documents : []) {
    if (document.kind === "floor") continue;
    const read = factsRead(instanceOf(document));
    for (const fact of Object.values(document.facts)) {
      if (read.has(fact.name) && isWishFact(fact)) wishes.set(fact.name, fact);
    }
  }
  let combined: ReadonlyMap<string, string>[] = wishes.size === 0 ? [] : [new Map()];
  for (const { name, options } of wishes.values()) {
    combined = combined.flatMap((chosen) =>
      options.map((option) => new Map(chosen).set(name, option.name)),
    );
  }
  return combined;
}

function isWishFact(fact: Fact): fact is ListedFact {
  return isListed(fact) && isWish(fact);
}
