import { isRefusal } from "../../money/index.ts";
import { compile } from "../compile/compile.ts";
import type { CompiledPolicy } from "../compile/compiled.ts";
import type { CaseFacts, FactInput, FactValue } from "../facts.ts";
import type { Catalogue, RuleDocument } from "../model.ts";
import { readCatalogue } from "../read/read-catalogue.ts";
import { readDocument } from "../read/read-document.ts";
import { type Reading, problemSentence } from "../read/reading.ts";
import type { SyntaxNode } from "../syntax.ts";
import { tree } from "./tree.ts";

/** One text for all languages, so that a test's document stays short. */
export const same = (text: string) => `zh-CN: "${text}", zh-TW: "${text}", en: "${text}"`;

/** A small catalogue with every type of fact. */
export const catalogueText = `
makegood: catalogue/1
bases:
  order.prepaid: {scope: order, ${same("the prepaid sum")}}
  order.shipping: {scope: order, ${same("the delivery charge")}}
  line.paid: {scope: line, ${same("the price")}}
  line.gift: {scope: line, ${same("the gift price")}}
  packet.face: {scope: packet, ${same("the face value")}}
  return.freight: {scope: order, settles: cash, ${same("the return freight")}}
facts:
  since: {type: duration, range: [0s, 1095d], clock: {from: order.paid_at, to: claim.filed_at},
    ${same("the time since payment")}, say: {at_most: {${same("you ask within {v}")}}}}
  day: {type: days, range: [0d, 1095d], days_of: since, ${same("the days since payment")}}
  came: {type: days, range: [0d, 1095d], ${same("the days since the goods came")},
    say: {before_start: {${same("you ask before the goods came")}}}}
  line.day: {type: days, scope: line, range: [0d, 1095d], ${same("the days since receipt")}}
  used: {type: ratio, range: [0%, 100%], ${same("the part used")}}
  used.full: {type: ratio, range: [0%, 1000%], at_least_fact: used,
    ${same("the part used at full price")}}
  cycles: {type: count, range: [0, 99], by: customer, unit: {${same("cycles")}}, ${same("the use")}}
  cause: {type: choice, by: reviewer, burden: merchant, proof: [report],
    of: {none: {${same("nobody is at fault")}}, trader: {${same("the fault is ours")}},
    breach: {${same("you broke the contract")}}}, ${same("the cause")}}
  defect: {type: choice, scope: line, by: reviewer, burden: customer, proof: [photo],
    of: {none: {${same("no defect")}}, quality: {${same("the goods are defective")}}},
    ${same("the defect")}}
  effect: {type: ratio, by: reviewer, burden: customer, proof: [lab_report], range: [0%, 1000%],
    ${same("the effect")}}
  ended: {type: flag, yes: {${same("the contract has ended")}},
    no: {${same("the contract stands")}}}
  wish: {type: choice, by: customer, wish: true, unsaid: money,
    of: {money: {${same("you want money")}}, voucher: {${same("you want a voucher")}}},
    ${same("the wish")}}
  region: {type: choice, attribute: true, of: {north: {${same("the north")}},
    south: {${same("the south")}}}, ${same("the region")}}
reasons:
  too_late: {${same("the time is over")}}
  not_covered: {${same("this is not covered")}}
`;

export const catalogue: Catalogue = accept(readCatalogue(tree(catalogueText)));

function accept<T>(reading: Reading<T>): T {
  if (reading.ok) return reading.value;
  throw new Error(reading.problems.map((each) => problemSentence(each, "en")).join("\n"));
}

/** The document of a YAML text or of a tree, which must be free of faults. */
export function documentOf(source: string | SyntaxNode, words = catalogue): RuleDocument {
  const node = typeof source === "string" ? tree(source) : source;
  return accept(readDocument(node, words, "hash"));
}

export function compiled(
  source: string | SyntaxNode | RuleDocument,
  params: Record<string, string> = {},
): CompiledPolicy {
  const isDocument = typeof source === "object" && "clauses" in source;
  const policy = compile(isDocument ? source : documentOf(source), params);
  if (isRefusal(policy)) throw new Error(policy.sentence);
  return policy;
}

/** A policy with the heads and clauses of a test. */
export function policyText(body: string, heads = "{pay: {pay: order.prepaid}}"): string {
  return `
makegood: policy/1
id: test
version: 1
heads: ${heads}
clauses:
${body}`;
}

/** Facts that events have established. */
export function known(values: Readonly<Record<string, FactValue>>): CaseFacts {
  return Object.fromEntries(
    Object.entries(values).map(([name, value]): [string, FactInput] => [
      name,
      { state: "event", value },
    ]),
  );
}

/** Everything back within 72 hours; then less what was used, unless the fault is ours. */
export const cancel = compiled(
  policyText(`  cool: {when: {since: {at_most: 72h}}, give: {pay: 100%}}
  late:
    when: {since: {more_than: 72h}, cause: [none, breach]}
    give: {pay: {rate: 90%, less: used}}
  ours: {when: {since: {more_than: 72h}, cause: trader}, give: {pay: 100%}}`),
);
