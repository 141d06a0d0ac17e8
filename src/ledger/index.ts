/** The ledger's door: post transfers, read balances. */
export { balance, ledgerSum, post, trialBalance, writeCheckpoint } from "./flow.ts";
export { ledgerQueues } from "./jobs.ts";
export { ledgerApi } from "./routes.ts";
export { accounts } from "./transfer.ts";
export type { Balance, Transfer, UnitSum } from "./transfer.ts";
