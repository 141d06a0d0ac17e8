import { isCurrency } from "../money/index.ts";
import type { PageBlock, PageSection } from "../page/index.ts";
import { tellName } from "../policy/index.ts";
import { type Amount, tellAmount, tellAmounts, tenderAmount } from "./amount-text.ts";
import type { Letter } from "./context.ts";
import type { LetterOrder } from "./payload.ts";
import { type LetterWord, isLetterWord, unmatchedReason } from "./words.ts";

/** One sum of the letter, with the way on which it reaches the customer. */
type Given = { readonly order: LetterOrder; readonly way: string; readonly amount: Amount };

/** What was decided and the sum first; then how it is paid, and what it was about. */
export function resultSection(letter: Letter): PageSection {
  const back = letter.payload.orders.flatMap((order) => backOf(letter, order));
  const beside = letter.payload.orders.flatMap((order) => besideOf(letter, order));
  const given = [...back, ...beside];
  return {
    heading: letter.say("result"),
    blocks: [
      paragraph(addresseeText(letter)),
      paragraph(headline(letter, back, beside)),
      ...(given.length === 0 ? [] : [waysTable(letter, given)]),
      ...(given.length === 0 ? [] : deadline(letter).map(paragraph)),
      ...letter.payload.orders.flatMap((order) => remarks(letter, order)).map(paragraph),
      { kind: "labelled", rows: aboutRows(letter) },
    ],
  };
}

function addresseeText(letter: Letter): string {
  const name = letter.addressee.join(" ");
  return name === "" ? letter.say("to_applicant") : letter.say("to", { name });
}

const paragraph = (text: string): PageBlock => ({ kind: "paragraph", text });

function headline(letter: Letter, back: readonly Given[], beside: readonly Given[]): string {
  const { refusalCode } = letter.payload.claim;
  if (refusalCode !== null) {
    const own = ["no_matching_purchase", "already_refunded", "charged_back"].includes(refusalCode);
    const text = letter.say(own && isLetterWord(refusalCode) ? refusalCode : "pays_nothing");
    return text + unmatchedText(letter);
  }
  const sum = (all: readonly Given[]): string =>
    tellAmounts(
      all.map(({ amount }) => amount),
      letter.language,
    );
  if (back.length === 0 && beside.length === 0) return letter.say("nothing_to_pay");
  if (back.length === 0) return letter.say("pays", { sum: sum(beside) });
  if (beside.length === 0) return letter.say("pays_back", { sum: sum(back) });
  return letter.say("pays_back_and", { back: sum(back), given: sum(beside) });
}

/** Why no purchase fits the request, where that is known. */
function unmatchedText(letter: Letter): string {
  const reason = unmatchedReason(letter.payload.claim.unmatched, letter.language);
  const gap = letter.language === "en" ? " " : "";
  return reason === null ? "" : gap + letter.say("refused_why", { reason });
}

function backOf(letter: Letter, order: LetterOrder): Given[] {
  const { tenders } = order.settlement.order;
  return order.sums.dues.map(({ tenderId, units }) => {
    const kind = tenders.find((tender) => tender.tenderId === tenderId)?.kind ?? "money";
    const way = letter.say(`way_${kind}`);
    const alone = tenders.filter((tender) => tender.kind === kind).length === 1;
    const amount = tenderAmount(order.settlement.order, tenderId, units);
    const n = String(tenders.findIndex((tender) => tender.tenderId === tenderId) + 1);
    return { order, way: alone ? way : letter.say("way_of", { way, n }), amount };
  });
}

function besideOf(letter: Letter, order: LetterOrder): Given[] {
  const { currency } = order.settlement.order;
  return order.sums.beside.map(({ purpose, unit, units }) => {
    const amount = { unit, units, worthMinor: null, currency };
    return { order, way: besideWay(letter, purpose), amount };
  });
}

/** `voucher:order.prepaid`, `points:…` or `compensation:cost:return.freight`. */
function besideWay(letter: Letter, purpose: string): string {
  const [kind = "", , third = ""] = purpose.split(":");
  if (kind === "voucher") return letter.say("way_voucher");
  if (kind === "points") return letter.say("way_given_points");
  const base = letter.baseText(third);
  return base === null ? letter.say("way_cash_plain") : letter.say("way_cash", { base });
}

