import type { Language, WireClaimPreview } from "../../contract/index.ts";
import type { ReadTx } from "../../platform/index.ts";
import type { Previewed } from "../flow/preview.ts";
import type { Alternative, Returned } from "../rules/preview.ts";
import { returnsOf } from "../rules/preview.ts";
import { sentencesOf } from "./explain.ts";
import { neededView, optionNamed } from "./needed.ts";
import type { Voice } from "./needed.ts";
import { refusalSentence } from "./reason.ts";

interface PreviewReader {
  readonly language: Language;
  readonly voice: Voice;
}

/** What would happen, in the reader's language and voice. */
export async function previewView(
  tx: ReadTx,
  { kind, preview, orders }: Previewed,
  { language, voice }: PreviewReader,
): Promise<WireClaimPreview> {
  const { outcome, status } = preview.plan;
  const policies = orders.flatMap((order) => [...order.policies]);
  const needed = "needed" in outcome ? outcome.needed : [];
  const shown = preview.shown?.outcome;
  const decisions =
    shown === undefined || "needed" in shown
      ? []
      : "foreseen" in shown
        ? shown.foreseen
        : shown.decided;
  const sentences = await Promise.all(
    decisions.map(({ result }) =>
      sentencesOf(
        tx,
        { decision: result.decision, accepted: result.gives && result.adds },
        kind,
        language,
      ),
    ),
  );
  const explanation = [...new Set(sentences.flat())];
  const code = "refusalCode" in outcome ? outcome.refusalCode : null;
  const values = "refusalValues" in outcome ? outcome.refusalValues : {};
  const isRefused = status === "refused";
  return {
    outcome: isRefused ? "refuses" : needed.length > 0 ? "waits" : "pays",
    sentence: isRefused
      ? (refusalSentence(code, null, values, language) ?? explanation[0] ?? null)
      : null,
    returns: (preview.shown === null ? [] : returnsOf(preview.shown)).map(returnedView),
    currency: orders[0]?.facts?.currency ?? "CNY",
    needed: needed.map((one) => neededView(one, policies, language, voice)),
    explanation,
    alternatives: preview.alternatives.map((one) => alternativeView(one)),
  };

  function alternativeView({ wish, endsAt, returns }: Alternative) {
    const fact = policies.map(({ document }) => document.facts[wish?.fact ?? ""]).find(Boolean);
    const option = fact === undefined ? undefined : optionNamed(fact, wish?.option ?? "");
    return {
      text: (option?.[voice] ?? option?.found)?.[language] ?? null,
      fact: wish?.fact ?? null,
      value: wish?.option ?? null,
      endsAt: endsAt === null ? null : new Date(endsAt).toISOString(),
      returns: returns.map(returnedView),
    };
  }
}

const returnedView = ({ orderId, tenderId, purpose, unit, units }: Returned) => ({
  orderId,
  tenderId,
  by: byOf(purpose),
  unit,
  units,
});

/** As obligations are told apart: what is no compensation and has no tender is a grant. */
const byOf = (purpose: string | null): "tender" | "compensation" | "grant" => {
  if (purpose === null) return "tender";
  return purpose.startsWith("compensation:") ? "compensation" : "grant";
};
