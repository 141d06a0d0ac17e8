import { isRefusal, promisesRoutes, refuse } from "../../contract/index.ts";
import type { Refusal } from "../../contract/index.ts";
import { implement, readTransaction } from "../../platform/index.ts";
import type { Implementation, Platform } from "../../platform/index.ts";
import { compareApart } from "../proof/prover.ts";
import { bodyLimitBytes } from "../text-limit.ts";
import { compareTask } from "./sides.ts";
import type { CompareTask, Comparison } from "./task.ts";

export function compareApi(platform: Platform): Implementation[] {
  return [
    implement(
      promisesRoutes.comparePolicies,
      async ({ merchantId, body, language }) => {
        const task = await readTransaction(platform, merchantId, (tx) =>
          compareTask(tx, body, language),
        );
        return isRefusal(task) ? task : inTurn(merchantId, task);
      },
      { bodyLimitBytes },
    ),
  ];
}

/** Proofs of all merchants wait in the same line: nobody fills it. */
const atOnceMax = 3;
const underWay = new Map<string, number>();

async function inTurn(merchantId: string, task: CompareTask): Promise<Comparison | Refusal> {
  const running = underWay.get(merchantId) ?? 0;
  if (running >= atOnceMax) return refuse("too_many_requests", { retryAfterSeconds: 10 });
  underWay.set(merchantId, running + 1);
  try {
    return await compareApart(task);
  } finally {
    const left = (underWay.get(merchantId) ?? 1) - 1;
    if (left === 0) underWay.delete(merchantId);
    else underWay.set(merchantId, left);
  }
}
