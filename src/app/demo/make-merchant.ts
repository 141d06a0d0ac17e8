import { isRefusal, rights } from "../../contract/index.ts";
import type { MerchantProfile } from "../../contract/index.ts";
import {
  createApiKey,
  createMerchant,
  createStaff,
  merchantOfSlug,
  setProfile,
} from "../../merchants/index.ts";
import { systemActor, transact } from "../../platform/index.ts";
import type { Platform, Unit } from "../../platform/index.ts";
import { installShipped } from "../../promises/index.ts";
import { answered } from "../cli/answered.ts";
import { writeDemoFile } from "./demo-file.ts";
import type { DemoFile } from "./demo-file.ts";

/** Nobody answers there: the domain is reserved for examples, the number is not given out. */
const demoProfile: MerchantProfile = {
  registeredName: "守诺示范商贸有限公司",
  address: "上海市黄浦区示范路 1 号（演示地址）",
  phone: "400-000-0000",
  email: "service@shop.example",
  hours: {
    "zh-CN": "周一至周五 9:00–18:00",
    "zh-TW": "週一至週五 9:00–18:00",
    en: "Monday to Friday, 9:00–18:00",
  },
  website: null,
  complaints: { phone: null, email: "complaints@shop.example" },
};

/** The merchant with its promises, two members of staff and one API key; run again it goes on. */
export async function makeMerchant(platform: Platform, begun: DemoFile): Promise<DemoFile> {
  const { merchantSlug: slug, signInName, secondName } = begun;
  const merchantId =
    (await merchantOfSlug(platform, slug)) ??
    answered(await createMerchant(platform, { slug, name: "守诺示范商城" }));
  const unit: Unit = { merchantId, actor: systemActor(merchantId, "demo"), route: "demo" };
  answered(
    await transact(platform, unit, async (tx) => {
      await installShipped(tx);
      return setProfile(tx, demoProfile, platform.settings);
    }),
  );
  await makeStaff(platform, unit, begun, { signInName, displayName: "演示账号" });
  await makeStaff(platform, unit, begun, { signInName: secondName, displayName: "演示复核账号" });
  const keyRights = rights.filter((right) => right !== "administer");
  const issued = await createApiKey(platform, unit, { label: "demo", rights: keyRights });
  const file = { ...begun, merchantId, apiKey: answered(issued).key };
  writeDemoFile(platform.settings.dataFolder, file);
  return file;
}

/** Unless it was made before we were cut short, with the password that we have written down. */
async function makeStaff(
  platform: Platform,
  unit: Unit,
  { password }: DemoFile,
  names: { readonly signInName: string; readonly displayName: string },
): Promise<void> {
  const staff = await createStaff(platform, unit, { ...names, password, rights: [...rights] });
  if (!isRefusal(staff) || staff.code !== "sign_in_name_taken") answered(staff);
}
