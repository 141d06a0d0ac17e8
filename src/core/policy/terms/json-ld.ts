import { equal, one, zero } from "../../money/index.ts";
import type { CompiledPolicy } from "../compile/compiled.ts";
import { daysBetween } from "../constant.ts";
import type { CaseFacts } from "../facts.ts";
import type { Fact, RuleDocument } from "../model.ts";
import type { Language } from "../texts.ts";
import type { TermsAbout } from "./about.ts";
import type { ReturnPolicyJsonLd } from "./answers.ts";
import { ExampleFacts } from "./example-facts.ts";
import { known } from "./example-values.ts";
import { tryDeciding } from "./examples.ts";
import { headingOf } from "./head-terms.ts";
import { tell } from "./page-words.ts";
import { deadlineText, withinText } from "./sections-of-deadlines.ts";
import { factsRead } from "./sections-of-proof.ts";
import { type Telling, parametersOf, tellingOf } from "./telling.ts";
import { compiledFor } from "./terms-page.ts";

const schema = "https://schema.org/";
/** Facts that the structured data does say: when, of what state, and for what fault. */
const expressed = new Set(["defect", "order_defect"]);

/**
 * What of a document schema.org MerchantReturnPolicy can say, each value found by deciding cases:
 * category and days (MerchantReturnFiniteReturnWindow, MerchantReturnNotPermitted), refund type
 * (FullRefund), who bears the return's cost without a reason and with a defect (FreeReturn,
 * ReturnFeesCustomerResponsibility), country, and the address of the terms. Properties and values
 * are those of https://schema.org/MerchantReturnPolicy. What it cannot say is told in sentences.
 */
export function returnPolicyJsonLd(
  document: RuleDocument,
  about: TermsAbout,
  language: Language,
): ReturnPolicyJsonLd {
  const telling = tellingOf(document, language, about.params);
  const price = document.heads.find(
    ({ base, direction }) => base === "line.paid" && direction === "pay",
  );
  if (price === undefined || !document.answers.includes("refund")) {
    return { jsonLd: null, notExpressible: [tell("not_goods", language)] };
  }
  const seeker = new Seeker(document, about);
  const market = marketOf(about);
  const jsonLd = {
    "@context": "https://schema.org",
    "@type": "MerchantReturnPolicy",
    ...(market === null ? {} : { applicableCountry: market }),
    ...seeker.window(price.name),
    ...seeker.fees(),
    ...(about.address === null ? {} : { merchantReturnLink: about.address }),
  };
  const days = jsonLd.merchantReturnDays ?? null;
  return { jsonLd, notExpressible: notExpressible(telling, about, seeker.otherDays(days)) };
}

/**
 * Both in one JSON-LD document, whatever the promise is about. What schema.org has no word for
 * stands under a prefix of its own, and a promise that is no return has a type of its own.
 */
export function returnPolicyDocument({
  jsonLd,
  notExpressible: missing,
}: ReturnPolicyJsonLd): Readonly<Record<string, unknown>> {
  return {
    "@type": "makegood:Promise",
    ...jsonLd,
    "@context": ["https://schema.org", { makegood: "urn:makegood:" }],
    "makegood:notExpressible": missing,
  };
}

/** The country whose law the floors are; the Union is none, and no floor names none. */
function marketOf({ carried, floors }: TermsAbout): string | null {
  const markets = [carried, ...floors.map((floor) => floor.carried)].map(({ market }) => market);
  return markets.find((market) => market !== null && market !== "EU") ?? null;
}

class Seeker {
  readonly #policy: CompiledPolicy;
  readonly #facts: ExampleFacts;

  constructor(document: RuleDocument, about: TermsAbout) {
    this.#policy = compiledFor(document, about.params);
    this.#facts = new ExampleFacts(this.#policy, about.unsaid);
  }

