import { isRefusal, refuse, treasuryRoutes } from "../contract/index.ts";
import type { Refusal } from "../contract/index.ts";
import { recordDeed } from "../merchants/index.ts";
import { implement, pageById, readTransaction, transact, viewPage } from "../platform/index.ts";
import type { Implementation, Platform, Tx } from "../platform/index.ts";
import type { Callbacks } from "./callbacks.ts";
import { createGatewayAccount } from "./flow/accounts.ts";
import { closeProblem } from "./flow/problems.ts";
import { releaseObligation, retryPayout } from "./flow/persons.ts";
import { approveTransfer, rejectTransfer, stateTransfer } from "./flow/transfers.ts";
import { selectAccounts } from "./store/accounts.ts";
import { selectObligations } from "./store/obligations.ts";
import { selectPayouts } from "./store/payouts.ts";
import { selectProblems } from "./store/problems.ts";
import { selectTransfers } from "./store/transfers.ts";
import type { TransferRow } from "./store/transfers.ts";
import {
  accountView,
  obligationView,
  orderMoney,
  payoutView,
  problemView,
  transferView,
} from "./views.ts";

function lists(platform: Platform): Implementation[] {
  return [
    implement(treasuryRoutes.listObligations, async ({ merchantId, query }) => {
      const page = await pageById(
        query,
        (before, limit) =>
          readTransaction(platform, merchantId, (tx) =>
            selectObligations(tx, { ...query, before, limit }),
          ),
        (row) => row.obligation_id,
      );
      return viewPage(page, obligationView);
    }),
    implement(treasuryRoutes.listPayouts, async ({ merchantId, query }) => {
      const page = await pageById(
        query,
        (before, limit) =>
          readTransaction(platform, merchantId, (tx) =>
            selectPayouts(tx, { ...query, before, limit }),
          ),
        (row) => row.payout_id,
      );
      return viewPage(page, payoutView);
    }),
    implement(treasuryRoutes.getOrderMoney, async ({ merchantId, params }) => {
      const found = await readTransaction(platform, merchantId, (tx) =>
        orderMoney(tx, params.orderId),
      );
      return found ?? refuse("not_found", { what: params.orderId });
    }),
  ];
}

function deeds(platform: Platform): Implementation[] {
  return [
    implement(treasuryRoutes.releaseObligation, (request) =>
      transact(platform, request, async (tx) => {
        const { obligationId: subject } = request.params;
        const { reason } = request.body;
        const row = await releaseObligation(tx, subject, reason);
        if (isRefusal(row)) return row;
        await recordDeed(tx, { action: "obligation.released", subject, detail: { reason } });
        return obligationView(row);
      }),
    ),
    implement(treasuryRoutes.retryPayout, (request) =>
      transact(platform, request, async (tx) => {
        const { payoutId: subject } = request.params;
        const row = await retryPayout(tx, subject);
        if (isRefusal(row)) return row;
        await recordDeed(tx, { action: "payout.retried", subject });
        return payoutView(row);
      }),
    ),
  ];
}

function transfers(platform: Platform): Implementation[] {
  const decided = async (
    tx: Tx,
    action: "transfer.stated" | "transfer.approved" | "transfer.rejected",
    row: TransferRow | Refusal,
  ) => {
    if (isRefusal(row)) return row;
    const { transfer_id: subject, obligation_id: obligationId } = row;
    await recordDeed(tx, { action, subject, detail: { obligationId } });
    return transferView(row);
  };
  return [
    implement(treasuryRoutes.stateTransfer, (request) =>
      transact(platform, request, async (tx) => {
        const statement = { ...request.params, ...request.body };
        return decided(tx, "transfer.stated", await stateTransfer(tx, statement));
      }),
    ),
    implement(treasuryRoutes.approveTransfer, (request) =>
      transact(platform, request, async (tx) =>
        decided(tx, "transfer.approved", await approveTransfer(tx, request.params.transferId)),
      ),
    ),
    implement(treasuryRoutes.rejectTransfer, (request) =>
      transact(platform, request, async (tx) =>
        decided(tx, "transfer.rejected", await rejectTransfer(tx, request.params.transferId)),
      ),
    ),
    implement(treasuryRoutes.listTransfers, async ({ merchantId, query }) => {
      const page = await pageById(
        query,
        (before, limit) =>
          readTransaction(platform, merchantId, (tx) =>
            selectTransfers(tx, { ...query, before, limit }),
          ),
        (row) => row.transfer_id,
      );
      return viewPage(page, transferView);
    }),
  ];
}

function gatewayAccounts(platform: Platform): Implementation[] {
  return [
    implement(treasuryRoutes.listGatewayAccounts, ({ merchantId }) =>
      readTransaction(platform, merchantId, async (tx) => ({
        items: (await selectAccounts(tx)).map(accountView),
      })),
    ),
    implement(treasuryRoutes.createGatewayAccount, (request) =>
      transact(platform, request, async (tx) => {
        const row = await createGatewayAccount(platform, tx, request.body);
        return isRefusal(row) ? row : accountView(row);
      }),
    ),
  ];
}

function problems(platform: Platform): Implementation[] {
  return [
    implement(treasuryRoutes.listMoneyProblems, async ({ merchantId, query, language }) => {
      const { orderId, open } = query;
      const page = await pageById(
        query,
        (before, limit) =>
          readTransaction(platform, merchantId, (tx) =>
            selectProblems(tx, {
              orderId,
              open: open === undefined ? undefined : open === "yes",
              before,
              limit,
            }),
          ),
        (row) => row.problem_id,
      );
      return viewPage(page, (row) => problemView(row, language));
    }),
    implement(treasuryRoutes.closeMoneyProblem, (request) =>
      transact(platform, request, async (tx) => {
        const { problemId } = request.params;
        const row = await closeProblem(tx, problemId, request.body.outcome);
        return isRefusal(row) ? row : problemView(row, request.language);
      }),
    ),
  ];
}

export function routesOf(platform: Platform, callbacks: Callbacks): Implementation[] {
  return [
    ...lists(platform),
    ...deeds(platform),
    ...transfers(platform),
    ...problems(platform),
    ...gatewayAccounts(platform),
    implement(treasuryRoutes.receiveWechatPayCallback, async ({ params, raw }) => {
      const { headers, rawBody } = raw.request;
      const refused = await callbacks.receive(
        params.callbackId,
        headers,
        rawBody?.toString("utf8") ?? "",
      );
      return refused ?? undefined;
    }),
  ];
}
