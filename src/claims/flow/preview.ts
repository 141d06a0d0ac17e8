import { isRefusal, refuse } from "../../contract/index.ts";
import type { Refusal, WireFileClaim } from "../../contract/index.ts";
import type { Actor, ReadTx } from "../../platform/index.ts";
import { isOpen } from "../rules/lifecycle.ts";
import { previewFiling, previewMore } from "../rules/preview.ts";
import type { Preview } from "../rules/preview.ts";
import { isProblem } from "../rules/problem.ts";
import { selectClaim, selectFacts, selectItems } from "../store/read.ts";
import { givenBy } from "./again.ts";
import type { Attested } from "./again.ts";
import { refusalOf } from "./carry-out.ts";
import { claimOf } from "./claim.ts";
import { filingOf, orderIdsOf } from "./file.ts";
import { readOrders } from "./load.ts";
import type { LoadedOrder } from "./load.ts";

/** A preview with the orders that it was worked out on, for whoever shows it. */
export interface Previewed {
  readonly kind: string;
  readonly preview: Preview;
  readonly orders: readonly LoadedOrder[];
}

// No claim: what is shown is not stored, so nothing is ever found under it.
const nobody = "preview";

/** What a filing would bring: read without locks, planned by the same function, never written. */
export async function previewClaim(
  tx: ReadTx,
  actor: Actor,
  body: WireFileClaim,
): Promise<Previewed | Refusal> {
  const filing = filingOf({ actor, now: tx.now }, nobody, body);
  if (isRefusal(filing)) return filing;
  const orders = await readOrders(tx, orderIdsOf(body), body.kind);
  const preview = previewFiling(filing, orders, orders[0]?.order.zone ?? "UTC");
  return isProblem(preview) ? refusalOf(preview) : { kind: body.kind, preview, orders };
}

/** What an attestation would bring on an open claim. */
export async function previewAttestation(
  tx: ReadTx,
  actor: Actor,
  claimId: string,
  attested: Attested,
): Promise<Previewed | Refusal> {
  const row = await selectClaim(tx, claimId);
  if (row === undefined) return refuse("not_found", { what: claimId });
  if (!isOpen(row.status)) return refuse("claim_state", { state: row.status });
  const claim = claimOf(row, await selectItems(tx, claimId), await selectFacts(tx, claimId));
  const orderIds = claim.places.map(({ orderId }) => orderId);
  const orders = await readOrders(tx, orderIds, claim.kind);
  const preview = previewMore(
    claim,
    givenBy({ actor }, { ...attested, state: "attested" }),
    orders,
  );
  return isProblem(preview) ? refusalOf(preview) : { kind: claim.kind, preview, orders };
}
