import { isRefusal, refuse } from "../../contract/index.ts";
import type {
  Refusal,
  WireAcceptance,
  WireAcceptanceView,
  WireCreateOrder,
  WireLaterAcceptance,
} from "../../contract/index.ts";
import type { ReadTx, Tx } from "../../platform/index.ts";
import { acceptTerms, laterPins } from "../../promises/index.ts";
import type { AcceptedTerms } from "../../promises/index.ts";
import type { OrderPorts } from "../ports.ts";
import { firstAhead, givenInstant } from "../rules/instants.ts";
import { insertAcceptance, selectAcceptances, updatePins } from "../store/acceptances.ts";
import { lockOrder } from "../store/select-orders.ts";
import { instantText } from "../views.ts";
import { loadFactsForClaims } from "./load-orders.ts";

/** What is wrong with an acceptance before any policy is looked at. */
export function acceptanceProblem(
  tx: Pick<Tx, "now">,
  acceptance: WireAcceptance | undefined,
  policies: WireCreateOrder["policies"],
): Refusal | null {
  if (acceptance === undefined) return null;
  const ahead = firstAhead([acceptance.acceptedAt], tx.now);
  if (ahead !== null) return refuse("instant_ahead", { instant: ahead }, "/acceptance/acceptedAt");
  const ids = (policies ?? []).map(({ id }) => id);
  if (ids.length === 0) {
    const reason = "something is accepted, and no policy is named";
    return refuse("order_invalid", { reason }, "/policies");
  }
  const stray = Object.keys(acceptance.termsHashes ?? {}).find((id) => !ids.includes(id));
  if (stray === undefined) return null;
  const reason = `terms of \`${stray}\` were shown, and it was not accepted`;
  return refuse("order_invalid", { reason }, "/acceptance/termsHashes");
}

/** Keeps how the policies of a new order were accepted, where that was told. */
export async function recordAcceptance(
  tx: Tx,
  orderId: string,
  { policies, acceptance }: Pick<WireCreateOrder, "policies" | "acceptance">,
): Promise<null | Refusal> {
  if (policies === undefined) return null;
  const terms = await acceptTerms(tx, policies, acceptance ?? null, orderId);
  if (isRefusal(terms)) return terms;
  if (acceptance !== undefined) await insert(tx, orderId, acceptance, terms, false);
  return null;
}

/**
 * The customer of an order that accepted nothing accepts policies after all. They bind beside what
 * bound it before, for claims that are decided from now on; what was decided stays.
 */
export async function acceptLater(
  tx: Tx,
  ports: Pick<OrderPorts, "lockMoney">,
  orderId: string,
  { policies, acceptance }: WireLaterAcceptance,
): Promise<null | Refusal> {
  const problem = acceptanceProblem(tx, acceptance, policies);
  if (problem !== null) return problem;
  await ports.lockMoney(tx, orderId);
  const locked = await lockOrder(tx, orderId);
  const [order] = await loadFactsForClaims(tx, [orderId]);
  if (locked === null || order === undefined) return refuse("not_found", { what: orderId });
  const { orderNumber, pins, pinsFrom, customerKind } = order;
  if (pinsFrom === "accepted") return refuse("order_terms_accepted", { orderNumber });
  const byCustomer = tx.actor.kind === "customer";
  const all = await laterPins(tx, { accepted: policies, pins, customerKind, byCustomer });
  if (isRefusal(all)) return all;
  const terms = await acceptTerms(tx, policies, acceptance, orderId);
  if (isRefusal(terms)) return terms;
  await updatePins(tx, orderId, all);
  await insert(tx, orderId, acceptance, terms, true);
  tx.emit({ type: "OrderTermsAccepted", subject: orderId, payload: { orderId, policies: terms } });
  return null;
}

function insert(
  tx: Tx,
  orderId: string,
  acceptance: WireAcceptance,
  policies: readonly AcceptedTerms[],
  later: boolean,
): Promise<void> {
  const { channel, means, language } = acceptance;
  const acceptedAt = givenInstant(acceptance.acceptedAt) ?? tx.now;
  const row = { accepted_at: acceptedAt, channel, means, language, policies, later };
  return insertAcceptance(tx, orderId, row);
}

/** How and when the customer of an order accepted what binds it, oldest first. */
export async function acceptancesOf(tx: ReadTx, orderId: string): Promise<WireAcceptanceView[]> {
  const rows = await selectAcceptances(tx, orderId);
  return rows.map((row) => ({
    acceptanceId: row.acceptance_id,
    acceptedAt: instantText(row.accepted_at),
    channel: row.channel,
    means: row.means as WireAcceptanceView["means"],
    language: row.language as WireAcceptanceView["language"],
    later: row.later,
    policies: row.policies.map((each) => ({ ...each })),
  }));
}