function waysTable(letter: Letter, given: readonly Given[]): PageBlock {
  const several = letter.payload.orders.length > 1;
  const rows = given.map(({ order, way, amount }) => [
    several ? letter.say("way_at", { order: order.orderNumber, way }) : way,
    tellAmount(plain(amount), letter.language),
  ]);
  const units = new Set(given.map(({ amount }) => amount.unit));
  const total =
    rows.length > 1 && units.size === 1
      ? tellAmounts(
          given.map(({ amount }) => amount),
          letter.language,
        )
      : null;
  return {
    kind: "table",
    head: [letter.say("way"), letter.say("amount")],
    rows: total === null ? rows : [...rows, [letter.say("total"), total]],
    figures: [1],
  };
}

/** Beside the name of its way a sum of money alone is enough. */
function plain(amount: Amount): Amount {
  const { unit, worthMinor, currency } = amount;
  if (isCurrency(unit) || unit === "points" || worthMinor === null) {
    return { ...amount, unit: unit.replace(/^voucher:/, "") };
  }
  return { ...amount, unit: currency, units: worthMinor };
}

function deadline(letter: Letter): string[] {
  const { payment } = letter.payload;
  if (payment === null) return [];
  const day = letter.day(payment.dueAt);
  const sentence = letter.say(payment.statutory ? "due_by_law" : "due_by", { day });
  return payment.provisional ? [sentence, letter.say("due_provisional")] : [sentence];
}

/** What waits, went back another way, is carried on, or comes back from the customer. */
function remarks(letter: Letter, { settlement, sums, accepted }: LetterOrder): string[] {
  if (!accepted) return [];
  const { order } = settlement;
  const more = (counted: "heldUnits" | "chargedBackUnits"): Amount[] =>
    sums.after.tenders.flatMap(({ tenderId, [counted]: units }) => {
      const before = sums.before.tenders.find((tender) => tender.tenderId === tenderId);
      const added = units - (before?.[counted] ?? 0);
      return added > 0 ? [tenderAmount(order, tenderId, added)] : [];
    });
  const told = (word: LetterWord, amounts: readonly Amount[]): string[] =>
    amounts.length === 0
      ? []
      : [letter.say(word, { amount: tellAmounts(amounts, letter.language) })];
  const carried = sums.carried.map(({ unit, units }) => {
    const tender = order.tenders.find((each) => each.unit === unit);
    if (tender !== undefined) return tenderAmount(order, tender.tenderId, units);
    return { unit, units, worthMinor: null, currency: order.currency };
  });
  return [
    ...told("held", more("heldUnits")),
    ...told("charged_back_part", more("chargedBackUnits")),
    ...told("carried", carried),
    ...reclaimed(letter, { settlement, sums }),
  ];
}

function reclaimed(
  letter: Letter,
  { settlement, sums }: Pick<LetterOrder, "settlement" | "sums">,
): string[] {
  const { currency } = settlement.order;
  return sums.after.reclaims.flatMap(({ kind, id, amount }) => {
    const before = sums.before.reclaims.find((one) => one.kind === kind && one.id === id);
    const units = amount - (before?.amount ?? 0);
    if (kind !== "packet" || units <= 0) return [];
    const taken = { unit: currency, units, worthMinor: null, currency };
    return [letter.say("reclaimed", { amount: tellAmount(taken, letter.language) })];
  });
}

function aboutRows(letter: Letter) {
  const { claim, orders } = letter.payload;
  const orderNumbers = orders.map(({ orderNumber }) => orderNumber).join(letter.say("between"));
  return [
    { label: letter.say("about"), text: tellName("kind", claim.kind, letter.language) },
    ...(orders.length === 0 ? [] : [{ label: letter.say("order"), text: orderNumbers }]),
    { label: letter.say("received"), text: letter.day(claim.receivedAt) },
    { label: letter.say("decided"), text: letter.day(claim.decidedAt) },
  ];
}
