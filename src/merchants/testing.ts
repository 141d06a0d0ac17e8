import type { MerchantProfile } from "../contract/index.ts";
import { isRefusal } from "../contract/index.ts";
import { transact } from "../platform/index.ts";
import { testActor } from "../platform/testing.ts";
import type { TestPlatform } from "../platform/testing.ts";
import { setProfile } from "./profile.ts";

/** What a merchant of a test says of itself. */
export const testProfile: MerchantProfile = {
  registeredName: "守诺示范商贸有限公司",
  address: "上海市黄浦区示范路 1 号",
  phone: "400-820-8820",
  email: "service@shop.example",
  hours: { "zh-CN": "每天 9–18 点", "zh-TW": "每天 9–18 點", en: "daily, 9:00–18:00" },
  website: "https://shop.example",
  complaints: null,
};

/** States it, as every merchant does before it publishes for consumers. */
export async function stateProfile(
  { platform }: Pick<TestPlatform, "platform">,
  merchantId: string,
  profile: MerchantProfile = testProfile,
): Promise<void> {
  const unit = { merchantId, actor: testActor(merchantId), route: "test" };
  const stated = await transact(platform, unit, (tx) => setProfile(tx, profile, platform.settings));
  if (isRefusal(stated)) throw new Error(`${stated.code} ${stated.field ?? ""}`);
}