  /** How long an ordinary return, without a reason, pays in full; unspecified without a clock. */
  window(
    head: string,
  ): { readonly merchantReturnDays?: number } & Readonly<Record<string, unknown>> {
    const slots = this.#policy.slots.filter(({ fact }) => isWindow(fact));
    const ends = slots.flatMap(({ name, cuts }) =>
      cuts.map(({ constant, above }) => ({
        ...{ name, day: daysBetween(constant).least - (above ? 0 : 1) },
      })),
    );
    const full = ends.filter(({ name, day }) => {
      const share = this.#shareOf(head, { [name]: known(day) });
      return share !== null && equal(share, one);
    });
    if (slots.length === 0) return { returnPolicyCategory: `${schema}MerchantReturnUnspecified` };
    if (full.length === 0) return { returnPolicyCategory: `${schema}MerchantReturnNotPermitted` };
    return {
      returnPolicyCategory: `${schema}MerchantReturnFiniteReturnWindow`,
      merchantReturnDays: Math.max(...full.map(({ day }) => day)),
      refundType: `${schema}FullRefund`,
    };
  }

  /** Days on which other windows end. */
  otherDays(returned: number | null): number[] {
    const slots = this.#policy.slots.filter(({ fact }) => isWindow(fact));
    const ends = slots.flatMap(({ cuts }) =>
      cuts.map(({ constant, above }) => daysBetween(constant).least - (above ? 0 : 1)),
    );
    return [...new Set(ends)].filter((day) => day !== returned);
  }

  /** Who bears the return freight, where the document says so. */
  fees(): Readonly<Record<string, string>> {
    const head = this.#policy.document.heads.find(({ base }) => base === "return.freight");
    if (head === undefined) return {};
    const remorse = this.#feeOf(head.name, {});
    const defect = this.#feeOf(head.name, { order_defect: known("yes") });
    return {
      ...(remorse === null ? {} : { returnFees: remorse, customerRemorseReturnFees: remorse }),
      ...(defect === null ? {} : { itemDefectReturnFees: defect }),
    };
  }

  #feeOf(head: string, facts: CaseFacts): string | null {
    const share = this.#shareOf(head, facts);
    if (share === null) return null;
    if (equal(share, one)) return `${schema}FreeReturn`;
    return equal(share, zero) ? `${schema}ReturnFeesCustomerResponsibility` : null;
  }

  #shareOf(head: string, fixed: CaseFacts) {
    // Goods that come back as they went out have lost nothing and were not used.
    const unused = Object.fromEntries(
      this.#policy.slots.flatMap(({ name, fact, cuts }) =>
        fact.type === "ratio" && cuts.length === 0 ? [[name, known(fact.range.from.text)]] : [],
      ),
    );
    const result = tryDeciding(this.#policy, this.#facts.ordinary({ ...unused, ...fixed }));
    const index = this.#policy.heads.findIndex((each) => each.head.name === head);
    return result?.heads[index]?.answer ?? null;
  }
}

/** A line's or an order's days since the goods came: what schema.org calls the return window. */
function isWindow({ type, clock }: Fact): boolean {
  return type === "days" && (clock?.from.endsWith("received_at") ?? false);
}

function notExpressible(
  telling: Telling,
  about: TermsAbout,
  otherDays: readonly number[],
): string[] {
  const { document, language } = telling;
  const heads = document.heads
    .filter(({ base }) => base !== "line.paid" && base !== "return.freight")
    .map((head) => tell("not_money", language, { head: headingOf(head, telling) }));
  const facts = factsRead(telling).filter(
    (fact) => !expressed.has(fact.name) && fact.type !== "days",
  );
  const names = facts.map(({ text }) => text[language]).join(tell("semicolon", language));
  const counted = factsRead(telling).some(isWindow) ? ["not_count" as const] : [];
  const deadlines = about.carried.deadlines.map((each) =>
    tell("not_deadline", language, { text: deadlineText(each, language, false) }),
  );
  return [
    ...heads,
    ...(names === "" ? [] : [tell("not_condition", language, { facts: names })]),
    ...counted.map((word) => tell(word, language)),
    ...otherDays.map((days) =>
      tell("not_window", language, { days: withinText(`${days}d`, language) }),
    ),
    ...parametersOf(document).map(({ name, text }) =>
      tell("not_setting", language, { name: text?.[language] ?? name }),
    ),
    ...deadlines,
  ];
}
