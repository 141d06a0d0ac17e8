import { createHash } from "node:crypto";
import { replay } from "../../core/index.ts";
import type { Decision } from "../../core/index.ts";
import type { OrderForClaim } from "../../orders/index.ts";
import type { ReadTx } from "../../platform/index.ts";
import { loadBound } from "../../promises/index.ts";
import type { BacktestWatch } from "../backtest/request.ts";
import { isWithin, pastPages } from "../past-pages.ts";
import type { PastOrder, PastPart } from "../past-pages.ts";
import { IdSet } from "../rules/backtest/id-set.ts";
import { auditAttestations } from "../rules/fairness/attestations.ts";
import { answersIn } from "../rules/fairness/engine.ts";
import { OutcomeTally, amountBand, paidPermille } from "../rules/fairness/outcomes.ts";
import type { Traits } from "../rules/fairness/outcomes.ts";
import type { EngineAudit, EngineFault, FairnessReport } from "../rules/fairness/report.ts";
import { selectAttested } from "../store/attested.ts";
import type { AttestedRow } from "../store/attested.ts";
import { selectExtent } from "../store/past.ts";
import type { Window } from "../store/past.ts";

/**
 * Looks over the decided claims of a window: outcomes by what is known of customers, whether the
 * engine has answered like cases alike, and where reviewers have not. null when it was stopped.
 */
export async function runFairness(
  tx: ReadTx,
  window: Window,
  watch: BacktestWatch,
): Promise<FairnessReport | null> {
  const extent = await selectExtent(tx, window);
  const outcomes = new OutcomeTally();
  const engine = new Engine(tx);
  let done = 0;
  for await (const page of pastPages(tx, window)) {
    for (const past of page) {
      for (const part of past.parts) {
        if (!isWithin(window, part)) continue;
        outcomes.add(outcomeOf(part), traitsOf(past));
        await engine.look(part);
        done += 1;
      }
    }
    if ((await watch.at(done, extent.decisions)) === "stop") return null;
  }
  const attested = await selectAttested(tx, window);
  const instant = (at: number | null) => (at === null ? null : new Date(at).toISOString());
  return {
    from: instant(window.from),
    to: instant(window.to),
    decisions: outcomes.decisions,
    ...outcomes.report(),
    engine: engine.report(),
    attestations: auditAttestations(attested.map((row) => attestedCount(tx.merchantId, row))),
  };
}

function outcomeOf({ accepted, decision, row }: PastPart) {
  const { received_at: from, decided_at: to } = row;
  const minutes = to === null ? null : Math.floor(Math.max(0, to - from) / 60_000);
  return { approved: accepted, paidPermille: paidPermille(decision), minutes };
}

/** What events have established of the customer; the channel is also a field of the order. */
function traitsOf({ order, channel }: PastOrder): Traits {
  const paidMinor = (order.facts?.lines ?? []).reduce((sum, line) => sum + line.paidMinor, 0);
  return {
    region: established(order, "region"),
    tier: established(order, "tier"),
    channel: established(order, "channel") ?? channel,
    amount: amountBand(paidMinor, order.currency),
  };
}

function established({ record }: OrderForClaim, fact: string): string | null {
  const last = record.events.findLast(
    (event) => event.kind === "fact_established" && event.fact === fact && event.lineId === null,
  );
  return last?.kind === "fact_established" ? String(last.value) : null;
}

/** Stable over reports of a merchant, and of no use to look a person up by. */
function attestedCount(merchantId: string, { by_id, ...row }: AttestedRow) {
  const digest = hashOf(`reviewer ${merchantId} ${by_id}`).slice(0, 6).toUpperCase();
  return { ...row, reviewer: `R-${digest}` };
}

const hashOf = (text: string): string => createHash("sha256").update(text).digest("hex");

const faultsShown = 20;

class Engine {
  readonly #tx: ReadTx;
  readonly #cases = new IdSet();
  readonly #answers = new IdSet();
  readonly #shown: EngineFault[] = [];
  #decisions = 0;
  #likeAnswers = 0;
  #faults = 0;

  constructor(tx: ReadTx) {
    this.#tx = tx;
  }

  async look({ claimId, decision, row }: PastPart): Promise<void> {
    const { kind, number } = row;
    const policies = await loadBound(this.#tx, pinsOf(decision), kind);
    this.#decisions += 1;
    if (!replay(decision, policies).same) {
      this.#fault({ claimId, number, fault: "not_replayed" });
    }
    for (const { caseText, answer } of answersIn(decision, policies)) {
      const isNewCase = this.#cases.add(hashOf(caseText));
      const isNewAnswer = this.#answers.add(hashOf(`${answer} ${caseText}`));
      if (!isNewCase) this.#likeAnswers += 1;
      // The case has come before, and never with this answer.
      if (!isNewCase && isNewAnswer) this.#fault({ claimId, number, fault: "unlike" });
    }
  }

  #fault(fault: EngineFault): void {
    this.#faults += 1;
    if (this.#shown.length < faultsShown) this.#shown.push(fault);
  }

  report(): EngineAudit {
    return {
      decisions: this.#decisions,
      likeAnswers: this.#likeAnswers,
      faults: this.#faults,
      shown: this.#shown,
    };
  }
}

const pinsOf = ({ policies }: Decision) =>
  policies.map(({ id, version, hash, params }) => ({ policyId: id, version, hash, params }));
