import {
  type Language,
  type Refusal,
  type Texts,
  isRefusal,
  refuse,
} from "../../contract/index.ts";
import { isRefusal as isCoreRefusal } from "../../core/index.ts";
import { recordDeed } from "../../merchants/index.ts";
import type { ReadTx, Tx } from "../../platform/index.ts";
import { compileStored, entryOf } from "../compiled.ts";
import { forThisMerchant } from "../financial.ts";
import { floorOf } from "../floors.ts";
import { lockBinding } from "../life/store.ts";
import type { ProofRecord } from "../proof/record.ts";
import { deleteFloor, insertFloors, selectMarkets } from "./store.ts";
import { type TextRow, selectPublishedOf, selectProofs } from "../store.ts";
import { titleOf } from "../title.ts";

/** Said wherever a merchant chooses which law binds it. */
const notice: Texts = {
  "zh-CN":
    "Makegood 是软件，不提供法律意见。这里选择的底线只约束此后的新订单；" +
    "选择哪些市场、底线是否完整，请由您的法律顾问确认。",
  "zh-TW":
    "Makegood 是軟體，不提供法律意見。這裡選擇的底線只約束此後的新訂單；" +
    "選擇哪些市場、底線是否完整，請由您的法律顧問確認。",
  en:
    "Makegood is software and gives no legal advice. Floors chosen here bind new orders only; " +
    "have your counsel confirm which markets apply and whether their floors are complete.",
};

export interface MarketFloor {
  readonly market: string;
  readonly policyId: string;
}

/** Every published floor with its market: which bind, and what was proven against them. */
export async function marketFloors(tx: ReadTx, language: Language) {
  const [rows, chosen, proofs] = await Promise.all([
    selectPublishedOf(tx, "floor"),
    selectMarkets(tx),
    selectProofs(tx),
  ]);
  const own = await forThisMerchant(tx, rows, floorOf);
  const known = rows.flatMap((row) => {
    const stated = marketOf(row);
    const markets = chosen.filter(({ policy_id }) => policy_id === row.policy_id);
    const named = [...new Set([...markets.map(({ market }) => market), ...(stated ?? [])])];
    return named.sort().map((market) => ({ market, row }));
  });
  const items = known.map(({ market, row }) => {
    const isChosen = chosen.some(
      (each) => each.market === market && each.policy_id === row.policy_id,
    );
    return floorView({ market, row, isChosen, isOwn: own.includes(row), proofs }, language);
  });
  return { notice: notice[language], items };
}

interface Shown {
  readonly market: string;
  readonly row: TextRow;
  readonly isChosen: boolean;
  /** Whether it is for merchants such as this one. */
  readonly isOwn: boolean;
  readonly proofs: readonly ProofRecord[];
}

type Why = "chosen" | "not_chosen" | "not_verified" | "not_financial";

function whyOf(isChosen: boolean, verified: boolean, isOwn: boolean): Why {
  if (!isChosen) return "not_chosen";
  if (!verified) return "not_verified";
  return isOwn ? "chosen" : "not_financial";
}

function floorView({ market, row, isChosen, isOwn, proofs }: Shown, language: Language) {
  const floor = floorOf(row);
  const verified = floor?.verified ?? false;
  const why = whyOf(isChosen, verified, isOwn);
  return {
    market,
    policyId: row.policy_id,
    version: row.version,
    title: titleOf(row, language),
    source: floor?.source ?? null,
    inForce: floor?.inForce ?? null,
    merchants: floor?.merchants ?? "all",
    verified,
    binds: why === "chosen",
    why,
    notProven: proofs
      .filter(({ floors }) => !floors.some(({ hash }) => hash === row.hash))
      .map(({ document }) => document),
  };
}

/** The market that a floor states, as the list of one; null where it states none. */
function marketOf(row: TextRow): string[] | null {
  const compiled = compileStored(row, {});
  if (isCoreRefusal(compiled)) return null;
  const { market } = entryOf(compiled.policy).carried;
  return market === null ? null : [market];
}

/** From now on new orders are bound by the floor as well. */
export async function addFloor(tx: Tx, asked: MarketFloor): Promise<null | Refusal> {
  await lockBinding(tx);
  const { market, policyId } = asked;
  const rows = await selectPublishedOf(tx, "floor");
  const row = rows.find(({ policy_id }) => policy_id === policyId);
  if (row === undefined || !(marketOf(row) ?? [market]).includes(market)) return unknown(asked);
  await insertFloors(tx, [{ market, policyId }]);
  await recordDeed(tx, { action: "floor.chosen", subject: policyId, detail: { market } });
  return null;
}

/** New orders are no longer bound by the floor; those that pinned it keep it. */
export async function removeFloor(tx: Tx, asked: MarketFloor): Promise<null | Refusal> {
  await lockBinding(tx);
  if (!(await deleteFloor(tx, asked))) return unknown(asked);
  const { market, policyId } = asked;
  await recordDeed(tx, { action: "floor.left", subject: policyId, detail: { market } });
  return null;
}

const unknown = ({ market, policyId }: MarketFloor): Refusal =>
  refuse("floor_unknown", { market, policy: policyId });

/** A step, and the list as it then is. */
export async function floorsAfter(
  tx: Tx,
  step: Promise<null | Refusal>,
  language: Language,
): Promise<Awaited<ReturnType<typeof marketFloors>> | Refusal> {
  const refused = await step;
  return isRefusal(refused) ? refused : marketFloors(tx, language);
}
