import type { Entitlement } from "./entitlement.ts";

/**
 * Something owed beside the tenders: cash of a compensation in a currency, or a grant in vouchers
 * or points. `purpose` tells apart what must not be counted together.
 */
export interface Beside {
  readonly purpose: string;
  /** A currency, `voucher:<currency>` or `points`. */
  readonly unit: string;
  /** Above 0. */
  readonly units: number;
}

/** What is owed beside the tenders less what was taken on; a fall is never collected. */
export function dueBeside(entitlement: Entitlement, taken: readonly Beside[]): Beside[] {
  return owedBeside(entitlement).flatMap((owed) => {
    const before = taken.find(
      ({ purpose, unit }) => purpose === owed.purpose && unit === owed.unit,
    );
    const units = owed.units - (before?.units ?? 0);
    return units > 0 ? [{ ...owed, units }] : [];
  });
}

function owedBeside({ currency, compensations, grants }: Entitlement): Beside[] {
  const cash = compensations.map(({ reason, base, claimId, amountMinor }) => ({
    purpose: `compensation:${reason}:${base ?? claimId ?? ""}`,
    unit: currency,
    units: amountMinor,
  }));
  const given = grants.map(({ grant, base, packetId, amountMinor }) => ({
    purpose: [grant, base, ...(packetId === null ? [] : [packetId])].join(":"),
    unit: grant === "voucher" ? `voucher:${currency}` : grant,
    units: amountMinor,
  }));
  return [...sumByPurpose([...cash, ...given])].filter(({ units }) => units > 0);
}

function sumByPurpose(all: readonly Beside[]): Beside[] {
  const sums = new Map<string, Beside>();
  for (const one of all) {
    const key = `${one.purpose} ${one.unit}`;
    sums.set(key, { ...one, units: one.units + (sums.get(key)?.units ?? 0) });
  }
  return [...sums.values()];
}
