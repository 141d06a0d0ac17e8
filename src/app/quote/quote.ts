import type { Language } from "../../contract/index.ts";
import { quoteClaims } from "../../claims/index.ts";
import type { AskedClaim } from "../../claims/index.ts";
import { isRefusal, parseInstant } from "../../core/index.ts";
import type { CompiledPolicy, Instant } from "../../core/index.ts";
import { unrecordedOrder } from "../../orders/index.ts";
import type { OrderForClaim } from "../../orders/index.ts";
import { answered } from "../cli/answered.ts";
import { CommandError } from "../cli/failure.ts";
import type { Terminal } from "../cli/terminal.ts";
import { QuoteClaim, QuoteOrder, readJson } from "./input.ts";
import { readPolicies } from "./policies.ts";
import { quoteLines } from "./tell.ts";

export interface QuoteFiles {
  readonly order: string;
  readonly claims: readonly string[];
  readonly policies: readonly string[];
  readonly catalogue: string | null;
  readonly language: string;
}

const waitingExitCode = 3;

/** `makegood quote`. Exit code 3 where a claim could not be decided on what is known. */
export async function quote(terminal: Terminal, files: QuoteFiles): Promise<number> {
  if (files.claims.length === 0) throw new CommandError("name a claim with --claim");
  if (files.policies.length === 0) throw new CommandError("name a policy with --policy");
  const now: Instant = Date.now();
  const language = files.language as Language;
  const { events = [], ...sold } = readJson(files.order, QuoteOrder);
  const params = new Map((sold.policies ?? []).map((policy) => [policy.id, policy.params ?? {}]));
  const { policies, facts } = readPolicies(files.policies, files.catalogue, params, language);
  const order = answered(unrecordedOrder(sold, events, { now, facts }));
  const claims = files.claims.map((path) => askedClaim(path, order, policies, now));
  const { answers, entitlement } = answered(quoteClaims(order, claims));
  const value = { claims: answers, entitlement };
  terminal.answer(value, quoteLines(value, policies, language));
  return answers.every(({ status }) => status === "decided") ? 0 : waitingExitCode;
}

function askedClaim(
  path: string,
  order: OrderForClaim,
  policies: readonly CompiledPolicy[],
  now: Instant,
): AskedClaim {
  const { kind, items, facts, receivedAt, endsAt, final } = readJson(path, QuoteClaim);
  const bound = policies.filter(
    ({ document }) =>
      document.answers.includes(kind) && document.binds.includes(order.customerKind),
  );
  if (bound.length === 0) {
    const claim = `a claim \`${kind}\` of a ${order.customerKind}`;
    throw new CommandError(`none of the policies answers ${claim}; add one that does`);
  }
  return {
    kind,
    items,
    facts: facts ?? [],
    receivedAt: instantIn(path, "receivedAt", receivedAt) ?? now,
    endsAt: instantIn(path, "endsAt", endsAt),
    final: final ?? false,
    policies: bound,
  };
}

function instantIn(path: string, field: string, text: string | undefined): Instant | null {
  if (text === undefined) return null;
  const instant = parseInstant(text);
  if (!isRefusal(instant)) return instant;
  throw new CommandError(`\`${path}\`, \`${field}\`: ${instant.sentence}`);
}
