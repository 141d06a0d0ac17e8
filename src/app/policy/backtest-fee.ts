import { Type } from "typebox";
import type { Static } from "typebox";
import { InstantText, PartId } from "../../contract/index.ts";
import type { Language, WireGivenFact } from "../../contract/index.ts";
import { dayMs, isRefusal, pageMarkdown, parseFraction, parseInstant } from "../../core/index.ts";
import type { CompiledPolicy, Instant } from "../../core/index.ts";
import { feePage, feeReport } from "../../insight/index.ts";
import type { FeeRequest } from "../../insight/index.ts";
import { loadFactsForClaims, orderIdsOf, unrecordedOrder } from "../../orders/index.ts";
import type { OrderForClaim } from "../../orders/index.ts";
import { readTransaction } from "../../platform/index.ts";
import { answered } from "../cli/answered.ts";
import { withClosing } from "../cli/closing.ts";
import { CommandError } from "../cli/failure.ts";
import { chosenMerchant } from "../cli/merchant.ts";
import type { Terminal } from "../cli/terminal.ts";
import { openAll } from "../compose/open.ts";
import { QuoteOrder, readJson } from "../quote/input.ts";
import { readPolicies } from "../quote/policies.ts";

const strict = { additionalProperties: false };
const Units = Type.Integer({ minimum: 1 });

/** Use that is planned, each at once or in equal parts over a time; and what a unit costs. */
const ServicePlan = Type.Object(
  {
    use: Type.Optional(
      Type.Array(
        Type.Union([
          Type.Object({ meter: PartId, units: Units, at: InstantText }, strict),
          Type.Object(
            { meter: PartId, units: Units, from: InstantText, to: InstantText, times: Units },
            strict,
          ),
        ]),
      ),
    ),
    costs: Type.Optional(
      Type.Record(
        Type.String(),
        Type.Union([
          Type.Object({ unitMinor: Type.Integer({ minimum: 0 }) }, strict),
          Type.Object({ share: Type.String({ maxLength: 40 }) }, strict),
        ]),
      ),
    ),
  },
  strict,
);
type ServicePlan = Static<typeof ServicePlan>;

export interface FeeChoice {
  readonly policies: readonly string[];
  /** A file; null where the order is stored. */
  readonly order: string | null;
  readonly orderNumber: string | null;
  readonly merchant: string | null;
  readonly service: string | null;
  readonly facts: readonly string[];
  readonly noticeDays: string | null;
  readonly to: string | null;
  readonly catalogue: string | null;
  readonly language: Language;
}

/** `makegood policy fee`. */
export async function feeOfFiles(terminal: Terminal, choice: FeeChoice): Promise<void> {
  const plan = choice.service === null ? {} : readJson(choice.service, ServicePlan);
  const { order, policies } = await orderOf(choice);
  const report = answered(
    feeReport({
      order,
      policies,
      planned: (plan.use ?? []).flatMap(usesOf),
      costs: costsOf(plan),
      facts: choice.facts.map(factOf),
      noticeDays: choice.noticeDays === null ? null : wholeDays(choice.noticeDays),
      to: lastInstant(choice.to, order),
    }),
  );
  const page = pageMarkdown(feePage(report, choice.language));
  terminal.answer(report, page.trimEnd().split("\n"));
}

type Params = ReadonlyMap<string, Readonly<Record<string, string>>>;

const policiesOf = (choice: FeeChoice, params: Params) =>
  readPolicies(choice.policies, choice.catalogue, params, choice.language);

async function orderOf(
  choice: FeeChoice,
): Promise<{ order: OrderForClaim; policies: readonly CompiledPolicy[] }> {
  if (choice.order !== null) {
    const { events = [], ...sold } = readJson(choice.order, QuoteOrder);
    const accepted = (sold.policies ?? []).map(({ id, params }) => [id, params ?? {}] as const);
    const { policies, facts } = policiesOf(choice, new Map(accepted));
    const order = answered(unrecordedOrder(sold, events, { now: Date.now(), facts }));
    return { order, policies };
  }
  const { orderNumber } = choice;
  if (orderNumber === null) throw new CommandError("name an order with --order or --order-number");
  const order = await storedOrder(orderNumber, choice.merchant);
  const params = new Map(order.pins.map(({ policyId, params }) => [policyId, params]));
  return { order, policies: policiesOf(choice, params).policies };
}

function storedOrder(orderNumber: string, merchant: string | null): Promise<OrderForClaim> {
  return withClosing(async (closing) => {
    const { platform } = await openAll(closing);
    const merchantId = await chosenMerchant(platform, merchant);
    const [order] = await readTransaction(platform, merchantId, async (tx) =>
      loadFactsForClaims(tx, [...(await orderIdsOf(tx, [orderNumber])).values()]),
    );
    if (order !== undefined) return order;
    throw new CommandError(`there is no order \`${orderNumber}\`; check the number`);
  });
}

type PlannedUse = NonNullable<ServicePlan["use"]>[number];

/** Equal parts with the rest in the last, the first at the beginning and the last at the end. */
function usesOf(planned: PlannedUse): FeeRequest["planned"][number][] {
  const { meter, units } = planned;
  if ("at" in planned) return [{ at: instantIn("at", planned.at), meter, units }];
  const [from, to] = [instantIn("from", planned.from), instantIn("to", planned.to)];
  const times = Math.min(planned.times, units);
  const part = Math.floor(units / times);
  const apart = times === 1 ? 0 : (to - from) / (times - 1);
  return Array.from({ length: times }, (_, index) => ({
    at: from + Math.round((index * apart) / 1000) * 1000,
    meter,
    units: index + 1 === times ? units - part * (times - 1) : part,
  }));
}

function costsOf({ costs = {} }: ServicePlan): FeeRequest["costs"] {
  for (const [meter, cost] of Object.entries(costs)) {
    if (!("share" in cost)) continue;
    const share = parseFraction(cost.share);
    if (isRefusal(share)) throw new CommandError(`the cost of \`${meter}\`: ${share.sentence}`);
  }
  return new Map(Object.entries(costs));
}

/** `cause=none`, attested as a reviewer would; numbers where they look like one. */
function factOf(text: string): WireGivenFact {
  const [, fact, value] = /^([\w.]+)=(.+)$/.exec(text) ?? [];
  if (fact === undefined || value === undefined) {
    throw new CommandError(`--fact is \`${text}\`; write it like cause=none`);
  }
  return { fact, value: /^\d+$/.test(value) ? Number(value) : value, state: "attested" };
}

function wholeDays(text: string): number {
  if (/^\d{1,3}$/.test(text)) return Number(text);
  throw new CommandError(`--notice is \`${text}\`; give whole days up to 999`);
}

const usualDays = 180;

function lastInstant(text: string | null, { record }: OrderForClaim): Instant {
  const start = record.paidAt ?? record.orderedAt;
  const to = text === null ? start + usualDays * dayMs : instantIn("--to", text);
  if (to > start) return to;
  throw new CommandError("--to is before the order was paid; there is nothing to compare");
}

function instantIn(name: string, text: string): Instant {
  const instant = parseInstant(text);
  if (isRefusal(instant)) throw new CommandError(`${name}: ${instant.sentence}`);
  return instant;
}
