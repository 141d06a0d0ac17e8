import type { PageSection } from "../page/index.ts";
import {
  type CaseFacts,
  type Fact,
  type FactInput,
  tellBeside,
  tellCounted,
  tellValue,
} from "../policy/index.ts";
import { type Letter, placeName } from "./context.ts";
import type { LetterOrder } from "./payload.ts";

type Place = { readonly lineId: string | null; readonly packetId: string | null };

/** Every fact that the documents read: what was found, who said so, and when. */
export function factsSection(letter: Letter): PageSection[] {
  const rows = letter.payload.orders.flatMap((order) => orderRows(letter, order));
  if (rows.length === 0) return [];
  const head = [letter.say("fact"), letter.say("found"), letter.say("by"), letter.say("when")];
  return [{ heading: letter.say("facts"), blocks: [{ kind: "table", head, rows, figures: [] }] }];
}

function orderRows(letter: Letter, order: LetterOrder): string[][] {
  const { facts } = order.decision;
  const whole: Place = { lineId: null, packetId: null };
  return [
    ...placeRows(letter, order, whole, withUnproven(order, whole, facts.order)),
    ...facts.items.flatMap((item) =>
      placeRows(letter, order, item, withUnproven(order, item, item.facts)),
    ),
  ];
}

/** What nobody could show is no fact of the case, and still what the answer rests on. */
function withUnproven({ decision }: LetterOrder, place: Place, facts: CaseFacts): CaseFacts {
  const traces = decision.heads.flatMap(({ items, trace }) =>
    trace.filter((_, at) => isPlace(items[at], place)),
  );
  const missing = traces
    .flatMap(({ conditions }) => conditions)
    .filter(({ fact, seen }) => seen === "unproven" && !Object.hasOwn(facts, fact));
  const known = decision.facts.order;
  const open = missing.filter(({ fact }) => !Object.hasOwn(known, fact));
  return { ...facts, ...Object.fromEntries(open.map(({ fact }) => [fact, unproven])) };
}

const unproven = { state: "unproven" } as const;

const isPlace = (one: Place | undefined, { lineId, packetId }: Place): boolean =>
  one !== undefined && one.lineId === lineId && one.packetId === packetId;

function placeRows(letter: Letter, order: LetterOrder, place: Place, facts: CaseFacts): string[][] {
  return factsRead(letter, order).flatMap((fact) => {
    const input = Object.hasOwn(facts, fact.name) ? facts[fact.name] : undefined;
    return input === undefined || input.state === "unknown"
      ? []
      : [factRow(letter, order, { place, fact, input })];
  });
}

/** The facts of all documents in their order, each once. */
function factsRead(letter: Letter, order: LetterOrder): Fact[] {
  const facts = letter.documentsOf(order).flatMap((document) => Object.values(document.facts));
  return [...new Map(facts.map((fact) => [fact.name, fact])).values()];
}

type Known = { readonly place: Place; readonly fact: Fact; readonly input: FactInput };

function factRow(letter: Letter, order: LetterOrder, { place, fact, input }: Known): string[] {
  const name = fact.text[letter.language];
  const of = placeName(letter, order, place);
  const said = order.established.filter((one) => one.fact === fact.name && isAt(one, place)).at(-1);
  return [
    of === null ? name : letter.say("fact_of", { fact: name, place: of }),
    valueText(letter, order, fact, input),
    sourceText(letter, fact, input),
    letter.day(said?.at ?? establishedAt(letter, input)),
  ];
}

function valueText(letter: Letter, order: LetterOrder, fact: Fact, input: FactInput): string {
  const { language } = letter;
  if (input.state === "before_start") return tellValue(fact, input.state, language);
  if (!("value" in input)) return letter.say("unproven");
  const value = tellBeside(fact, input.value, constantsOf(order, fact.name), language);
  return tellCounted(fact, value, input.elapsed, language);
}

/** What a fact was held against, which says how exactly it has to be told. */
function constantsOf({ decision }: LetterOrder, name: string): string[] {
  return decision.heads
    .flatMap(({ trace }) => trace)
    .flatMap(({ conditions, parts }) => [
      ...conditions,
      ...(parts ?? []).flatMap((part) => part.conditions),
    ])
    .filter(({ fact }) => fact === name)
    .flatMap(({ needed }) => ("bounds" in needed ? needed.bounds : []))
    .map(({ constant }) => constant);
}

/** Burdens fall when the claim is decided; everything else was known when it came. */
function establishedAt(letter: Letter, { state }: FactInput): string {
  const { receivedAt, decidedAt } = letter.payload.claim;
  return state === "unproven" ? decidedAt : receivedAt;
}

/** What was said of a whole order holds for its lines too. */
function isAt(one: Place, { lineId, packetId }: Place): boolean {
  const whole = one.lineId === null && one.packetId === null;
  return whole || (one.lineId === lineId && one.packetId === packetId);
}

function sourceText(letter: Letter, fact: Fact, { state }: FactInput): string {
  if (state === "claimed" || state === "attested") return letter.say(`by_${state}`);
  if (state === "unproven") return letter.say("by_nobody");
  return letter.say(fact.by === "event" ? "by_event" : "by_unsaid");
}
