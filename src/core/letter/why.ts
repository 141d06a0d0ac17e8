import type { PageBlock, PageItem, PageSection } from "../page/index.ts";
import type { ExplainedHead, ExplainedItem, ItemTrace, Sentence } from "../policy/index.ts";
import { explainDecision } from "../policy/index.ts";
import { type Letter, placeName } from "./context.ts";
import type { LetterOrder } from "./payload.ts";

/** Per order: each answer with its clause, its conditions and its arithmetic. */
export function whySections(letter: Letter): PageSection[] {
  return letter.payload.orders.map((order) => ({
    heading: letter.heading("why", "why_of", order),
    blocks: [
      {
        kind: "list",
        ordered: false,
        items: explained(letter, order).map((item) => whyItem(letter, order, item)),
      },
    ],
  }));
}

/** What time has fixed, what evidence or another choice can still change, what else was asked. */
export function changeSection(letter: Letter): PageSection[] {
  const told = letter.payload.orders.flatMap((order) =>
    explained(letter, order)
      .filter(({ sentences }) => sentences.some(({ kind }) => kind === "why"))
      .map((item) => changeItem(letter, order, item)),
  );
  if (told.length === 0) return [];
  const others = letter.payload.orders.flatMap((order) =>
    explained(letter, order).flatMap(({ sentences }) => textsOf(sentences, "others")),
  );
  const open = letter.payload.orders.some(({ decision }) =>
    decision.heads.some(({ trace }) =>
      trace.some(({ nearest }) => nearest?.missing.some(({ change }) => change === "evidence")),
    ),
  );
  const blocks: PageBlock[] = [{ kind: "list", ordered: false, items: eachOnce(told) }];
  const after = [...new Set(others), ...(open ? [letter.say("change_again")] : [])];
  blocks.push(...after.map((text): PageBlock => ({ kind: "paragraph", text })));
  return [{ heading: letter.say("change"), blocks }];
}

/** One answer with its sentences, and the trace that they tell. */
type Told = ExplainedItem & { readonly trace: ItemTrace | null };

function explained(letter: Letter, order: LetterOrder): Told[] {
  const heads = explainDecision(
    order.decision,
    letter.documentsOf(order),
    letter.language,
    order.accepted,
  );
  return heads.flatMap((head) =>
    head.items.map((item) => ({ ...item, trace: traceOf(order, head, item) })),
  );
}

function traceOf({ decision }: LetterOrder, of: ExplainedHead, at: ExplainedItem) {
  const { direction, base, grant } = of;
  const head = decision.heads.find(
    (each) => each.direction === direction && each.base === base && each.grant === grant,
  );
  const index = head?.items.findIndex(
    ({ lineId, packetId }) => lineId === at.lineId && packetId === at.packetId,
  );
  return head?.trace[index ?? -1] ?? null;
}

function whyItem(letter: Letter, order: LetterOrder, item: Told): PageItem {
  const { sentences } = item;
  const grounds = groundKinds.flatMap((kind) => [
    ...textsOf(sentences, kind),
    ...(kind === "because" ? citation(letter, item) : []),
  ]);
  return {
    text: placed(letter, order, item, textsOf(sentences, "answer").join("")),
    items: grounds.map((text) => ({ text, items: [] })),
  };
}

/** Where the deciding clause stands in the law, where it says so. */
function citation(letter: Letter, { trace }: Told): string[] {
  if (trace === null) return [];
  const { clauses } = letter.document(trace.policy);
  const cite = clauses.find(({ name }) => name === trace.clause)?.cite ?? null;
  return cite === null ? [] : [letter.say("cite", { cite })];
}

const groundKinds: readonly Sentence["kind"][] = ["because", "arithmetic", "why"];

function changeItem(letter: Letter, order: LetterOrder, item: Told): PageItem {
  const nearest = textsOf(item.sentences, "nearest");
  const told = nearest.length === 0 ? [letter.say("change_none")] : nearest;
  const [first = "", ...rest] = told;
  return {
    text: placed(letter, order, item, first),
    items: rest.map((text) => ({ text, items: [] })),
  };
}

const textsOf = (sentences: readonly Sentence[], kind: Sentence["kind"]): string[] =>
  sentences.filter((sentence) => sentence.kind === kind).map(({ text }) => text);

/** Lines of one order often stand alike: what was said once is not said again. */
function eachOnce(items: readonly PageItem[]): PageItem[] {
  const keyOf = ({ text, items: below }: PageItem): string =>
    JSON.stringify([text, ...below.map((each) => each.text)]);
  return [...new Map(items.map((item) => [keyOf(item), item])).values()];
}

/** The sentence with the thing that it is about in front, where that is not the whole order. */
function placed(
  letter: Letter,
  order: LetterOrder,
  item: Pick<ExplainedItem, "lineId" | "packetId">,
  sentence: string,
): string {
  const name = placeName(letter, order, item);
  return name === null ? sentence : letter.say("item", { name, sentence });
}
