import type { Instant } from "../../core/index.ts";
import type { ReadTx, Tx } from "../../platform/index.ts";

export type ProblemKind =
  "payouts_stopped" | "paid_beyond" | "debit_differs" | "chargeback_differs" | "payment_differs";

export type MoneyProblem = {
  readonly kind: ProblemKind;
  /** What it is about within the order: a debit, a chargeback, a payment, or a unit. */
  readonly reference: string;
  readonly unit: string;
  readonly units: number;
  /** What stands against it, where two figures differ. */
  readonly otherUnits: number | null;
};

export type ProblemOutcome = "corrected" | "collected" | "written_off" | "as_it_should_be";

export type ProblemRow = {
  readonly problem_id: string;
  readonly order_id: string;
  readonly kind: ProblemKind;
  readonly reference: string;
  readonly unit: string;
  readonly units: number;
  readonly other_units: number | null;
  readonly told_at: Instant;
  readonly closed_at: Instant | null;
  readonly closed_by: string | null;
  readonly outcome: ProblemOutcome | null;
};

const columns = `problem_id, order_id, kind, reference, unit, units::bigint as units,
  other_units::bigint as other_units, told_at, closed_at, closed_by, outcome`;

/** Opens the matters, or says anew of one that is open how it stands. */
export async function upsertProblems(
  tx: Tx,
  orderId: string,
  problems: readonly MoneyProblem[],
): Promise<void> {
  if (problems.length === 0) return;
  const text = `insert into money_problems (merchant_id, order_id, told_at, problem_id, kind,
      reference, unit, units, other_units)
    select $1, $2::uuid, $3::timestamptz, t.* from unnest($4::uuid[], $5::text[], $6::text[],
      $7::text[], $8::numeric[], $9::numeric[]) as t
    on conflict (merchant_id, order_id, kind, reference) where closed_at is null
    do update set unit = excluded.unit, units = excluded.units,
      other_units = excluded.other_units, told_at = excluded.told_at`;
  await tx.query({ name: "treasury_upsert_problems", text }, [
    tx.merchantId,
    orderId,
    new Date(tx.now),
    problems.map(() => tx.newId()),
    problems.map(({ kind }) => kind),
    problems.map(({ reference }) => reference),
    problems.map(({ unit }) => unit),
    problems.map(({ units }) => units),
    problems.map(({ otherUnits }) => otherUnits),
  ]);
}

/** Of these references of the order the matters that are open. */
export async function closeProblems(
  tx: Tx,
  orderId: string,
  kind: ProblemKind,
  stillOpen: readonly string[],
): Promise<void> {
  const text = `update money_problems set closed_at = $4, closed_by = $5, outcome = 'corrected'
    where merchant_id = $1 and order_id = $2 and kind = $3 and closed_at is null
      and reference <> all($6::text[])`;
  const values = [tx.merchantId, orderId, kind, new Date(tx.now), tx.actor.id, stillOpen];
  await tx.query({ name: "treasury_close_problems", text }, values);
}

export async function lockProblem(tx: Tx, problemId: string): Promise<ProblemRow | null> {
  const text = `select ${columns} from money_problems
    where merchant_id = $1 and problem_id = $2 for update`;
  const statement = { name: "treasury_lock_problem", text };
  return (await tx.query<ProblemRow>(statement, [tx.merchantId, problemId]))[0] ?? null;
}

export async function endProblem(tx: Tx, problemId: string, outcome: ProblemOutcome) {
  const text = `update money_problems set closed_at = $3, closed_by = $4, outcome = $5
    where merchant_id = $1 and problem_id = $2`;
  const values = [tx.merchantId, problemId, new Date(tx.now), tx.actor.id, outcome];
  await tx.query({ name: "treasury_end_problem", text }, values);
}

export type ProblemFilter = {
  readonly orderId?: string | undefined;
  readonly open?: boolean | undefined;
  readonly before: string | null;
  readonly limit: number;
};

/** Newest first: ids are in order of time. */
export async function selectProblems(tx: ReadTx, filter: ProblemFilter): Promise<ProblemRow[]> {
  const text = `select ${columns} from money_problems
    where merchant_id = $1 and ($2::uuid is null or order_id = $2)
      and ($3::boolean is null or (closed_at is null) = $3)
      and ($4::uuid is null or problem_id < $4)
    order by problem_id desc limit $5`;
  const { orderId = null, open = null, before, limit } = filter;
  const statement = { name: "treasury_select_problems", text };
  return tx.query<ProblemRow>(statement, [tx.merchantId, orderId, open, before, limit]);
}
