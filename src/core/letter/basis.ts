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

/** The texts, by their hashes, and the programs that computed with them. */
export function basisSection(letter: Letter): PageSection {
  const { orders, key, program } = letter.payload;
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
  return {
    heading: letter.say("basis"),
    blocks: [{ kind: "labelled", rows: [...once.values()] }],
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

export function checkSection(letter: Letter): PageSection {
  const { slug, keysAt } = letter.payload.merchant;
  const place = keysAt ?? `/.well-known/makegood-keys/${slug}`;
  const texts = [letter.say("check_how"), letter.say("check_key", { place })];
  return {
    heading: letter.say("check"),
    blocks: texts.map((text) => ({ kind: "paragraph", text })),
  };
}
