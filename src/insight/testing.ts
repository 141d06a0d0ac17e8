import { readFileSync } from "node:fs";
import { join } from "node:path";
import { BacktestData, readCatalogueFile, readPolicyFile } from "../contract/index.ts";
import type { PolicyDocument } from "../core/index.ts";
import { testClaims } from "../claims/testing.ts";
import type { TestClaims } from "../claims/testing.ts";
import type { WireClaimView, WireFileClaim, WireOrderEvent } from "../contract/index.ts";
import { newId, readTransaction } from "../platform/index.ts";
import type { DraftText } from "./backtest/draft.ts";
import type { BacktestRequest } from "./backtest/request.ts";
import { runBacktest } from "./backtest/run.ts";
import type { BacktestReport } from "./rules/backtest/report.ts";
import { backtestData } from "./view/backtest-data.ts";
import { documented } from "./view/testing.ts";

const policies = join(import.meta.dirname, "../../policies");
const textOf = (file: string): string => readFileSync(join(policies, file), "utf8");

/** A shipped policy as a draft, its text changed first; a text without the part is a slip. */
export function draftOf(
  file: string,
  ...changes: readonly (readonly [string, string])[]
): DraftText {
  const catalogueText = textOf("catalogue.yaml");
  const words = readCatalogueFile(catalogueText);
  if (!words.ok) throw new Error("the catalogue has faults");
  const text = changes.reduce((before, [from, to]) => {
    if (!before.includes(from)) throw new Error(`\`${from}\` is not in ${file}`);
    return before.replaceAll(from, to);
  }, textOf(file));
  const reading = readPolicyFile(text, words.value);
  if (!reading.ok) throw new Error(JSON.stringify(reading.problems[0]));
  const { hash } = reading.value;
  const document = reading.value.document as PolicyDocument;
  return { document, hash, text, catalogueHash: words.value.hash, catalogueText };
}

const openWindow = { from: null, to: null };

/** Back-tests a draft over the claims of a merchant. */
export async function backtest(
  { platform, merchantId }: Pick<TestClaims, "platform" | "merchantId">,
  draft: DraftText,
  more: Partial<BacktestRequest> = {},
): Promise<BacktestReport | null> {
  const request = { draft, replaces: [], window: openWindow, seed: 1, ...more };
  const report = await readTransaction(platform, merchantId, (tx) =>
    runBacktest(tx, request, { at: () => "go on" }),
  );
  if (report !== null) documented(BacktestData, backtestData(report));
  return report;
}

export interface TestReturn {
  /** Days from receipt to the claim, which is filed now. */
  readonly days: number;
  readonly paidMinor?: number;
  /** The customer that bought before, by the shop's number. */
  readonly customer?: string;
  readonly facts?: WireFileClaim["facts"];
  readonly events?: readonly WireOrderEvent[];
}

export interface TestInsight extends TestClaims {
  /** A lamp paid with points of the same value, received, and claimed back. */
  returned(about: TestReturn): Promise<WireClaimView>;
}

const dayMs = 86_400_000;
const usualFacts = [
  { fact: "intact", value: "yes", state: "attested" as const },
  { fact: "excluded", value: "no", state: "attested" as const },
];

/** A merchant whose customers bought and gave back. */
export async function testInsight(): Promise<TestInsight> {
  const world = await testClaims();
  return { ...world, returned: (about) => returned(world, about) };
}

async function returned(world: TestClaims, about: TestReturn): Promise<WireClaimView> {
  const { days, paidMinor = 10_000, customer = newId(), facts = usualFacts, events = [] } = about;
  const receivedAt = new Date(world.clock.now() - days * dayMs).toISOString();
  const orderId = await world.order({
    orderNumber: `R-${newId()}`,
    currency: "CNY",
    orderedAt: receivedAt,
    paidAt: receivedAt,
    customer: { reference: customer },
    channel: "app",
    lines: [{ kind: "goods", ...product, quantity: 1, unitPriceMinor: paidMinor }],
    tenders: [{ kind: "points", unit: "points", units: paidMinor, value: { minor: paidMinor } }],
  });
  await world.event(orderId, { kind: "received", occurredAt: receivedAt });
  for (const event of events) await world.event(orderId, event);
  return world.file({ kind: "refund", items: [{ orderId, lineId: "1", quantity: 1 }], facts });
}

const product = { productCode: "LAMP", productName: "台灯" };
