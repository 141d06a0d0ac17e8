import { type Audience, isRefusal as isCoreRefusal } from "../core/index.ts";
import { type Refusal, isRefusal, refuse } from "../contract/index.ts";
import type { ReadTx } from "../platform/index.ts";
import { type Compiled, compileStored } from "./compiled.ts";
import { forThisMerchant } from "./financial.ts";
import { canBind } from "./rules/lifecycle.ts";
import { selectDefaults, selectFloors } from "./binding/store.ts";
import { type TextRow, selectPublished, selectTexts } from "./store.ts";

/** A policy version that binds an order, with the parameters of the order type. */
export type Pin = {
  readonly policyId: string;
  readonly version: number;
  readonly hash: string;
  readonly params: Readonly<Record<string, string>>;
};

/** What a customer says to have accepted; the hash and the parameters may be left out. */
export type AcceptedPolicy = {
  readonly id: string;
  readonly version: number;
  readonly hash?: string;
  readonly params?: Readonly<Record<string, string>>;
};

/**
 * What binds a new order: the accepted versions, or without any the merchant's default set; and in
 * both cases the floors of the merchant's markets. Documents that bind another kind of customer are
 * left out; a customer of unknown kind is taken for a consumer.
 */
export async function resolvePins(
  tx: ReadTx,
  accepted: readonly AcceptedPolicy[] | null,
  about: { readonly customerKind?: Audience } = {},
): Promise<readonly Pin[] | Refusal> {
  const audience = about.customerKind ?? "consumer";
  const chosen = accepted === null ? await defaultPins(tx) : await acceptedPins(tx, accepted);
  if (isRefusal(chosen)) return chosen;
  const floors = await floorPins(tx);
  const pins = [...chosen, ...floors].filter(({ compiled }) =>
    compiled.policy.document.binds.includes(audience),
  );
  const byId = new Map(pins.map((pin) => [pin.pin.policyId, pin.pin]));
  return [...byId.values()];
}

/** A pin with what it was compiled to. */
export type Resolved = { readonly pin: Pin; readonly compiled: Compiled };

/** The versions that a customer says to have accepted, with every parameter written down. */
export async function acceptedPins(
  tx: ReadTx,
  accepted: readonly AcceptedPolicy[],
): Promise<Resolved[] | Refusal> {
  const wanted = accepted.map(({ id, version }) => ({ policyId: id, version }));
  const rows = wanted.length === 0 ? [] : await selectTexts(tx, wanted);
  const pins: Resolved[] = [];
  for (const [at, { id, version, hash, params }] of accepted.entries()) {
    const field = `/policies/${at}`;
    const row = rows.find((each) => each.policy_id === id && each.version === version);
    const name = `${id}@${version}`;
    if (row === undefined || !canBind(row.status)) {
      return refuse("policy_unknown", { policy: name }, field);
    }
    if (hash !== undefined && hash !== row.hash) {
      return refuse("policy_hash_differs", { policy: name, hash }, `${field}/hash`);
    }
    const pin = pinOf(row, params ?? {});
    if (isRefusal(pin)) return { ...pin, field: `${field}/params` };
    pins.push(pin);
  }
  return pins;
}

async function defaultPins(tx: ReadTx): Promise<Resolved[] | Refusal> {
  const members = await selectDefaults(tx);
  const rows = await selectPublished(
    tx,
    members.map(({ policy_id }) => policy_id),
  );
  const pins: Resolved[] = [];
  for (const { policy_id, params } of members) {
    const row = rows.find((each) => each.policy_id === policy_id);
    const pin = row === undefined ? unknown(policy_id) : pinOf(row, params);
    if (isRefusal(pin)) return pin;
    pins.push(pin);
  }
  return pins;
}

async function floorPins(tx: ReadTx): Promise<Resolved[]> {
  const floors = await selectFloors(tx);
  if (floors.length === 0) return [];
  const ids = floors.map(({ policy_id }) => policy_id);
  const rows = await selectPublished(tx, ids);
  const pins = rows.flatMap((row) => {
    const pin = pinOf(row, {});
    if (isRefusal(pin)) return [];
    // Chosen or not: one that was written without its law's text binds nobody.
    const { document } = pin.compiled.policy;
    return document.kind === "floor" && document.verified ? [pin] : [];
  });
  return forThisMerchant(tx, pins, ({ compiled }) => compiled.policy.document);
}

const unknown = (policy: string): Refusal => refuse("policy_unknown", { policy });

/** Every parameter is written down, so that a later default changes nothing for this order. */
export function pinOf(row: TextRow, params: Readonly<Record<string, string>>): Resolved | Refusal {
  const compiled = compileStored(row, params);
  if (isCoreRefusal(compiled)) {
    const policy = `${row.policy_id}@${row.version}`;
    return refuse("policy_parameter_invalid", { policy, reason: compiled.sentence }, "policies");
  }
  const { policy_id, version, hash } = row;
  const pin = { policyId: policy_id, version, hash, params: compiled.policy.params };
  return { pin, compiled };
}
