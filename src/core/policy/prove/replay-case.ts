import { firstSum } from "../fixed-sum.ts";
import { at, isRefusal } from "../../money/index.ts";
import { compile } from "../compile/compile.ts";
import type { CompiledPolicy } from "../compile/compiled.ts";
import { decide } from "../decide/decide.ts";
import type { ClaimItem } from "../decide/decision.ts";
import { PolicyFault } from "../fault.ts";
import type { Head, RuleDocument } from "../model.ts";
import { headIdentity } from "../read/read-head.ts";
import type { ProofCase } from "./proof-case.ts";

/** What the evaluator says to a case of a proof, about one head. */
export type Replayed =
  | { readonly kind: "gap" | "overlap"; readonly clauses: readonly string[] }
  | {
      readonly kind: "answer";
      /** `id@version` of the deciding document, and its clause. */
      readonly policy: string;
      readonly clause: string | null;
      readonly fraction: string;
    }
  | { readonly kind: "silent" }
  /** The case cannot be decided: a bug of the proof. */
  | { readonly kind: "undecided"; readonly reason: string };

/** Has the evaluator decide a case under a document, together with a floor where one is given. */
export function replayCase(
  { params, facts }: ProofCase,
  document: RuleDocument,
  head: Head,
  floor: RuleDocument | null = null,
): Replayed {
  const policies: CompiledPolicy[] = [];
  for (const each of floor === null ? [document] : [document, floor]) {
    const alone = floor === null;
    const policy = compile(narrowed(each, head, alone), each === document ? params : {});
    if (isRefusal(policy)) return { kind: "undecided", reason: policy.sentence };
    policies.push(policy);
  }
  const base = document.bases[head.base] ?? floor?.bases[head.base];
  try {
    const result = decide({
      policies,
      currency: (base && firstSum(base)?.currency) ?? "CNY",
      calendarVersion: "none",
      orderFacts: facts,
      items: itemsOf(base?.scope),
      baseOf: () => 100,
      final: true,
    });
    if (result.status !== "decided") return { kind: "undecided", reason: JSON.stringify(result) };
    const [decided] = result.decision.heads.filter(({ items }) => items.length > 0);
    if (decided === undefined) return { kind: "silent" };
    const { policy, clause } = at(decided.trace, 0);
    return { kind: "answer", policy, clause, fraction: at(decided.items, 0).fraction };
  } catch (error) {
    if (!(error instanceof PolicyFault)) throw error;
    const { code, names, message } = error;
    if (code !== "gap" && code !== "overlap") return { kind: "undecided", reason: message };
    return { kind: code, clauses: names };
  }
}

/**
 * A document with the one head that is asked about; beside another document with all its heads that
 * answer the same question. Alone, a floor is asked for what it says, as if it were a policy.
 */
function narrowed(document: RuleDocument, head: Head, alone: boolean): RuleDocument {
  const heads = document.heads.filter((each) =>
    alone ? each.name === head.name : headIdentity(each) === headIdentity(head),
  );
  if (!alone || document.kind === "policy") return { ...document, heads };
  const own = { parameters: [], floors: [], promises: { time: {}, blindTo: [] } };
  return { ...document, ...own, kind: "policy", heads };
}

/** A line or a packet to ask about; what is answered per order is asked without it. */
function itemsOf(scope: "line" | "order" | "packet" | undefined): ClaimItem[] {
  const isPacket = scope === "packet";
  const place = { lineId: isPacket ? null : "1", packetId: isPacket ? "1" : null };
  return [{ ...place, from: 0, to: 1, facts: {} }];
}
