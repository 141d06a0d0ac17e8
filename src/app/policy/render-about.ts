import { existsSync } from "node:fs";
import { dirname, join } from "node:path";
import { readPolicyFile } from "../../contract/index.ts";
import type { CatalogueFile, Language, PolicyFile } from "../../contract/index.ts";
import { compile, isCurrency, isRefusal, parseDecimal } from "../../core/index.ts";
import type { RuleDocument, TermsAbout } from "../../core/index.ts";
import { CommandError } from "../cli/failure.ts";
import { readText } from "../quote/input.ts";
import { mustRead } from "./files.ts";

export interface RenderedTerms {
  readonly params: readonly string[];
  readonly amount: string;
  readonly currency: string;
  readonly address: string | null;
  readonly floors: readonly string[];
}

const shipped = join(import.meta.dirname, "../../../policies");

/** What the texts of a file are made from beside its document; every option is checked first. */
export function aboutFile(
  path: string,
  { document, carried }: PolicyFile,
  asked: RenderedTerms,
  words: CatalogueFile,
  language: Language,
): TermsAbout {
  const ids = document.kind === "policy" ? document.floors : [];
  const places = (id: string): readonly string[] => [
    ...asked.floors,
    ...[dirname(path), shipped].map((folder) => join(folder, `${id}.floor.yaml`)),
  ];
  return {
    carried,
    floors: ids.flatMap((id) => floorOf(id, places(id), words, language)),
    unsaid: { ...words.unsaid, ...carried.unsaid },
    merchant: null,
    params: paramsOf(document, asked.params),
    example: exampleOf(asked),
    address: asked.address,
  };
}

/** The floor of a name from the first file that holds it; none where no file does. */
function floorOf(
  id: string,
  paths: readonly string[],
  words: CatalogueFile,
  language: Language,
): TermsAbout["floors"] {
  for (const path of paths) {
    if (!existsSync(path)) continue;
    const { document, carried } = mustRead(path, readPolicyFile(readText(path), words), language);
    if (document.kind === "floor" && document.id === id) return [{ document, carried }];
  }
  return [];
}

function paramsOf(document: RuleDocument, given: readonly string[]): TermsAbout["params"] {
  if (given.length === 0) return null;
  const params = Object.fromEntries(
    given.map((text) => {
      const [, name, value] = /^([^=]+)=(.+)$/.exec(text) ?? [];
      if (name !== undefined && value !== undefined) return [name, value];
      throw new CommandError(`\`${text}\` is no parameter: write --param name=value`);
    }),
  );
  const policy = compile(document, params);
  if (isRefusal(policy)) throw new CommandError(policy.sentence);
  return policy.params;
}

function exampleOf({ amount, currency }: RenderedTerms): TermsAbout["example"] {
  if (!isCurrency(currency)) {
    throw new CommandError(`\`${currency}\` is no currency: write a code such as CNY or EUR`);
  }
  const amountMinor = parseDecimal(amount, currency);
  if (isRefusal(amountMinor)) throw new CommandError(amountMinor.sentence);
  if (amountMinor > 0) return { amountMinor, currency };
  throw new CommandError(`\`${amount}\` shows nothing: use an amount above 0`);
}
