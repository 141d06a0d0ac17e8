import type { RuleDocument } from "../model.ts";
import { moneyText } from "../tell/money-text.ts";
import { tellShareText } from "../tell/tell-value.ts";
import type { Language } from "../texts.ts";
import type { Combination } from "./model.ts";
import { sayDiff } from "./sentences.ts";
import { RegionTeller, type ToldRegion } from "./tell-region.ts";

/** What customers can combine, region by region; nothing to tell is one sentence. */
export function tellCombinations(
  found: readonly Combination[],
  documents: readonly RuleDocument[],
  language: Language,
): { readonly headline: string; readonly regions: readonly ToldRegion[] } {
  const teller = new RegionTeller(documents, language);
  const policies = documents
    .filter(({ kind }) => kind === "policy")
    .map(({ id, version }) => `\`${id}@${version}\``)
    .join(sayDiff("listing", language));
  const headline = sayDiff(found.length === 0 ? "nothing_combined" : "combined", language, {
    policies,
  });
  return { headline, regions: found.map((each) => toldOf(each, teller, language)) };
}

function toldOf(
  { conditions, heads, case: told, currency, totalMinor, eachMinor }: Combination,
  teller: RegionTeller,
  language: Language,
): ToldRegion {
  const money = (minor: number) => moneyText(minor, currency, language);
  const row = (label: string, text: string) => ({ label, text });
  const best = heads.map((head) => {
    const answers = head.answers.map(({ document, share }) =>
      sayDiff("of_document", language, {
        document: `\`${document}\``,
        answer: tellShareText(share),
      }),
    );
    const share = tellShareText(head.together);
    return row(
      teller.head(head),
      sayDiff("combined_best", language, {
        share,
        answers: answers.join(sayDiff("between", language)),
      }),
    );
  });
  const totals = eachMinor.map(({ document, totalMinor: own }) =>
    sayDiff("of_document", language, { document: `\`${document}\``, answer: money(own) }),
  );
  return {
    title: sayDiff("combined_region", language, { money: money(totalMinor) }),
    rows: [
      row(sayDiff("when", language), teller.conditions(conditions, null)),
      row(sayDiff("example", language), teller.case(told)),
      ...best,
      row(sayDiff("alone", language), totals.join(sayDiff("between", language))),
    ],
  };
}
