import type { Audience, CompiledPolicy } from "../../../core/index.ts";

/** A pinned policy with the parameters of the order. */
export interface BoundPin {
  readonly policyId: string;
  readonly params: Readonly<Record<string, string>>;
}

export interface Draft {
  readonly policyId: string;
  /** Claim kinds that it answers. */
  readonly answers: readonly string[];
  readonly binds: readonly Audience[];
  /** Names of its parameters. */
  readonly parameters: readonly string[];
  /** Policies whose place it takes, its own predecessor among them. */
  readonly replaces: ReadonlySet<string>;
}

/** The parameters that an order gives to the draft; those that it does not know fall away. */
export function paramsFor(
  draft: Draft,
  pins: readonly BoundPin[],
): Readonly<Record<string, string>> {
  const replaced = pins.filter(({ policyId }) => draft.replaces.has(policyId));
  // The predecessor's own parameters come last and so hold.
  const ordered = [...replaced].sort(
    (left, right) =>
      Number(left.policyId === draft.policyId) - Number(right.policyId === draft.policyId),
  );
  const given = Object.assign({}, ...ordered.map(({ params }) => params)) as Record<string, string>;
  const known = Object.entries(given).filter(([name]) => draft.parameters.includes(name));
  return Object.fromEntries(known);
}

/** Whether the draft would bind a claim of this kind by this customer at all. */
export const reaches = (draft: Draft, kind: string, audience: Audience): boolean =>
  draft.answers.includes(kind) && draft.binds.includes(audience);

/** What binds once the draft stands in its predecessor's place, or beside the others. */
export function rebound(
  bound: readonly CompiledPolicy[],
  draft: Draft,
  compiled: CompiledPolicy | null,
): CompiledPolicy[] {
  const kept = bound.filter(({ document }) => !draft.replaces.has(document.id));
  if (compiled === null) return kept;
  const place = bound.findIndex(({ document }) => draft.replaces.has(document.id));
  // In the place of its predecessor: of equal answers the first document is the one that is named.
  const before = bound.slice(0, Math.max(0, place)).filter((each) => kept.includes(each));
  return [...before, compiled, ...kept.filter((each) => !before.includes(each))];
}
