import { languages } from "../../../src/contract/index.ts";
import type { Language, MerchantProfile } from "../../../src/contract/index.ts";

/** The profile as a form holds it: every part is a text, empty where nothing is stated. */
export interface ProfileValues {
  readonly registeredName: string;
  readonly address: string;
  readonly phone: string;
  readonly email: string;
  readonly hours: Readonly<Record<Language, string>>;
  readonly website: string;
  readonly complaints: { readonly phone: string; readonly email: string };
}

export function valuesOf(profile: MerchantProfile | null): ProfileValues {
  const hours = profile?.hours;
  return {
    registeredName: profile?.registeredName ?? "",
    address: profile?.address ?? "",
    phone: profile?.phone ?? "",
    email: profile?.email ?? "",
    hours: {
      "zh-CN": hours?.["zh-CN"] ?? "",
      "zh-TW": hours?.["zh-TW"] ?? "",
      en: hours?.en ?? "",
    },
    website: profile?.website ?? "",
    complaints: {
      phone: profile?.complaints?.phone ?? "",
      email: profile?.complaints?.email ?? "",
    },
  };
}

/** What is sent; that some of it is missing is for the server to say, at its place. */
export function profileOf(values: ProfileValues): MerchantProfile {
  const { registeredName, address, hours, complaints } = values;
  const [phone, email] = [stated(complaints.phone), stated(complaints.email)];
  const saysHours = languages.some((language) => hours[language].trim() !== "");
  return {
    registeredName,
    address,
    phone: stated(values.phone),
    email: stated(values.email),
    hours: saysHours ? hours : null,
    website: stated(values.website),
    complaints: phone === null && email === null ? null : { phone, email },
  };
}

const stated = (text: string): string | null => (text.trim() === "" ? null : text);

/** `/hours/en` as a form names it; null where it names no part of this one. */
export function namePathOf(field: string | undefined, values: ProfileValues): string[] | null {
  const [first = "", second] = (field ?? "").split("/").slice(1);
  const part: unknown = Object.entries(values).find(([name]) => name === first)?.[1];
  if (part === undefined) return null;
  return second === undefined ? [first] : [first, second];
}
