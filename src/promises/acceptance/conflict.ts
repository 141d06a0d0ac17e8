import type { ReadTx } from "../../platform/index.ts";
import { loadAll } from "../bound.ts";
import type { Pin } from "../pins.ts";

/** Two policies that mean different things by one name cannot decide one claim together. */
export async function conflictOf(
  tx: ReadTx,
  pins: readonly Pin[],
): Promise<{ readonly fact: string; readonly policies: string } | null> {
  const known = new Map<string, { readonly kind: string; readonly policy: string }>();
  for (const { policy, pin } of await loadAll(tx, pins)) {
    const name = `${pin.policyId}@${pin.version}`;
    for (const fact of Object.values(policy.document.facts)) {
      const kind = `${fact.type} ${fact.scope}`;
      const other = known.get(fact.name);
      if (other !== undefined && other.kind !== kind) {
        return { fact: fact.name, policies: `${other.policy}, ${name}` };
      }
      known.set(fact.name, { kind, policy: name });
    }
  }
  return null;
}
