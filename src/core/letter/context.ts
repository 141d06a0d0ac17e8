import { type Language, type RuleDocument, titleOf } from "../policy/index.ts";
import { tellDay } from "./day-words.ts";
import type { LetterOrder, LetterPayload } from "./payload.ts";
import { type LetterWord, write } from "./words.ts";

/** What a letter is drawn from. */
export type LetterInput = {
  readonly payload: LetterPayload;
  /** The documents of all its decisions, read from their texts. */
  readonly documents: readonly RuleDocument[];
  /** Whom it is addressed to, line by line: the one part that is not signed. */
  readonly addressee: readonly string[];
};

/** A letter in one language while it is written. */
export class Letter {
  readonly payload: LetterPayload;
  readonly documents: readonly RuleDocument[];
  readonly addressee: readonly string[];
  readonly language: Language;

  constructor({ payload, documents, addressee }: LetterInput, language: Language) {
    this.payload = payload;
    this.documents = documents;
    this.addressee = addressee;
    this.language = language;
  }

  say(word: LetterWord, values: Readonly<Record<string, string>> = {}): string {
    return write(word, this.language, values);
  }

  day(instant: string): string {
    return tellDay(instant, this.payload.claim.zone, this.language);
  }

  /** The documents that a decision was made by. */
  documentsOf({ decision }: Pick<LetterOrder, "decision">): RuleDocument[] {
    return decision.policies.map(({ id, version }) => this.document(`${id}@${version}`));
  }

  document(reference: string): RuleDocument {
    const found = this.documents.find(({ id, version }) => `${id}@${version}` === reference);
    if (found === undefined) throw new RangeError(`document \`${reference}\` is missing`);
    return found;
  }

  titleOf(document: RuleDocument): string {
    return titleOf(document, this.language);
  }

  /** A base in the words of a document that knows it. */
  baseText(base: string): string | null {
    const known = this.documents.find(({ bases }) => Object.hasOwn(bases, base));
    return known?.bases[base]?.text[this.language] ?? null;
  }

  /** Names an order in a heading, where there are several. */
  heading(one: LetterWord, several: LetterWord, { orderNumber }: LetterOrder): string {
    return this.payload.orders.length === 1
      ? this.say(one)
      : this.say(several, { order: orderNumber });
  }
}

/**
 * What a place is called: the name of its line, its packet where there are several; null for the
 * order as a whole.
 */
export function placeName(
  letter: Letter,
  order: LetterOrder,
  { lineId, packetId }: { readonly lineId: string | null; readonly packetId: string | null },
): string | null {
  if (packetId !== null) {
    const packets = order.decision.facts.items.map((item) => item.packetId);
    const alone = new Set(packets.filter((id) => id !== null)).size < 2;
    return alone ? null : letter.say("packet_name", { packet: packetId });
  }
  if (lineId === null) return null;
  const at = order.lines.findIndex((line) => line.lineId === lineId);
  return order.lines[at]?.name ?? letter.say("line_name", { n: String(at + 1) });
}
