import { isRefusal, refuse } from "../contract/index.ts";
import type {
  ErrorCode,
  MerchantProfile,
  MerchantProfileView,
  Refusal,
} from "../contract/index.ts";
import type { ReadTx, Settings, Tx } from "../platform/index.ts";
import { recordDeed } from "./audit.ts";
import { selectProfile, upsertProfile } from "./profile-store.ts";
import { isEmail, isPhone, tidy } from "./rules/contact.ts";
import { selectMerchant } from "./store.ts";

type Settled = Pick<Settings, "publicUrl">;

export async function profileView(
  tx: ReadTx,
  { publicUrl }: Settled,
): Promise<MerchantProfileView> {
  const [merchant, stored] = await Promise.all([selectMerchant(tx), selectProfile(tx)]);
  if (merchant === null) throw new Error(`there is no merchant ${tx.merchantId}`);
  const shown = { shopName: merchant.name, publicAddress: publicUrl };
  if (stored === null) return { ...shown, profile: null, changedAt: null };
  const { changedAt, ...profile } = stored;
  return { ...shown, profile, changedAt: new Date(changedAt).toISOString() };
}

/** States the profile anew; the audit log says which parts are other ones, not what they say. */
export async function setProfile(
  tx: Tx,
  asked: MerchantProfile,
  settings: Settled,
): Promise<MerchantProfileView | Refusal> {
  const profile = tidied(asked);
  const refused = faultOf(profile);
  if (refused !== null) return refused;
  const before = await selectProfile(tx);
  const changed = partsOf(profile).filter((part) => differs(before?.[part], profile[part]));
  if (before === null || changed.length > 0) {
    await upsertProfile(tx, profile);
    const deed = { action: "merchant.profile_changed", subject: tx.merchantId };
    await recordDeed(tx, { ...deed, detail: { changed } });
  }
  return profileView(tx, settings);
}

const partsOf = (profile: MerchantProfile) => Object.keys(profile) as (keyof MerchantProfile)[];

const differs = (one: unknown, other: unknown): boolean =>
  JSON.stringify(one, keysOf(one)) !== JSON.stringify(other, keysOf(other));

/** The database sorts the keys of an object its own way. */
const keysOf = (value: unknown): string[] | null =>
  typeof value === "object" && value !== null ? Object.keys(value).sort() : null;

function tidied(asked: MerchantProfile): MerchantProfile {
  const { hours, complaints } = asked;
  const held = (text: string | null): string | null => (text === null ? null : tidy(text));
  return {
    registeredName: tidy(asked.registeredName),
    address: tidy(asked.address),
    phone: held(asked.phone),
    email: held(asked.email),
    hours:
      hours === null
        ? null
        : { "zh-CN": tidy(hours["zh-CN"]), "zh-TW": tidy(hours["zh-TW"]), en: tidy(hours.en) },
    website: held(asked.website),
    complaints:
      complaints === null ? null : { phone: held(complaints.phone), email: held(complaints.email) },
  };
}

/** The first fault, with its place. */
function faultOf(profile: MerchantProfile): Refusal | null {
  const { registeredName, address, hours, website, complaints } = profile;
  const blank = Object.entries({
    "/registeredName": registeredName,
    "/address": address,
    ...(hours === null ? {} : inField("/hours", hours)),
  }).find(([, text]) => text === "");
  if (blank !== undefined) return refuse("text_blank", {}, blank[0]);
  const wrong =
    contactFault(profile, "") ?? (complaints && contactFault(complaints, "/complaints"));
  if (isRefusal(wrong)) return wrong;
  if (website === null || isWebsite(website)) return null;
  return refuse("website_invalid", { text: website }, "/website");
}

const inField = (field: string, texts: Readonly<Record<string, string>>) =>
  Object.fromEntries(Object.entries(texts).map(([key, text]) => [`${field}/${key}`, text]));

type Contact = Pick<MerchantProfile, "phone" | "email">;

function contactFault({ phone, email }: Contact, field: string): Refusal | null {
  const wrong = (code: ErrorCode, text: string, part: string) =>
    refuse(code, { text }, `${field}/${part}`);
  if (phone === null && email === null) return refuse("contact_missing", {}, `${field}/phone`);
  if (phone !== null && !isPhone(phone)) return wrong("phone_invalid", phone, "phone");
  if (email !== null && !isEmail(email)) return wrong("email_invalid", email, "email");
  return null;
}

/** An address on the web that anybody can open: no name and no password in it. */
function isWebsite(text: string): boolean {
  if (!/^https?:\/\//i.test(text) || /\s/.test(text) || !URL.canParse(text)) return false;
  const { hostname, username, password } = new URL(text);
  return username === "" && password === "" && /^[^.]+(\.[^.]+)+$/.test(hostname);
}
