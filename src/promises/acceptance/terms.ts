import { type Refusal, type WireAcceptance, isRefusal, refuse } from "../../contract/index.ts";
import type { Audience } from "../../core/index.ts";
import type { ReadTx, Tx } from "../../platform/index.ts";
import { selectDefaults } from "../binding/store.ts";
import { type AcceptedPolicy, type Pin, acceptedPins } from "../pins.ts";
import { selectSettings } from "../settings.ts";
import { selectTexts } from "../store.ts";
import { conflictOf } from "./conflict.ts";
import { type ReceiptRow, lockReceipts, updateReceipts } from "./receipts-store.ts";

/** What was accepted of one policy, as it is kept with the order. */
export interface AcceptedTerms {
  readonly id: string;
  readonly version: number;
  readonly hash: string;
  /** Of the terms as they were shown, where that was told. */
  readonly termsHash: string | null;
  readonly receiptId: string | null;
}

/**
 * What the customer of an order accepted, policy by policy. A policy that asks questions is
 * accepted with the receipt of its right answers alone, and a receipt serves one order.
 */
export async function acceptTerms(
  tx: Tx,
  accepted: readonly AcceptedPolicy[],
  acceptance: WireAcceptance | null,
  orderId: string,
): Promise<AcceptedTerms[] | Refusal> {
  const rows = await selectTexts(
    tx,
    accepted.map(({ id, version }) => ({ policyId: id, version })),
  );
  const receipts = await lockReceipts(tx, acceptance?.receipts ?? []);
  const terms: AcceptedTerms[] = [];
  for (const { policy_id: id, version, hash } of rows) {
    const receipt = receipts.find((each) => each.policy_id === id && each.version === version);
    const refused = await receiptProblem(tx, id, version, receipt);
    if (refused !== null) return refused;
    const termsHash = acceptance?.termsHashes?.[id] ?? null;
    terms.push({ id, version, hash, termsHash, receiptId: receipt?.receipt_id ?? null });
  }
  const used = terms.flatMap(({ receiptId }) => (receiptId === null ? [] : [receiptId]));
  const idle = acceptance?.receipts?.find((receiptId) => !used.includes(receiptId));
  if (idle !== undefined) return refuse("policy_receipt_unfit", { receipt: idle });
  await updateReceipts(tx, used, orderId);
  return terms;
}

async function receiptProblem(
  tx: ReadTx,
  policyId: string,
  version: number,
  receipt: ReceiptRow | undefined,
): Promise<Refusal | null> {
  const { asksQuestions } = await selectSettings(tx, policyId);
  const policy = `${policyId}@${version}`;
  if (receipt === undefined) {
    return asksQuestions ? refuse("policy_questions_open", { policy }) : null;
  }
  const fits = receipt.passed && receipt.order_id === null;
  return fits ? null : refuse("policy_receipt_unfit", { receipt: receipt.receipt_id });
}

export interface LaterTerms {
  readonly accepted: readonly AcceptedPolicy[];
  /** What binds the order already: it goes on binding. */
  readonly pins: readonly Pin[];
  readonly customerKind: Audience;
  /** A customer accepts what is offered; the shop knows what it has offered. */
  readonly byCustomer: boolean;
}

/**
 * The pins of an order that accepted nothing, once its customer has accepted something. What bound
 * it before stays: of several policies the customer has the larger pay and the smaller take, so
 * that nobody loses by accepting.
 */
export async function laterPins(tx: ReadTx, later: LaterTerms): Promise<Pin[] | Refusal> {
  const { accepted, pins, customerKind, byCustomer } = later;
  const resolved = await acceptedPins(tx, accepted);
  if (isRefusal(resolved)) return resolved;
  const foreign = resolved.find(
    ({ compiled }) => !compiled.policy.document.binds.includes(customerKind),
  );
  if (foreign !== undefined) return notOffered(foreign.pin);
  const fresh = resolved
    .map(({ pin }) => pin)
    .filter((pin) => !pins.some((each) => same(each, pin)));
  const refused = byCustomer ? await unoffered(tx, fresh) : null;
  if (refused !== null) return refused;
  const all = [...pins, ...fresh];
  const conflict = await conflictOf(tx, all);
  return conflict === null ? all : refuse("policies_conflict", conflict);
}

/** What a customer may add: the published version of a default policy that its merchant opened. */
async function unoffered(tx: ReadTx, fresh: readonly Pin[]): Promise<Refusal | null> {
  const defaults = await selectDefaults(tx);
  for (const pin of fresh) {
    const member = defaults.find(({ policy_id }) => policy_id === pin.policyId);
    const { acceptLater } = await selectSettings(tx, pin.policyId);
    const [row] = await selectTexts(tx, [pin]);
    if (member === undefined || !acceptLater || row?.status !== "published") return notOffered(pin);
    const offered = await acceptedPins(tx, [
      { id: pin.policyId, version: pin.version, params: member.params },
    ]);
    if (isRefusal(offered)) return offered;
    if (!offered.some((each) => same(each.pin, pin))) return notOffered(pin);
  }
  return null;
}

const notOffered = ({ policyId, version }: Pin): Refusal =>
  refuse("policy_not_offered", { policy: `${policyId}@${version}` }, "/policies");

const keyOf = ({ hash, params }: Pin): string =>
  `${hash} ${JSON.stringify(Object.entries(params).toSorted())}`;

const same = (one: Pin, other: Pin): boolean => keyOf(one) === keyOf(other);
