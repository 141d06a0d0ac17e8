import { Alert } from "antd";
import type { WireClaimPreview } from "../../../src/contract/index.ts";
import { fill, unitsText } from "../../../web/src/index.ts";
import { useConsole } from "../console.ts";

/** What the attestation will bring, for whoever is about to confirm it. */
export function AttestPreview({ preview }: { readonly preview: WireClaimPreview }) {
  const context = useConsole();
  const { texts } = context;
  const { outcome, returns, currency, needed, sentence, explanation } = preview;
  const sums = returns.map(({ units, unit }) => unitsText(units, unit, currency, context));
  const amount = sums.join(texts.between);
  const names = [...new Set(needed.map(({ name }) => name))].join(texts.between);
  const title = {
    pays: amount === "" ? texts.previewNothing : fill(texts.previewPays, { amount }),
    refuses: texts.previewRefuses,
    waits: fill(texts.previewWaits, { names }),
  }[outcome];
  const type = { pays: "warning", refuses: "warning", waits: "info" } as const;
  return (
    <Alert
      className="failure"
      role="status"
      type={type[outcome]}
      showIcon
      title={title}
      description={outcome === "refuses" ? sentence : explanation[0]}
    />
  );
}
