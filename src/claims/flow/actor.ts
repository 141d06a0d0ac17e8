import type { Tx } from "../../platform/index.ts";

/** Whether whoever acts may establish facts: the system may, others by their right. */
export const mayAttest = ({ actor }: Pick<Tx, "actor">): boolean =>
  actor.kind === "system" || actor.rights.has("attest");
