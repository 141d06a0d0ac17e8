import { allMerchantIds, merchantOfSlug } from "../../merchants/index.ts";
import type { Platform } from "../../platform/index.ts";
import { CommandError } from "./failure.ts";

/** The merchant of a slug, or the only one there is. */
export async function chosenMerchant(platform: Platform, slug: string | null): Promise<string> {
  if (slug !== null) {
    const merchantId = await merchantOfSlug(platform, slug);
    if (merchantId !== null) return merchantId;
    throw new CommandError(`there is no merchant \`${slug}\`; check the name after --merchant`);
  }
  const [only, ...others] = await allMerchantIds(platform);
  if (only === undefined) {
    throw new CommandError("there is no merchant yet; run `makegood start` for a demo merchant");
  }
  if (others.length === 0) return only;
  throw new CommandError(`there are ${others.length + 1} merchants; name one with --merchant`);
}
