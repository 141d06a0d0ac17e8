import { parseWithin } from "../../calendar/index.ts";
import type { PageBlock, PageSection } from "../../page/index.ts";
import { isListed } from "../fact-kind.ts";
import type { Fact } from "../model.ts";
import type { Language } from "../texts.ts";
import type { CarriedDeadline, CarriedTexts, TermsAbout } from "./about.ts";
import { joined } from "./grammar.ts";
import { type PageWord, begun, tell, tellName } from "./page-words.ts";
import { listOf, section } from "./sections-of-conduct.ts";
import { sourceText } from "./sections-of-law.ts";
import type { Telling } from "./telling.ts";

const moments: Readonly<Record<string, PageWord>> = {
  "claim.filed_at": "from_filed",
  "claim.decided_at": "from_decided",
  "return.received_at": "from_returned",
  "claim.asked_at": "from_asked",
};
const ends: Readonly<Record<string, PageWord>> = {
  "claim.decided_at": "to_decided",
  "return.arranged_at": "to_arranged",
  "claim.supplemented_at": "to_supplemented",
  "refund.paid_at": "to_paid",
};

/** `3个工作日`, `7 days`: a promised period as people say it. */
export function withinText(within: string, language: Language): string {
  const [, n = within, unit] = /^(\d+)(h|d|bd)$/.exec(within) ?? [];
  const word = unit === "h" ? "within_hours" : unit === "bd" ? "within_business" : "within_days";
  const text = tell(word, language, { n });
  return language === "en" && n === "1" ? text.replace(/s$/, "") : text;
}

/** A time limit as a sentence about whoever has to keep it. */
export function deadlineText(
  { duty, from, to, within }: Pick<CarriedDeadline, "duty" | "from" | "to" | "within">,
  language: Language,
  ofLaw: boolean,
): string {
  const text = tell("deadline", language, {
    from: tell(moments[from] ?? "from_other", language, { moment: from }),
    to: tell(ends[to] ?? "to_other", language, { moment: to }),
    within: withinText(within, language),
  });
  const holder = duty === "customer" ? "customer" : ofLaw ? "trader" : "merchant";
  return tell(`deadline_${holder}`, language, { text });
}

/** The promised time limits, then those of the law that stand above them. */
export function deadlinesSection(
  telling: Telling,
  about: TermsAbout,
  facts: readonly Fact[],
): PageSection[] {
  const { document, language } = telling;
  const isFloor = document.kind === "floor";
  // Where the records alone establish the facts, nothing is ever asked of the customer.
  const asked = facts.some(isAsked);
  const promised = about.carried.deadlines.filter(({ duty }) => asked || duty === "merchant");
  const own = promised.map((each) =>
    isFloor
      ? lawfulText(each, about.carried, language)
      : begun(deadlineText(each, language, false), language),
  );
  const above = about.floors.flatMap(({ carried }) =>
    carried.deadlines
      .filter(({ kinds }) => kinds?.some((kind) => document.answers.includes(kind)) ?? true)
      .map((deadline) => ({ deadline, carried })),
  );
  const law = above.map(({ deadline, carried }) =>
    lawfulText(withoutSole(deadline, document.answers), carried, language),
  );
  const counted = [...promised, ...above.map(({ deadline }) => deadline)];
  const inDays = counted.some(({ within }) => parseWithin(within)?.count !== "seconds");
  const pauses = !isFloor && asked && own.length > 0;
  const notes = [
    ...(inDays ? [tell("days_note", language)] : []),
    ...(pauses ? [tell("pause_note", language)] : []),
  ];
  return section(tell("deadlines", language), [
    ...listOf([...own, ...law]),
    ...notes.map((text): PageBlock => ({ kind: "paragraph", text })),
  ]);
}

/** Kinds are named where a text answers others as well. */
function withoutSole(deadline: CarriedDeadline, answers: readonly string[]): CarriedDeadline {
  const kinds = deadline.kinds?.filter((kind) => answers.includes(kind)) ?? null;
  return { ...deadline, kinds: kinds?.length === answers.length ? null : kinds };
}

function lawfulText(deadline: CarriedDeadline, carried: CarriedTexts, language: Language): string {
  const text = deadlineText(deadline, language, true);
  const [citation] = deadline.citations;
  const kinds = deadline.kinds ?? [];
  const names = kinds.map((kind) => tellName("kind", kind, language));
  const between = [tell("list_and", language), tell("last_list_and", language)] as const;
  const told =
    kinds.length === 0
      ? text
      : text.replace(
          /[。.]$/,
          (stop) => tell("deadline_for", language, { kinds: joined(names, ...between) }) + stop,
        );
  if (citation === undefined) return begun(told, language);
  const source = sourceText(citation, carried, language);
  return tell("deadline_law", language, { source, text: told });
}

/** What a person says or proves; a wish counts even where it is not said. */
const isAsked = (fact: Fact): boolean =>
  fact.by !== "event" && !(isListed(fact) && fact.unsaid !== null);
