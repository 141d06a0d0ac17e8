import type { Quote, QuoteAnswer } from "../../claims/index.ts";
import type { Language } from "../../contract/index.ts";
import { explainDecision, formatDecimal, isCurrency } from "../../core/index.ts";
import type { CompiledPolicy, Entitlement } from "../../core/index.ts";

interface Told {
  readonly claims: readonly QuoteAnswer[];
  readonly entitlement: Quote["entitlement"];
}

/** The quote for people: what each claim is answered and why, then what is owed in all. */
export function quoteLines(
  { claims, entitlement }: Told,
  policies: readonly CompiledPolicy[],
  language: Language,
): string[] {
  const answers = claims.flatMap((answer, at) => [
    claims.length === 1 ? answer.status : `claim ${at + 1}: ${answer.status}`,
    ...answerLines(answer, { policies, language, entitlement }),
    "",
  ]);
  return [...answers, ...entitlementLines(entitlement)];
}

interface Beside {
  readonly policies: readonly CompiledPolicy[];
  readonly language: Language;
  readonly entitlement: Entitlement;
}

function answerLines(answer: QuoteAnswer, { policies, language, entitlement }: Beside): string[] {
  if (answer.status === "needed") {
    return answer.needed.map(({ fact, lineId, packetId, by, proof }) => {
      const place = lineId ?? packetId;
      const where = place === null ? "" : ` of \`${place}\``;
      const shown = proof.length === 0 ? "" : `, shown by ${proof.join(" or ")}`;
      return `  needed: \`${fact}\`${where}, established by ${by}${shown}`;
    });
  }
  const documents = policies.map(({ document }) => document);
  const heads = explainDecision(answer.decision, documents, language, answer.adds);
  return [
    ...heads.flatMap(({ base, items }) =>
      items.flatMap(({ lineId, packetId, sentences }) => [
        `  ${base}${placeText(lineId ?? packetId)}`,
        ...sentences.map(({ text }) => `    ${text}`),
      ]),
    ),
    ...answer.dues.map(({ tenderId, units }) => {
      const tender = entitlement.tenders.find((each) => each.tenderId === tenderId);
      return `  due now on \`${tenderId}\`: ${amountText(units, tender?.unit ?? "")}`;
    }),
    ...answer.beside.map(({ purpose, unit, units }) => `  due for ${purpose}: ${units} ${unit}`),
  ];
}

const amountText = (units: number, unit: string): string =>
  `${isCurrency(unit) ? formatDecimal(units, unit) : units} ${unit}`;

const placeText = (place: string | null): string => (place === null ? "" : ` (${place})`);

function entitlementLines(entitlement: Entitlement): string[] {
  const { currency, tenders, totalMinor, compensationMinor, grants } = entitlement;
  const money = (minor: number): string => `${formatDecimal(minor, currency)} ${currency}`;
  return [
    `owed in all: ${money(totalMinor)}`,
    ...tenders
      .filter(({ refundUnits }) => refundUnits > 0)
      .map(
        ({ tenderId, unit, refundUnits }) =>
          `  by \`${tenderId}\`: ${amountText(refundUnits, unit)}`,
      ),
    ...(compensationMinor === 0 ? [] : [`  compensation beside it: ${money(compensationMinor)}`]),
    ...grants
      .filter(({ amountMinor }) => amountMinor > 0)
      .map(({ grant, base, amountMinor }) => `  ${grant} for ${base}: ${money(amountMinor)}`),
    ...besideLines(entitlement, money),
  ];
}

type Money = (minor: number) => string;

/** What is reckoned anew, taken back, set free, or too much by now. */
function besideLines({ trace, ...owed }: Entitlement, money: Money): string[] {
  const repriced = trace.steps.filter(({ kind }) => kind === "reprice");
  return [
    ...repriced.map(
      ({ amountMinor }) =>
        `  of it for discounts that what is kept has lost: ${money(amountMinor)}`,
    ),
    ...owed.reclaims.flatMap((one) => reclaimLines(one, money)),
    ...owed.restores.map(({ couponId }) => `  the coupon \`${couponId}\` is free again`),
    ...owed.shortfalls.map(
      ({ reason, reference, unit, amount }) =>
        `  too much, and not collected: ${amountText(amount, unit)} (${reason} ${reference})`,
    ),
  ];
}

function reclaimLines(one: Entitlement["reclaims"][number], money: Money): string[] {
  const { kind, id, amount, voidAmount, offsetMinor, shortfallMinor } = one;
  const amountOf = (count: number) => (kind === "packet" ? money(count) : String(count));
  return [
    `  taken back: ${kind} \`${id}\`, ${amountOf(amount)}`,
    ...(voidAmount === 0 || voidAmount === amount ? [] : [`    unspent: ${amountOf(voidAmount)}`]),
    ...(offsetMinor === 0 ? [] : [`    taken from the refund: ${money(offsetMinor)}`]),
    ...(shortfallMinor === 0 ? [] : [`    spent and not collected: ${money(shortfallMinor)}`]),
  ];
}
