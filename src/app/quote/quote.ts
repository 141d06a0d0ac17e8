import { isRefusal, sentenceOf } from "../../contract/index.ts";
import type { Language, Refusal } from "../../contract/index.ts";
import { askedTimes, quoteClaims } from "../../claims/index.ts";
import type { AskedClaim, Quote } from "../../claims/index.ts";
import type { CompiledPolicy, Instant } from "../../core/index.ts";
import { parseInstant } from "../../core/index.ts";
import { unrecordedOrder } from "../../orders/index.ts";
import type { OrderForClaim } from "../../orders/index.ts";
import { answered } from "../cli/answered.ts";
import { CommandError } from "../cli/failure.ts";
import type { Terminal } from "../cli/terminal.ts";
import { QuoteClaim, notDocumented, readJson, readOrders } from "./input.ts";
import type { OrderInFile, QuoteOrder } from "./input.ts";
import { readPolicies } from "./policies.ts";
import type { ReadPolicies } from "./policies.ts";
import { quoteLines } from "./tell.ts";

export interface QuoteFiles {
  /** `-` is standard input. */
  readonly order: string;
  readonly claims: readonly string[];
  readonly policies: readonly string[];
  readonly catalogue: string | null;
  readonly language: string;
  /** The time at which it is asked; null for the machine's. */
  readonly now?: string | null;
}

const refusedExitCode = 1;
const waitingExitCode = 3;

interface Quoted {
  readonly claims: Quote["answers"];
  readonly entitlement: Quote["entitlement"];
}

/** What a quote of several orders says of each: its answer, or why there is none. */
type QuotedOrder = { readonly orderNumber: string } & (
  Quoted | { readonly error: string; readonly code: string; readonly field: string | null }
);

/**
 * `makegood quote`. Exit code 3 where a claim could not be decided on what is known. Of several
 * orders each is answered for itself, with exit code 1 where one is refused.
 */
export function quote(terminal: Terminal, files: QuoteFiles): Promise<number> {
  return new Promise((resolve) => resolve(answerFiles(terminal, files)));
}

function answerFiles(terminal: Terminal, files: QuoteFiles): number {
  if (files.policies.length === 0) throw new CommandError("name a policy with --policy");
  const language = files.language as Language;
  const claims = files.claims.map((path) => ({ path, claim: readJson(path, QuoteClaim) }));
  const { orders, isList } = readOrders(files.order);
  const asked: Asked = { files, language, claims, now: clockOf(files, claims, orders) };
  if (!isList) return quoteOne(terminal, asked, orders[0]);
  const quoted = orders.map((order) => quotedOrder(asked, order));
  const all = quoted.map(({ answer }) => answer);
  terminal.answer(
    { orders: all },
    quoted.flatMap(({ lines }) => [...lines, ""]),
  );
  return Math.max(...quoted.map(({ code }) => code), 0);
}

interface Asked {
  readonly files: QuoteFiles;
  readonly language: Language;
  readonly claims: readonly ClaimInFile[];
  readonly now: Instant;
}

interface ClaimInFile {
  readonly path: string;
  readonly claim: QuoteClaim;
}

/**
 * Without `--now` the machine's time, or the latest at which a claim came: what a claim would bring
 * on a later day is quoted as of that day. What lies after it is refused, as the server does.
 */
function clockOf(
  { now = null }: QuoteFiles,
  claims: readonly ClaimInFile[],
  orders: readonly OrderInFile[],
): Instant {
  if (now !== null) return instantOf("--now", now);
  const own = orders.flatMap(({ order }) => (isRefusal(order) ? [] : (order.claims ?? [])));
  const all = [...claims.map(({ claim }) => claim), ...own];
  const came = all.flatMap(({ receivedAt }) =>
    receivedAt === undefined ? [] : [instantOf("receivedAt", receivedAt)],
  );
  return Math.max(Date.now(), ...came);
}

function instantOf(field: string, text: string): Instant {
  const instant = parseInstant(text);
  if (typeof instant === "number") return instant;
  throw new CommandError(`\`${field}\`: ${instant.sentence}`);
}

function quoteOne(terminal: Terminal, asked: Asked, one: OrderInFile | undefined): number {
  if (one === undefined) throw new CommandError(`\`${asked.files.order}\` holds no order`);
  if (isRefusal(one.order)) throw notDocumented(asked.files.order, one.order);
  const { policies, quoted } = answered(quoteOf(asked, one.order));
  terminal.answer(quoted, quoteLines(quoted, policies, asked.language));
  return exitCodeOf(quoted);
}

const exitCodeOf = ({ claims }: Quoted): number =>
  claims.every(({ status }) => status === "decided") ? 0 : waitingExitCode;

interface ToldOrder {
  readonly code: number;
  readonly answer: QuotedOrder;
  readonly lines: readonly string[];
}

function quotedOrder(asked: Asked, { order, name }: OrderInFile): ToldOrder {
  const result = isRefusal(order) ? order : quoteOf(asked, order);
  if (isRefusal(result)) {
    const error = sentenceOf(result, "en");
    const answer = { orderNumber: name, error, code: result.code, field: result.field };
    return { code: refusedExitCode, answer, lines: [`${name}: ${error}`] };
  }
  const { policies, quoted } = result;
  const lines = quoteLines(quoted, policies, asked.language);
  return {
    code: exitCodeOf(quoted),
    answer: { orderNumber: name, ...quoted },
    lines: [`order ${name}`, ...lines],
  };
}

interface QuoteOf {
  readonly policies: readonly CompiledPolicy[];
  readonly quoted: Quoted;
}

function quoteOf({ files, language, claims, now }: Asked, order: QuoteOrder): QuoteOf | Refusal {
  const { events = [], claims: own = [], ...sold } = order;
  const all = [...claims.map(({ claim }) => claim), ...own];
  if (all.length === 0) throw new CommandError("name a claim with --claim");
  const params = new Map((sold.policies ?? []).map((policy) => [policy.id, policy.params ?? {}]));
  const read = readPolicies(files.policies, files.catalogue, params, language);
  const stray = [...params.keys()].find((id) => !isAmong(id, read));
  if (stray !== undefined) {
    throw new CommandError(`the order names the policy \`${stray}\`; add its file with --policy`);
  }
  const found = unrecordedOrder(sold, events, { now, facts: read.facts });
  if (isRefusal(found)) return found;
  const asked = all.map((claim) => claimOn(found, claim, read, now));
  const wrong = asked.find(isRefusal);
  if (wrong !== undefined) return wrong;
  const result = quoteClaims(found, asked as readonly AskedClaim[]);
  if (isRefusal(result)) return result;
  const quoted = { claims: result.answers, entitlement: result.entitlement };
  return { policies: read.policies, quoted };
}

const isAmong = (id: string, { policies }: ReadPolicies): boolean =>
  policies.some(({ document }) => document.id === id);

function claimOn(
  order: OrderForClaim,
  claim: QuoteClaim,
  { policies }: ReadPolicies,
  now: Instant,
): AskedClaim | Refusal {
  const { kind, items, facts = [], final = false } = claim;
  const bound = policies.filter(
    ({ document }) =>
      document.answers.includes(kind) && document.binds.includes(order.customerKind),
  );
  if (bound.length === 0) {
    const what = `a claim \`${kind}\` of a ${order.customerKind}`;
    throw new CommandError(`none of the policies answers ${what}; add one that does`);
  }
  const times = askedTimes(claim, now);
  return isRefusal(times) ? times : { kind, items, facts, ...times, final, policies: bound };
}
