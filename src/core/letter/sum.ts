import type { PageSection } from "../page/index.ts";
import { moneyText } from "../policy/index.ts";
import type { TraceStep } from "../settlement/index.ts";
import type { Letter } from "./context.ts";
import type { LetterOrder } from "./payload.ts";

/** The way from what was paid to what is owed, and what of it is new; nothing for a refusal. */
export function sumSections(letter: Letter): PageSection[] {
  return letter.payload.orders
    .filter(({ accepted }) => accepted)
    .map((order) => ({
      heading: letter.heading("sum", "sum_of", order),
      blocks: [
        {
          kind: "table",
          head: [letter.say("step"), letter.say("amount")],
          rows: rowsOf(letter, order),
          figures: [1],
        },
      ],
    }));
}

function rowsOf(letter: Letter, { sums }: LetterOrder): string[][] {
  const { before, after } = sums;
  const { paidMinor, steps, totalMinor } = after.trace;
  const row = (text: string, amountMinor: number): string[] => [
    text,
    moneyText(amountMinor, after.currency, letter.language),
  ];
  const earlier = before.trace.totalMinor;
  return [
    row(letter.say("step_paid"), paidMinor),
    ...steps.map((step) => row(stepText(letter, step), step.amountMinor)),
    row(letter.say("step_owed"), totalMinor),
    ...(earlier === 0
      ? []
      : [
          row(letter.say("step_before"), earlier),
          row(letter.say("step_this"), totalMinor - earlier),
        ]),
  ];
}

function stepText(letter: Letter, step: TraceStep): string {
  if (step.kind !== "deduction" && step.kind !== "take") return letter.say(`step_${step.kind}`);
  const base = letter.baseText(step.base);
  return base === null
    ? letter.say(`step_${step.kind}`)
    : letter.say(`step_${step.kind}_of`, { base });
}
