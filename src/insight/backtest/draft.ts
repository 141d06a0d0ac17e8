import { isRefusal } from "../../core/index.ts";
import type { CompiledPolicy, PolicyDocument } from "../../core/index.ts";
import { compileStored } from "../../promises/index.ts";
import { paramsFor } from "../rules/backtest/rebind.ts";
import type { BoundPin, Draft } from "../rules/backtest/rebind.ts";

/** A policy text with the catalogue in whose words it is written. */
export interface DraftText {
  readonly document: PolicyDocument;
  readonly hash: string;
  readonly text: string;
  readonly catalogueHash: string;
  readonly catalogueText: string;
}

/** A draft that compiles itself for each order's parameters, once for each. */
export class DraftPolicy {
  readonly draft: Draft;
  /** Orders whose parameters did not fit. */
  parametersUnfit = 0;
  readonly #stored: Parameters<typeof compileStored>[0];

  constructor(text: DraftText, replaces: readonly string[]) {
    const { document } = text;
    this.draft = {
      policyId: document.id,
      answers: document.answers,
      binds: document.binds,
      parameters: document.parameters.map(({ name }) => name),
      replaces: new Set([document.id, ...replaces]),
    };
    this.#stored = {
      hash: text.hash,
      text: text.text,
      catalogue_hash: text.catalogueHash,
      catalogue_text: text.catalogueText,
    };
  }

  /** @throws Error when not even the draft's own defaults fit, which its reader excludes. */
  compiledFor(pins: readonly BoundPin[]): CompiledPolicy {
    const compiled = compileStored(this.#stored, paramsFor(this.draft, pins));
    if (!isRefusal(compiled)) return compiled.policy;
    this.parametersUnfit += 1;
    const byDefault = compileStored(this.#stored, {});
    if (isRefusal(byDefault)) throw new Error(byDefault.sentence);
    return byDefault.policy;
  }
}
