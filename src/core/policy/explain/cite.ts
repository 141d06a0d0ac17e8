import type { Decision } from "../decide/decision.ts";
import type { RuleDocument } from "../model.ts";
import { itemReference } from "../../page/index.ts";
import { clausePlaces, headingOf } from "../terms/head-terms.ts";
import { tellingOf } from "../terms/telling.ts";
import type { Language } from "../texts.ts";
import { say } from "../tell/words.ts";

/** Where the terms of an order say what a clause does. */
export class Citations {
  readonly #policies: Decision["policies"];
  readonly #language: Language;

  constructor({ policies }: Pick<Decision, "policies">, language: Language) {
    this.#policies = policies;
    this.#language = language;
  }

  /** The document, with the section and the point; what no point says is cited as a whole. */
  of(document: RuleDocument, headName: string, clause: string): string {
    const name = titleOf(document, this.#language);
    const point = this.#point(document, headName, clause);
    return point === null
      ? say("place", this.#language, { document: name })
      : say(point.section === null ? "place_point" : "place_section", this.#language, {
          document: name,
          section: point.section ?? "",
          point: point.reference,
        });
  }

  #point(document: RuleDocument, headName: string, clause: string) {
    const { id, version, heads } = document;
    const pin = this.#policies.find((each) => each.id === id && each.version === version);
    const head = heads.find(({ name }) => name === headName);
    if (pin === undefined || head === undefined) return null;
    const telling = tellingOf(document, this.#language, pin.params);
    const places = clausePlaces(head, telling).get(clause);
    if (places === undefined) return null;
    return {
      section: heads.length === 1 ? null : headingOf(head, telling),
      reference: itemReference(this.#language, places),
    };
  }
}

export function titleOf({ title, id, version }: RuleDocument, language: Language): string {
  return title?.[language] ?? `${id}@${version}`;
}
