import type { LabelledRow, PageBlock, PageSection } from "../page/index.ts";
import { contactTexts, offeredBy } from "../policy/index.ts";
import type { Letter } from "./context.ts";

/** Where to turn, and until when. */
export function rightsSection(letter: Letter): PageSection {
  const { merchant, claim, market, customer } = letter.payload;
  const isChinese = market === "CN" && customer === "consumer";
  const first = letter.say("rights_merchant", { merchant: merchant.name, number: claim.number });
  const texts = [
    letter.say("rights_no_limit"),
    ...(isChinese ? [letter.say("rights_cn_consumer")] : []),
    letter.say("rights_law"),
  ];
  const paragraph = (text: string): PageBlock => ({ kind: "paragraph", text });
  return {
    heading: letter.say("rights"),
    blocks: [paragraph(first), ...contactBlocks(letter), ...texts.map(paragraph)],
  };
}

/** Whom to turn to, as it was when the letter was written. */
function contactBlocks(letter: Letter): PageBlock[] {
  const { name, contact } = letter.payload.merchant;
  if (contact === undefined) return [];
  const { registeredName, address, website } = contact;
  const { ask, complain } = contactTexts(contact, letter.language);
  const rows: LabelledRow[] = [
    { label: letter.say("merchant"), text: offeredBy(name, registeredName, letter.language) },
    { label: letter.say("merchant_address"), text: address },
    { label: letter.say("merchant_contact"), text: ask },
    ...(complain === ask ? [] : [{ label: letter.say("merchant_complaints"), text: complain }]),
    ...(website === null ? [] : [{ label: letter.say("merchant_website"), text: website }]),
  ];
  return [{ kind: "labelled", rows }];
}

/** Who says all this, on which day, and how a reader makes sure of it. */
export function signedSection(letter: Letter): PageSection {
  const { merchant, claim, issuedAt } = letter.payload;
  const { number } = claim;
  const name = offeredBy(merchant.name, merchant.contact?.registeredName ?? null, letter.language);
  const place = portalOf(letter);
  const rows: LabelledRow[] = [
    { label: letter.say("signed_by"), text: name },
    { label: letter.say("signed_on"), text: letter.day(issuedAt) },
    { label: letter.say("seal"), text: letter.say("seal_here") },
  ];
  const text =
    place === null ? letter.say("check_in", { number }) : letter.say("check_at", { place, number });
  return {
    heading: letter.say("signed"),
    blocks: [
      { kind: "labelled", rows },
      { kind: "paragraph", text },
    ],
  };
}

/** The merchant's pages for its customers, beside the address of its keys. */
function portalOf({ payload: { merchant } }: Letter): string | null {
  const origin = merchant.keysAt?.split("/.well-known/")[0];
  return origin === undefined ? null : `${origin}/portal/${merchant.slug}`;
}

/** The texts, by their hashes, the programs that computed with them, and how to check it all. */
export function technicalSection(letter: Letter): PageSection {
  const { orders, key, program, merchant } = letter.payload;
  const policies = orders.flatMap(({ decision }) => decision.policies);
  const versions = [...new Set(orders.map(({ decision }) => decision.evaluator))];
  const calendars = [...new Set(orders.map(({ decision }) => decision.calendar))];
  const rows: LabelledRow[] = [
    ...policies.map((policy) => documentRow(letter, policy)),
    ...versions.map((text) => ({ label: letter.say("evaluator"), text })),
    ...calendars.map((text) => ({ label: letter.say("calendar"), text })),
    { label: letter.say("program"), text: `Makegood ${program}` },
    { label: letter.say("key"), text: key.fingerprint },
  ];
  const once = new Map(rows.map((row) => [`${row.label} ${row.text}`, row]));
  const { keysAt } = merchant;
  const where =
    keysAt === undefined
      ? letter.say("check_key_unset")
      : letter.say("check_key", { place: keysAt });
  return {
    heading: letter.say("technical"),
    blocks: [
      { kind: "labelled", rows: [...once.values()] },
      { kind: "paragraph", text: letter.say("check_how") },
      { kind: "paragraph", text: where },
    ],
  };
}

type Policy = Letter["payload"]["orders"][number]["decision"]["policies"][number];

function documentRow(letter: Letter, { id, version, hash, params }: Policy): LabelledRow {
  const reference = `${id}@${version}`;
  const title = letter.titleOf(letter.document(reference));
  const given = Object.entries(params).map(([name, value]) => `${name} = ${value}`);
  const told = given.length === 0 ? "" : letter.say("parameters", { params: given.join(", ") });
  return {
    label: letter.say("document", { title }),
    text: `${reference}${told} · SHA-256 ${hash}`,
  };
}
