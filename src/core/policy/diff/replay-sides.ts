import { firstSum } from "../fixed-sum.ts";
import {
  type Fraction,
  add,
  fractionText,
  isRefusal,
  parseFraction,
  zero,
} from "../../money/index.ts";
import { accepted } from "../../money/index.ts";
import { assumptionOf } from "../decide/assumption.ts";
import { compile } from "../compile/compile.ts";
import type { CompiledPolicy } from "../compile/compiled.ts";
import { decide } from "../decide/decide.ts";
import { decideCase } from "../decide/decide-case.ts";
import type { ClaimItem } from "../decide/decision.ts";
import type { CaseFacts } from "../facts.ts";
import { PolicyFault } from "../fault.ts";
import type { RuleDocument } from "../model.ts";
import { headIdentity } from "../read/read-head.ts";
import type { Params } from "./prepare.ts";

/** What the evaluator says to a case: a share, or why there is none. */
export type Evaluated =
  | { readonly kind: "answer"; readonly share: Fraction }
  | { readonly kind: "gap" | "overlap" | "refused" };

/** A document with the parameters of a case. */
export type Pinned = { readonly document: RuleDocument; readonly params: Params };

/** Has the evaluator decide a case under documents together; a floor alone says what it says. */
export function evaluate(pinned: readonly Pinned[], question: string, facts: CaseFacts): Evaluated {
  const policies = pinned.map(({ document, params }) => compiled(document, params, question));
  if (policies.some((policy) => assumptionOf(policy, facts) !== null)) return { kind: "refused" };
  try {
    const [only] = policies;
    const share =
      policies.length === 1 && only !== undefined ? alone(only, facts) : together(policies, facts);
    return { kind: "answer", share };
  } catch (error) {
    if (error instanceof PolicyFault && (error.code === "gap" || error.code === "overlap")) {
      return { kind: error.code };
    }
    throw error;
  }
}

function compiled(document: RuleDocument, params: Params, question: string): CompiledPolicy {
  const heads = document.heads.filter((head) => headIdentity(head) === question);
  const policy = compile({ ...document, heads }, params);
  if (isRefusal(policy)) throw new RangeError(policy.sentence);
  return policy;
}

function alone(policy: CompiledPolicy, facts: CaseFacts): Fraction {
  const { heads } = decideCase(policy, facts);
  return heads.reduce((sum, { answer }) => add(sum, answer), zero);
}

function together(policies: readonly CompiledPolicy[], facts: CaseFacts): Fraction {
  const bases = policies.flatMap(({ document }) =>
    document.heads.flatMap(({ base }) => document.bases[base] ?? []),
  );
  const result = decide({
    policies,
    currency: (bases[0] && firstSum(bases[0])?.currency) ?? "CNY",
    calendarVersion: "none",
    orderFacts: facts,
    items: itemsOf(bases[0]?.scope),
    baseOf: () => 100,
    final: true,
  });
  if (result.status !== "decided") throw new RangeError(JSON.stringify(result));
  const fraction = result.decision.heads[0]?.items[0]?.fraction;
  return fraction === undefined ? zero : accepted(parseFraction(fraction));
}

/** A line or a packet to ask about; what is answered per order is asked without it. */
function itemsOf(scope: "line" | "order" | "packet" | undefined): ClaimItem[] {
  const isPacket = scope === "packet";
  const place = { lineId: isPacket ? null : "1", packetId: isPacket ? "1" : null };
  return [{ ...place, from: 0, to: 1, facts: {} }];
}

export function evaluatedText(evaluated: Evaluated): string {
  return evaluated.kind === "answer" ? fractionText(evaluated.share) : evaluated.kind;
}
