import type { Language, Texts } from "../texts.ts";
import { tell } from "./page-words.ts";

/** How the customers of a merchant reach it; what is null is not stated. */
export type MerchantContact = {
  /** As it stands in the register. */
  readonly registeredName: string;
  readonly address: string;
  readonly phone: string | null;
  readonly email: string | null;
  /** When somebody answers. */
  readonly hours: Texts | null;
  readonly website: string | null;
  /** Null: complaints go where questions go. */
  readonly complaints: { readonly phone: string | null; readonly email: string | null } | null;
};

/** Where to ask, with the hours of the first way that is named, and where to complain. */
export function contactTexts(
  { phone, email, hours, complaints }: MerchantContact,
  language: Language,
): { readonly ask: string; readonly complain: string } {
  const ask = waysOf({ phone, email }, hours?.[language] ?? null, language);
  return { ask, complain: complaints === null ? ask : waysOf(complaints, null, language) };
}

function waysOf(
  { phone, email }: Pick<MerchantContact, "phone" | "email">,
  hours: string | null,
  language: Language,
): string {
  const named = [
    ...(phone === null ? [] : [tell("contact_phone", language, { phone })]),
    ...(email === null ? [] : [tell("contact_email", language, { email })]),
  ];
  const [first = "", ...others] = named;
  const timed = hours === null ? first : tell("noted", language, { title: first, note: hours });
  return [timed, ...others].join(tell("contact_or", language));
}

/** Who stands behind the name of a shop. */
export function offeredBy(name: string, registeredName: string | null, language: Language): string {
  if (registeredName === null || registeredName === name) return name;
  return tell("noted", language, { title: registeredName, note: name });
}
