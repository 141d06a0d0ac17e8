import type { Right } from "../../contract/index.ts";
import { signIn, signOut } from "../../merchants/index.ts";
import type { Actor, Platform } from "../../platform/index.ts";
import { answered } from "../cli/answered.ts";
import { CommandError } from "../cli/failure.ts";
import { chosenMerchant } from "../cli/merchant.ts";

/** Who acts: a person of the merchant's staff, with the password that the console takes. */
export interface Person {
  readonly merchant: string | null;
  readonly signInName: string;
  readonly password: string | null;
}

/**
 * The member of staff that is named. Whoever can reach the database could write down any name: four
 * eyes are two persons only where each has proven to be one.
 */
export async function signedIn(platform: Platform, person: Person): Promise<Actor> {
  const { signInName, password } = person;
  if (password === null) {
    throw new CommandError("set MAKEGOOD_PASSWORD to the password of the person after --as");
  }
  const merchantId = await chosenMerchant(platform, person.merchant);
  const given = { signInName, password, address: "command line" };
  const { actor, token } = answered(await signIn(platform, given));
  await signOut(platform, actor, token);
  if (actor.merchantId === merchantId) return actor;
  throw new CommandError(
    `\`${signInName}\` is no member of this merchant's staff; check --merchant`,
  );
}

export function needRight(actor: Actor, right: Right): void {
  if (actor.rights.has(right)) return;
  throw new CommandError(`\`${actor.name}\` does not have the right \`${right}\`; ask who has it`);
}
