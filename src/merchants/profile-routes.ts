import { profileRoutes, refuse } from "../contract/index.ts";
import { implement, readTransaction, transact } from "../platform/index.ts";
import type { Implementation, Platform } from "../platform/index.ts";
import { profileView, setProfile } from "./profile.ts";
import { merchantOfSlug } from "./sessions.ts";

export const profileImplementations = (platform: Platform): Implementation[] => [
  implement(profileRoutes.getShop, async ({ params: { merchantSlug: slug } }) => {
    const merchantId = await merchantOfSlug(platform, slug);
    if (merchantId === null) return refuse("not_found", { what: slug });
    return readTransaction(platform, merchantId, async (tx) => {
      const { shopName, profile } = await profileView(tx, platform.settings);
      return { slug, shopName, profile };
    });
  }),
  implement(profileRoutes.getMerchantProfile, ({ merchantId }) =>
    readTransaction(platform, merchantId, (tx) => profileView(tx, platform.settings)),
  ),
  implement(profileRoutes.setMerchantProfile, (request) =>
    transact(platform, request, (tx) => setProfile(tx, request.body, platform.settings)),
  ),
];
