import { profileRoutes } from "../contract/index.ts";
import { implement, readTransaction, transact } from "../platform/index.ts";
import type { Implementation, Platform } from "../platform/index.ts";
import { profileView, setProfile } from "./profile.ts";

export const profileImplementations = (platform: Platform): Implementation[] => [
  implement(profileRoutes.getMerchantProfile, ({ merchantId }) =>
    readTransaction(platform, merchantId, (tx) => profileView(tx, platform.settings)),
  ),
  implement(profileRoutes.setMerchantProfile, (request) =>
    transact(platform, request, (tx) => setProfile(tx, request.body, platform.settings)),
  ),
];
