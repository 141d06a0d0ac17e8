import { Card } from "antd";
import { addressOf, calls } from "../../../src/contract/index.ts";
import type { WirePolicyText } from "../../../src/contract/index.ts";
import { useConsole, useMe } from "../console.ts";
import { promiseTextsOf } from "../texts/promises.ts";
import type { PromiseTexts } from "../texts/promises.ts";

/** The version as its customers see it: public once it is published, a marked preview before. */
export function ShownCard({ version }: { readonly version: WirePolicyText }) {
  const { language } = useConsole();
  const words = promiseTextsOf[language];
  const merchantSlug = useMe().merchant.slug;
  const { policyId, version: number, status, hash } = version;
  // A text with faults has no terms.
  if (hash === null) return null;
  const isPublic = status === "published" || status === "superseded";
  const address = (file: string) =>
    addressOf(isPublic ? calls.showFile.path : calls.previewFile.path, {
      params: { merchantSlug, policyId, version: number, file },
      query: { language },
    });
  const files = Object.keys(words.forms) as (keyof PromiseTexts["forms"])[];
  return (
    <Card size="small" title={<h2>{words.shown}</h2>}>
      <p className="hint">{isPublic ? words.shownText : words.previewText}</p>
      <div className="answers">
        {files.map((file) => (
          <a key={file} href={address(file)} target="_blank" rel="noreferrer">
            {words.forms[file]}
          </a>
        ))}
      </div>
    </Card>
  );
}
