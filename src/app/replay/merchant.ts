import { createMerchant, merchantOfSlug } from "../../merchants/index.ts";
import { systemActor, transact } from "../../platform/index.ts";
import type { Platform } from "../../platform/index.ts";
import { installShipped } from "../../promises/index.ts";
import { answered } from "../cli/answered.ts";

export const retailSlug = "online-retail";

/** The shop of the Online Retail file, whose one promise is to return what its record says. */
export async function retailMerchant(platform: Platform): Promise<string> {
  const known = await merchantOfSlug(platform, retailSlug);
  if (known !== null) return known;
  const name = "Online Retail";
  const merchantId = answered(await createMerchant(platform, { slug: retailSlug, name }));
  const unit = { merchantId, actor: systemActor(merchantId, "replay"), route: "replay" };
  answered(
    await transact(platform, unit, async (tx) => {
      await installShipped(tx, { defaults: ["online-retail-replay"], markets: [] });
      return null;
    }),
  );
  return merchantId;
}
