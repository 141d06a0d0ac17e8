import { type Language, type Refusal, isRefusal, refuse } from "../../contract/index.ts";
import { recordDeed } from "../../merchants/index.ts";
import type { ReadTx, Tx } from "../../platform/index.ts";
import { lockBinding, selectLatest } from "../life/store.ts";
import { pinOf } from "../pins.ts";
import { type PolicySettings, selectSettings, upsertSettings } from "../settings.ts";
import { type SetMember, insertSet, selectDefaults, updateDefaultSet } from "./store.ts";
import { selectPublished } from "../store.ts";
import { titleOf } from "../title.ts";

/** The default set as it would bind an order now. */
export async function policySet(tx: ReadTx, language: Language) {
  const members = await selectDefaults(tx);
  const rows = await selectPublished(
    tx,
    members.map(({ policy_id }) => policy_id),
  );
  return {
    items: members.map(({ policy_id: policyId, params }) => {
      const row = rows.find((each) => each.policy_id === policyId);
      const title = row === undefined ? policyId : titleOf(row, language);
      return { policyId, version: row?.version ?? null, title, params };
    }),
  };
}

export interface AskedMember {
  readonly policyId: string;
  readonly params?: Readonly<Record<string, string>>;
}

/** Another default set. An order keeps the versions and parameters that it pinned. */
export async function setPolicySet(
  tx: Tx,
  asked: readonly AskedMember[],
  language: Language,
): Promise<Awaited<ReturnType<typeof policySet>> | Refusal> {
  await lockBinding(tx);
  const members = await membersOf(tx, asked);
  if (isRefusal(members)) return members;
  const setId = tx.newId();
  await insertSet(tx, setId, members);
  await updateDefaultSet(tx, setId);
  const detail = { policies: members.map(({ policyId }) => policyId) };
  await recordDeed(tx, { action: "policy_set.changed", subject: setId, detail });
  return policySet(tx, language);
}

async function membersOf(tx: Tx, asked: readonly AskedMember[]): Promise<SetMember[] | Refusal> {
  const ids = asked.map(({ policyId }) => policyId);
  const twice = ids.find((id, index) => ids.indexOf(id) !== index);
  if (twice !== undefined) return refuse("policy_set_twice", { policy: twice }, "/items");
  const rows = await selectPublished(tx, ids);
  const members: SetMember[] = [];
  for (const { policyId, params = {} } of asked) {
    const row = rows.find((each) => each.policy_id === policyId);
    if (row === undefined || row.kind === "floor") {
      return refuse("policy_unknown", { policy: policyId }, "/items");
    }
    const pin = pinOf(row, params);
    if (isRefusal(pin)) return pin;
    members.push({ policyId, params });
  }
  return members;
}

export async function changeSettings(
  tx: Tx,
  policyId: string,
  settings: PolicySettings,
): Promise<PolicySettings | Refusal> {
  if ((await selectLatest(tx, policyId)) === 0) return refuse("not_found", { what: policyId });
  await upsertSettings(tx, policyId, settings);
  await recordDeed(tx, {
    action: "policy.settings_changed",
    subject: policyId,
    detail: { ...settings },
  });
  return selectSettings(tx, policyId);
}
