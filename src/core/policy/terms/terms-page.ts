import { isRefusal } from "../../money/index.ts";
import type { PageBlock, PageSection } from "../../page/index.ts";
import { compile } from "../compile/compile.ts";
import type { CompiledPolicy } from "../compile/compiled.ts";
import type { Head, RuleDocument } from "../model.ts";
import { own } from "../own.ts";
import type { Language } from "../texts.ts";
import type { TermsAbout } from "./about.ts";
import type { TermsPage } from "./answers.ts";
import { offeredBy } from "./contact.ts";
import { joined } from "./grammar.ts";
import { headTerms } from "./head-terms.ts";
import { tell, tellName } from "./page-words.ts";
import { rightsSections, stepsSection } from "./sections-of-conduct.ts";
import { deadlinesSection } from "./sections-of-deadlines.ts";
import { lawSections } from "./sections-of-law.ts";
import { factsRead, factsSection, notesSection } from "./sections-of-proof.ts";
import { parametersSection, promisesSection } from "./sections-of-proof.ts";
import { type WorkedExample, examplesSection, workedExamples } from "./tell-examples.ts";
import { type Telling, tellingOf } from "./telling.ts";

/**
 * The terms of a document, from the clauses that decide: conditions, worked examples decided by the
 * evaluator, the way of a claim, time limits, rights and duties, proof, law, guarantees.
 * @throws RangeError when a parameter of `about.params` is unknown or out of its range.
 */
export function termsPage(
  document: RuleDocument,
  about: TermsAbout,
  language: Language,
): TermsPage {
  const telling = tellingOf(document, language, about.params);
  const facts = factsRead(telling);
  const sections = [
    scopeSection(telling, about),
    ...document.heads.map((head) => headSection(head, telling)),
    ...examplesSection(compiledFor(document, about.params), about, telling),
    ...stepsSection(telling, about, facts),
    ...deadlinesSection(telling, about, facts),
    ...rightsSections(telling, about, facts),
    ...contactSection(telling, about),
    ...factsSection(telling, about, facts),
    ...parametersSection(telling),
    ...promisesSection(telling),
    ...lawSections(telling, about),
    ...notesSection(telling, about),
  ];
  const reference = `${document.id}@${document.version}`;
  return {
    language,
    title: titleOf(document, language),
    subtitle: about.merchant?.name ?? null,
    sections,
    footer: [
      tell("made_from", language),
      tell("hash", language, { reference, hash: document.hash }),
      ...(about.address === null ? [] : [about.address]),
    ],
  };
}

/**
 * The worked examples of the terms alone, both sides of a boundary next to each other.
 * @throws RangeError when a parameter of `about.params` is unknown or out of its range.
 */
export function examplesTold(
  document: RuleDocument,
  about: Pick<TermsAbout, "params" | "unsaid" | "example">,
  language: Language,
): WorkedExample[] {
  const telling = tellingOf(document, language, about.params);
  return workedExamples(compiledFor(document, about.params), about, telling);
}

export function titleOf({ title, id }: RuleDocument, language: Language): string {
  return title?.[language] ?? id;
}

/** @throws RangeError as `compile` refuses the parameters. */
export function compiledFor(document: RuleDocument, params: TermsAbout["params"]): CompiledPolicy {
  const policy = compile(document, params ?? {});
  if (isRefusal(policy)) throw new RangeError(policy.sentence);
  return policy;
}

function scopeSection(
  { document, language }: Telling,
  { merchant, carried }: TermsAbout,
): PageSection {
  const between = [tell("list_and", language), tell("last_list_and", language)] as const;
  const kinds = document.answers.map((kind) => tellName("kind", kind, language));
  const [bound] = document.binds;
  const audience = document.binds.length === 1 && bound !== undefined ? bound : "both";
  const rows = [
    ...merchantRows(merchant, language),
    ["claims", joined(kinds, ...between)] as const,
    ["audience", tell(`audience_${audience}`, language)] as const,
    ["version", tell("version_text", language, versionValues(document))] as const,
    ...lawRows(document, carried, language),
  ];
  const labelled = rows.map(([word, text]) => ({ label: tell(word, language), text }));
  const silent: PageBlock = { kind: "paragraph", text: tell("no_amounts", language) };
  const blocks: PageBlock[] = [{ kind: "labelled", rows: labelled }];
  const heading = tell("scope", language);
  return { heading, blocks: document.heads.length === 0 ? [...blocks, silent] : blocks };
}

function merchantRows(
  merchant: TermsAbout["merchant"],
  language: Language,
): (readonly ["offered_by" | "place_of_business" | "website", string])[] {
  if (merchant === null) return [];
  const { name, registeredName, address, website } = merchant;
  return [
    ["offered_by", offeredBy(name, registeredName, language)],
    ...(address === null ? [] : [["place_of_business", address] as const]),
    ...(website === null ? [] : [["website", website] as const]),
  ];
}

const versionValues = ({ id, version }: RuleDocument) => ({ id, version: String(version) });

function lawRows(
  document: RuleDocument,
  { sources }: TermsAbout["carried"],
  language: Language,
): (readonly ["source" | "in_force" | "verified", string])[] {
  if (document.kind === "policy") return [];
  const titles = Object.values(sources).map((source) => {
    const title = source.titles?.[language] ?? source.title;
    return source.number === null ? title : tell("noted", language, { title, note: source.number });
  });
  return [
    ["source", titles.join(tell("semicolon", language))],
    ...(document.inForce === null ? [] : [["in_force", document.inForce] as const]),
    ["verified", tell(document.verified ? "verified_yes" : "verified_no", language)],
  ];
}

function headSection(head: Head, telling: Telling): PageSection {
  const { document, language } = telling;
  const { heading, points, closing, otherwise, currencies } = headTerms(head, telling);
  const scope = own(document.bases, head.base)?.scope;
  const each =
    scope === "line" ? ["each_line" as const] : scope === "packet" ? ["each_packet" as const] : [];
  const after = [closing, otherwise, currencies].filter((text) => text !== null);
  const blocks: PageBlock[] = [
    ...each.map((word): PageBlock => ({ kind: "paragraph", text: tell(word, language) })),
    ...(points.length === 0 ? [] : [{ kind: "list" as const, ordered: true, items: points }]),
    ...after.map((text): PageBlock => ({ kind: "paragraph", text })),
  ];
  return { heading, blocks };
}

function contactSection({ document, language }: Telling, about: TermsAbout): PageSection[] {
  const { merchant, carried, floors } = about;
  if (merchant === null) return [];
  const markets = [carried, ...floors.map((floor) => floor.carried)].map(({ market }) => market);
  const isChinese = markets.includes("CN") && document.binds.includes("consumer");
  const regulator = {
    label: tell("contact_regulator", language),
    text: tell("contact_regulator_cn", language),
  };
  const rows = [
    { label: tell("contact_apply", language), text: merchant.applyAt },
    { label: tell("contact_ask", language), text: merchant.contact },
    { label: tell("contact_complain", language), text: merchant.complaintsAt },
    ...(isChinese ? [regulator] : []),
  ];
  return [{ heading: tell("contact", language), blocks: [{ kind: "labelled", rows }] }];
}
