import { setTimeout as sleep } from "node:timers/promises";
import { countByReference, fileClaim } from "../../claims/index.ts";
import type { ReferenceCount } from "../../claims/index.ts";
import { accounts, ledgerSum, trialBalance } from "../../ledger/index.ts";
import type { Balance } from "../../ledger/index.ts";
import { orderIdsOf, readRetailRows } from "../../orders/index.ts";
import { readTransaction, StartError, systemActor, transact } from "../../platform/index.ts";
import type { Platform } from "../../platform/index.ts";
import { sumSettled } from "../../treasury/index.ts";
import { answered } from "../cli/answered.ts";
import type { Progress } from "../cli/progress.ts";
import { claimOf, referencePrefix, unmatched } from "./filing.ts";
import { retailAccount } from "./account.ts";
import { cancellationsOf } from "./lots.ts";
import type { Cancellation } from "./lots.ts";
import { reportOf } from "./report.ts";
import type { Money, ReplayReport } from "./report.ts";

/** Claims that are filed at the same time. */
const filedAtOnce = 12;
const pollMs = 200;
/** When no claim has ended for so long, whatever they wait for needs a person. */
const stillMs = 300_000;

/** The cancellations of the file; refused as a whole where a row of it is bad. */
export async function readCancellations(path: string): Promise<Cancellation[]> {
  return cancellationsOf(answered(await readRetailRows(path)));
}

/**
 * Files every cancellation line as a claim, in any number of attempts: a line that was filed before
 * answers with its claim. Workers pay meanwhile.
 */
export async function fileAll(
  platform: Platform,
  merchantId: string,
  cancellations: readonly Cancellation[],
  progress: Progress,
): Promise<void> {
  const orderIds = await importedOrders(platform, merchantId, cancellations);
  const unit = { merchantId, actor: systemActor(merchantId, "replay"), route: "replay" };
  const waiting = byCustomer(cancellations);
  let filed = 0;
  const one = async (): Promise<void> => {
    for (let ofOne = waiting.pop(); ofOne !== undefined; ofOne = waiting.pop()) {
      for (const cancellation of ofOne) {
        const body = claimOf(cancellation, orderIds);
        answered(await transact(platform, unit, (tx) => fileClaim(tx, body)));
        progress.at((filed += 1), cancellations.length);
      }
    }
  };
  await Promise.all(Array.from({ length: filedAtOnce }, one));
  progress.end();
}

/**
 * Claims on one order wait for each other, and all on an order are its customer's: one after the
 * other they never do. Whoever cancelled most comes last, to be taken first.
 */
function byCustomer(cancellations: readonly Cancellation[]): Cancellation[][] {
  const groups = new Map<string, Cancellation[]>();
  for (const one of cancellations) {
    const { customer, invoice } = one.row;
    const whose = customer === "" ? invoice : customer;
    groups.set(whose, [...(groups.get(whose) ?? []), one]);
  }
  return [...groups.values()].sort((one, other) => one.length - other.length);
}

async function importedOrders(
  platform: Platform,
  merchantId: string,
  cancellations: readonly Cancellation[],
): Promise<Map<string, string>> {
  const named = cancellations.flatMap(({ lots }) => lots.map(({ invoice }) => invoice));
  const invoices = [...new Set(named)];
  const found = await readTransaction(platform, merchantId, (tx) => orderIdsOf(tx, invoices));
  const missing = invoices.find((invoice) => !found.has(invoice));
  if (missing === undefined) return found;
  throw new StartError(
    `invoice \`${missing}\` is not imported: run \`makegood import --format online-retail\` first`,
  );
}

/** Waits until every claim has ended, or until it is plain that some will not by themselves. */
export async function waitForEnd(
  platform: Platform,
  merchantId: string,
  progress: Progress,
): Promise<void> {
  let before = { ended: -1, at: performance.now() };
  for (;;) {
    const counts = await readTransaction(platform, merchantId, (tx) =>
      countByReference(tx, referencePrefix),
    );
    const all = total(counts);
    const ended = total(counts.filter(({ status }) => isEnd.has(status)));
    progress.at(ended, all);
    if (ended === all) break;
    if (ended !== before.ended) before = { ended, at: performance.now() };
    if (performance.now() - before.at > stillMs) throw new StartError(stuckSentence(all - ended));
    await sleep(pollMs);
  }
  progress.end();
}

const stuckSentence = (claims: number): string =>
  `${claims} claims have not ended and nothing has moved for five minutes: look at their payouts ` +
  "in the console, then run the same command again";

const isEnd: ReadonlySet<string> = new Set(["settled", "refused", "withdrawn"]);
const total = (counts: readonly ReferenceCount[]): number =>
  counts.reduce((sum, { claims }) => sum + claims, 0);

/** The table, with the money as the books have it. */
export async function report(
  platform: Platform,
  merchantId: string,
  cancellations: readonly Cancellation[],
): Promise<ReplayReport> {
  const { counts, money, balances } = await readTransaction(platform, merchantId, async (tx) => ({
    counts: await countByReference(tx, referencePrefix),
    money: moneyOf(await sumSettled(tx), await ledgerSum(tx)),
    balances: await trialBalance(tx),
  }));
  checkOutcomes(counts, cancellations);
  checkBooks(balances);
  return reportOf(cancellations, money);
}

/** The table is the file's; the claims as they ended must say the same of every line. */
function checkOutcomes(
  counts: readonly ReferenceCount[],
  cancellations: readonly Cancellation[],
): void {
  for (const [outcome, reason] of Object.entries(unmatched)) {
    const ended = total(counts.filter((count) => count.unmatched === reason));
    const lines = cancellations.filter((one) => one.outcome === outcome).length;
    if (ended !== lines) throw new Error(`${ended} claims ended as ${reason} for ${lines} lines`);
  }
  const nothingAsked = cancellations.filter(({ askedMinor, lots }) => {
    const paid = lots.reduce((sum, { paidMinor }) => sum + paidMinor, 0);
    return lots.length > 0 && Math.min(askedMinor, paid) === 0;
  });
  const covered = cancellations.filter(({ lots }) => lots.length > 0).length;
  const settled = total(counts.filter(({ status }) => status === "settled"));
  if (settled === covered - nothingAsked.length) return;
  throw new Error(`${settled} claims settled of ${covered} lines that are covered`);
}

/** When all has ended nothing may be owed or on its way. */
function checkBooks(balances: readonly Balance[]): void {
  const { account } = retailAccount;
  const between = [
    accounts.customerOwed,
    accounts.gatewayInFlight(account),
    accounts.gatewayParked(account),
  ];
  const left = balances.find((one) => between.includes(one.account) && one.balance !== 0n);
  if (left === undefined) return;
  throw new Error(`${left.balance} minor units of ${left.unit} are left in ${left.account}`);
}

function moneyOf(
  settled: Awaited<ReturnType<typeof sumSettled>>,
  sums: Awaited<ReturnType<typeof ledgerSum>>,
): Money {
  const pounds = settled.find(({ unit }) => unit === "GBP");
  return {
    payouts: pounds?.payouts ?? 0,
    totalPaidMinor: pounds?.units ?? 0n,
    ledgerSumMinor: sums.reduce((total, { sum }) => total + (sum < 0n ? -sum : sum), 0n),
  };
}
