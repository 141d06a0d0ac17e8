import type { CompiledHead, CompiledPolicy } from "../compile/compiled.ts";
import { PolicyFault } from "../fault.ts";
import type { Direction, Fact, GrantKind, MoneyBase } from "../model.ts";
import { own } from "../own.ts";
import { headIdentity } from "../read/read-head.ts";

/** One document's head among those that answer the same question. */
export type Member = { readonly policy: CompiledPolicy; readonly head: CompiledHead };

/** A head over all documents that bind a claim: the same direction, base and kind of grant. */
export type JoinedHead = {
  readonly direction: Direction;
  readonly grant: GrantKind | null;
  readonly base: MoneyBase;
  readonly members: readonly Member[];
  /** The same by document: several heads of one document on one base are summed. */
  readonly documents: readonly (readonly [Member, ...Member[]])[];
};
type GrowingHead = Omit<JoinedHead, "members" | "documents"> & {
  readonly members: Member[];
  readonly documents: [Member, ...Member[]][];
};

/** The documents that bind one claim, joined. */
export type Binding = {
  readonly policies: readonly CompiledPolicy[];
  readonly facts: ReadonlyMap<string, { readonly fact: Fact; readonly policy: CompiledPolicy }>;
  readonly heads: readonly JoinedHead[];
};

/** @throws PolicyFault when two documents mean different facts by one name. */
export function bindPolicies(policies: readonly CompiledPolicy[]): Binding {
  const facts = new Map<string, { fact: Fact; policy: CompiledPolicy }>();
  const heads = new Map<string, GrowingHead>();
  for (const policy of policies) {
    for (const fact of Object.values(policy.document.facts)) joinFact(fact, policy, facts);
    for (const head of policy.heads) joinHead({ policy, head }, heads);
  }
  return { policies, facts, heads: [...heads.values()].filter(isOwed) };
}

function joinFact(
  fact: Fact,
  policy: CompiledPolicy,
  facts: Map<string, { fact: Fact; policy: CompiledPolicy }>,
): void {
  const other = facts.get(fact.name);
  if (other === undefined) facts.set(fact.name, { fact, policy });
  else if (other.fact.type !== fact.type || other.fact.scope !== fact.scope) {
    throw new PolicyFault("conflict", policy.reference, other.policy.reference, [fact.name]);
  }
}

function joinHead(member: Member, heads: Map<string, GrowingHead>): void {
  const { direction, grant, base: name } = member.head.head;
  const base = own(member.policy.document.bases, name);
  if (base === undefined) throw new RangeError(`document without its base \`${name}\``);
  const identity = headIdentity(member.head.head);
  const known = heads.get(identity);
  if (known === undefined) {
    heads.set(identity, { direction, grant, base, members: [member], documents: [[member]] });
    return;
  }
  known.members.push(member);
  const same = known.documents.find(([{ policy }]) => policy === member.policy);
  if (same === undefined) known.documents.push([member]);
  else same.push(member);
}

/** A floor's "at most" takes nothing by itself: some policy must take first. */
function isOwed({ direction, members }: JoinedHead): boolean {
  return direction !== "take" || members.some((member) => !isFloor(member));
}

export function isFloor({ policy }: Pick<Member, "policy">): boolean {
  return policy.document.kind === "floor";
}
