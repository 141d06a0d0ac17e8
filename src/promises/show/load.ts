import { type Language, type Refusal, isRefusal, refuse } from "../../contract/index.ts";
import { type TermsMerchant, contactTexts, isRefusal as isCoreRefusal } from "../../core/index.ts";
import { type StoredProfile, selectMerchant, selectProfile } from "../../merchants/index.ts";
import type { ReadTx } from "../../platform/index.ts";
import { type Compiled, compileStored } from "../compiled.ts";
import { invalid } from "../life/invalid.ts";
import { faultsOf } from "../life/read-text.ts";
import { selectPublished } from "../store.ts";
import { linksOf } from "./links.ts";
import type { Shown } from "./shown.ts";
import { type ShownPlace, type ShownRow, selectShown, selectShownDraft } from "./store.ts";

export type ShowWish = {
  readonly place: ShownPlace;
  readonly language: Language;
  /** Where the product answers, such as `https://shop.example`. */
  readonly origin: string;
  /** Whether what is not published is shown too. */
  readonly drafts: boolean;
};

/** The sum on which worked examples are reckoned: a round one, in the currency of the shop. */
const example = { amountMinor: 100_000, currency: "CNY" };

/** A version of this transaction's merchant, ready to be drawn. */
export async function loadShown(tx: ReadTx, wish: ShowWish): Promise<Shown | Refusal> {
  const { place, language, drafts } = wish;
  const published = await selectShown(tx, place);
  const row = published ?? (drafts ? await selectShownDraft(tx, place) : null);
  if (row === null) return refuse("not_found", { what: `${place.policyId}@${place.version}` });
  const compiled = compiledOf(row, language);
  return isRefusal(compiled) ? compiled : shownOf(tx, row, compiled, wish);
}

function compiledOf(row: ShownRow, language: Language): Compiled | Refusal {
  const { hash } = row;
  if (hash === null) return invalid(faultsOf(row.text, row.catalogue_text), language);
  const compiled = compileStored({ ...row, hash }, {});
  // Its own values fit a document that was read without fault.
  if (isCoreRefusal(compiled)) throw new Error(compiled.sentence);
  return compiled;
}

async function shownOf(
  tx: ReadTx,
  row: ShownRow,
  { policy, carried, unsaid }: Compiled,
  { language, origin }: ShowWish,
): Promise<Shown> {
  const [merchant, profile] = await Promise.all([selectMerchant(tx), selectProfile(tx)]);
  if (merchant === null) throw new Error("a version has no merchant");
  const { document } = policy;
  const addressOf = (version: number): string =>
    `${origin}/terms/${merchant.slug}/${document.id}/${version}?language=${language}`;
  const portal = `${origin}/portal/${merchant.slug}`;
  const address = addressOf(document.version);
  const current = row.current_version;
  return {
    document,
    language,
    about: {
      carried,
      unsaid,
      floors: await floorsOf(tx, document.kind === "floor" ? [] : document.floors),
      merchant: merchantOf(merchant.name, { profile, portal, language }),
      params: null,
      example,
      address,
    },
    state: stateOf(row),
    address,
    currentAddress: row.status === "superseded" && current !== null ? addressOf(current) : null,
    writtenAt: row.written_at,
    links: linksOf(portal, profile),
    zone: merchant.zone,
  };
}

interface Reached {
  readonly profile: StoredProfile | null;
  readonly portal: string;
  readonly language: Language;
}

/** As it is today, whenever the version was published. */
function merchantOf(name: string, { profile, portal, language }: Reached): TermsMerchant {
  if (profile === null) {
    const unstated = { registeredName: null, address: null, website: null };
    // The portal takes claims, questions and complaints alike.
    return { name, ...unstated, applyAt: portal, contact: portal, complaintsAt: portal };
  }
  const { registeredName, address, website } = profile;
  const { ask, complain } = contactTexts(profile, language);
  const reached = { applyAt: portal, contact: ask, complaintsAt: complain };
  return { name, registeredName, address, website, ...reached };
}

function stateOf({ status }: ShownRow): Shown["state"] {
  if (status === "published") return "current";
  return status === "superseded" ? "superseded" : "draft";
}

async function floorsOf(tx: ReadTx, ids: readonly string[]): Promise<Shown["about"]["floors"]> {
  const rows = ids.length === 0 ? [] : await selectPublished(tx, ids);
  return rows.flatMap((row) => {
    const compiled = compileStored(row, {});
    if (isCoreRefusal(compiled)) throw new Error(compiled.sentence);
    const { document } = compiled.policy;
    return document.kind === "floor" ? [{ document, carried: compiled.carried }] : [];
  });
}
