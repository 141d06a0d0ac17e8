import { readdirSync } from "node:fs";
import { join } from "node:path";
import { readPolicyFile } from "../../contract/index.ts";
import type { CatalogueFile, Language, Texts } from "../../contract/index.ts";
import type { PolicyDocument } from "../../core/index.ts";
import { readText } from "../quote/input.ts";
import { mustRead, shippedFolder, wordsFrom } from "./files.ts";

/** A floor that a policy does not name and is held against all the same once it is published. */
export interface FloorAtPublication {
  readonly floor: string;
  readonly market: string | null;
}

/**
 * Shipped floors that bind the same claims and customers by the law of a market. Which markets are
 * a merchant's own is known at publication alone; one for some merchants binds not everybody.
 */
export function floorsAtPublication(policy: PolicyDocument): FloorAtPublication[] {
  let words: CatalogueFile | null = null;
  return readdirSync(shippedFolder)
    .filter((name) => name.endsWith(".floor.yaml"))
    .sort()
    .flatMap((name) => {
      const file = join(shippedFolder, name);
      words ??= wordsFrom(null, "en");
      const { document, carried } = mustRead(file, readPolicyFile(readText(file), words), "en");
      if (document.kind !== "floor" || policy.floors.includes(document.id)) return [];
      if (!document.verified || document.merchants !== "all") return [];
      const isSame =
        document.answers.some((kind) => policy.answers.includes(kind)) &&
        document.binds.some((audience) => policy.binds.includes(audience));
      return isSame ? [{ floor: document.id, market: carried.market }] : [];
    });
}

const sentence: Texts = {
  "zh-CN":
    "公布时，如商家选择了相应市场，还会与以下底线核对：{floors}；现在就要核对，请写进 `floors:`",
  "zh-TW":
    "公布時，如商家選擇了相應市場，還會與以下底線核對：{floors}；現在就要核對，請寫進 `floors:`",
  en:
    "at publication it is also held against the floors of the merchant's markets: {floors}; " +
    "name them under `floors:` to see it now",
};

/** Null where nothing binds but what the policy names itself. */
export function tellAtPublication(
  floors: readonly FloorAtPublication[],
  language: Language,
): string | null {
  if (floors.length === 0) return null;
  const each = floors.map(({ floor, market }) =>
    market === null ? `\`${floor}\`` : `\`${floor}\` (${market})`,
  );
  return sentence[language].replace("{floors}", each.join(language === "en" ? ", " : "、"));
}
