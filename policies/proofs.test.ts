import { describe, expect, it } from "vitest";
import { readPolicyFile } from "../src/contract/index.ts";
import {
  type FloorDocument,
  type Proof,
  prove,
  tellFinding,
  tellProof,
} from "../src/core/index.ts";
import { documentNames, policyText, shippedCatalogue } from "./shipped-files.ts";
import { shippedFile, testNames } from "./shipped-files.ts";

const words = shippedCatalogue();
const floors = documentNames().flatMap((name): FloorDocument[] => {
  const { document } = shippedFile(name, words);
  return document.kind === "floor" ? [document] : [];
});

function proofOf(text: string): { proof: Proof; sentences: string[] } {
  const read = readPolicyFile(text, words);
  if (!read.ok) throw new Error(JSON.stringify(read.problems));
  const { document } = read.value;
  const proof = prove(document, { floors, facts: words.catalogue.facts });
  const sentences = proof.findings.map((found) => tellFinding(found, document, floors, "en"));
  return { proof, sentences };
}

it.each([...documentNames(), ...testNames()])("%s is proven", (name) => {
  expect(proofOf(policyText(name)).sentences).toEqual([]);
});

it("every head, promise and floor of the shipped policies is among what is proven", () => {
  const proven = documentNames().flatMap((name) => {
    const { document } = shippedFile(name, words);
    const { proof } = proofOf(policyText(name));
    return proof.properties.map(({ kind, heads, about }) =>
      [document.id, kind, ...heads, ...(kind === "blind_to" ? [] : about)].join(" "),
    );
  });
  expect(proven).toEqual(
    expect.arrayContaining([
      "campaign-cancelled floor fee cn-promise@1",
      "order-refund floor price cn-seven-day@2",
      "order-refund floor gift cn-seven-day@2",
      "package-cancel-consumer floor principal cn-prepaid-2025@1",
      "package-cancel-consumer never_rises principal " +
        "since_signing day_payment used_discount used_full",
      "interest-booster never_rises booster held_share",
      "red-packet one_answer back",
    ]),
  );
});

it("the proof of a policy says which of its floors are not verified, in each language", () => {
  const text = policyText("order-refund.policy.yaml").replace(
    /^floors: \[.*\]$/m,
    "floors: [eu-withdrawal]",
  );
  expect(text).toContain("[eu-withdrawal]");
  const read = readPolicyFile(text, words);
  if (!read.ok) throw new Error(JSON.stringify(read.problems));
  const { document } = read.value;
  const proof = prove(document, { floors, facts: words.catalogue.facts });
  expect(proof.notes).toContainEqual({ kind: "unverified_floor", floor: "eu-withdrawal@2" });
  const told = (["zh-CN", "zh-TW", "en"] as const).map((language) =>
    tellProof(proof, document, language).join("\n"),
  );
  expect(told[0]).toContain("底线 `eu-withdrawal@2` 未经核实：编写时手边没有法律原文");
  expect(told[1]).toContain("底線 `eu-withdrawal@2` 未經核實：編寫時手邊沒有法律原文");
  expect(told[2]).toContain(
    "floor `eu-withdrawal@2` is unverified: the text of the law was not at hand",
  );
});

it("the proof of a policy that promises blindness says what that does not cover", () => {
  const { document } = shippedFile("red-packet.policy.yaml", words);
  const proof = prove(document, { floors, facts: words.catalogue.facts });
  const told = (["zh-CN", "zh-TW", "en"] as const).map((language) =>
    tellProof(proof, document, language).join("\n"),
  );
  expect(told[0]).toMatch(/“不看”只及于.*本身；与之相伴的其他事实不在其内/);
  expect(told[1]).toMatch(/「不看」只及於.*本身；與之相伴的其他事實不在其內/);
  expect(told[2]).toMatch(
    /blindness covers .* themselves, not other facts that go along with them/,
  );
});

/** One change per property that publication asks for, and what is said of it. */
const broken: readonly (readonly [string, string, string, string, string])[] = [
  [
    "a gap one second after a promise ends",
    "package-cancel-consumer.policy.yaml",
    "since_signing: {at_most: 72h}",
    "since_signing: {at_most: 71h}",
    "no clause answers `principal` in this case: you ask 71 hours 1 second after signing; " +
      "nobody is at fault; widen a clause, or add one that covers it",
  ],
  [
    "what may stay unproven",
    "order-refund.policy.yaml",
    "order_defect: [no, unproven]}\n    why: freight_yours",
    "order_defect: [no]}\n    why: freight_yours",
    "no clause answers `back` in this case: whether a returned item is defective is not proven; " +
      "widen a clause, or add one that covers it",
  ],
  [
    "an overlap at the value of a parameter",
    "package-cancel.policy.yaml",
    "notice_given: {less_than: $notice}",
    "notice_given: {at_most: $notice}",
    "clauses `noticed`, `abrupt` answer `principal` at once in this case: you ask 72 " +
      "hours 1 second after signing; you give us 15 days of notice; nobody is at fault; " +
      "parameter `notice`: 15 days; say with `over` which one holds, or make their conditions " +
      "differ",
  ],
  [
    "a refund that rises at a constant",
    "order-refund.policy.yaml",
    "why: too_late\n    give: {price: 0%}",
    "give: {price: 100%}",
    "`price` is promised never to rise with “the days since receipt”, and rises from 0% (clause " +
      "`damaged`) to 100% (clause `late`): first, you ask 7 days after receipt; the goods have " +
      "no defect; the goods are not intact; the goods may be returned without a reason; then, " +
      "you ask 8 days after receipt; change a clause, or take back the promise",
  ],
  [
    "a deduction that rises within a cell",
    "interest-booster.policy.yaml",
    "{rate: 100%, unused: held_share}",
    "{rate: 100%, part: held_share}",
    "`booster` is promised never to rise with “the part of the term already held”, and rises " +
      "from 10% (clause `linear`) to 10.01% (clause `linear`): first, you have held 10% of " +
      "the term; we did not end the plan; parameter `mode`: linear; parameter `grace`: 10%; " +
      "then, you have held 10.01% of the term; change a clause, or take back the promise",
  ],
  [
    "a clause that looks at where the customer is",
    "campaign-cancelled.policy.yaml",
    "when: {campaign_off: yes, gift_promised: yes}",
    "when: {campaign_off: yes, gift_promised: yes, region: mainland}",
    "the policy promises to be blind to “your region”, and `gift` is 100% (clause `gift`) and 0% " +
      "(clause none) in two cases that differ in nothing else: you are in mainland China; the " +
      "campaign is called off; we promised you a gift; and you are in Hong Kong, Macau or " +
      "Taiwan; take it out of the conditions, or take back the promise",
  ],
  [
    "a refund below the law",
    "campaign-cancelled.policy.yaml",
    "fee: 100%, fee_voucher: 0%",
    "fee: 99%, fee_voucher: 0%",
    "`fee` is 99% (by `money`, `voucher`) where clause `a53` of floor `cn-promise@1` demands at " +
      "least 100%: the campaign is called off; you have paid a fee; you choose the money; raise " +
      "what the clause gives, or add one",
  ],
  [
    "a refund below the law at one price of use and not at the other",
    "package-cancel-consumer.policy.yaml",
    "cause: none, ended: yes}\n    over: [noticed, abrupt]\n    why: used_up\n" +
      "    give: {principal: {rate: 100%, less: used_discount}}",
    "cause: none, ended: yes}\n    over: [noticed, abrupt]\n    why: used_up\n" +
      "    give: {principal: {rate: 100%, less: used_full}}",
    "`principal` is 0% (by `ended.nobody`) where clause `a18` of floor `cn-prepaid-2025@1` " +
      "demands at least 100%: you ask 72 hours 1 second after signing; you ask 8 days after " +
      "payment; 0% of the prepaid sum has been used at the discounted price; 100% of the prepaid " +
      "sum has been used at the full price; nobody is at fault; the contract had ended " +
      "before or is void; raise what the clause gives, or add one",
  ],
  [
    "two heads on one base that come to more than it",
    "testing/guarantee-halves.policy.yaml",
    "  rest:\n    why: used_up\n    give: {unused: {rate: 100%, less: used_discount}}",
    "  rest:\n    why: used_up\n    give: {unused: 100%}",
    "heads `unused`, `sorry` come to more than their base (100%, 0.003%, by clauses `rest`, " +
      "`ours`) in this case: 0.01% of the prepaid sum has been used at the discounted price; a " +
      "failure of our systems stopped the service; lower one of them",
  ],
  [
    "two heads on one base whose sum is below the law",
    "testing/guarantee-halves.policy.yaml",
    "{rate: 100%, less: used_full}",
    "{rate: 70%, less: used_full}",
    "`unused` + `sorry` is 0% (by `theirs`, `none`) where clause `a19` of floor " +
      "`cn-prepaid-2025@1` demands at least 30%: you ask 8 days after payment; 70% of the " +
      "prepaid sum has been used at the full price; the cause is on your side; the contract " +
      "had ended before or is void; raise what the clause gives, or add one",
  ],
  [
    "a gift charged where the law lets nothing be charged",
    "order-refund.policy.yaml",
    "gift_state: [none, returned]}\n    give: {gift: 0%}",
    "gift_state: [none, returned]}\n    give: {gift: 10%}",
    "`gift` takes 10% (by `gift.none`) where clause `a12.none` of floor `cn-seven-day@2` allows " +
      "at most 0%: no gift came with the item; lower what the clause takes",
  ],
];

describe("a shipped policy that is broken in one place", () => {
  it.each(broken)("%s is told", (_, name, from, to, sentence) => {
    const text = policyText(name);
    expect(text).toContain(from);
    expect(proofOf(text.replace(from, to)).sentences).toContain(sentence);
  });

  it("a fee that no floor allows is told, in a policy that has the head for it", () => {
    const text = policyText("order-refund.policy.yaml")
      .replace(
        "gift: {take: line.gift_price}",
        "gift: {take: line.gift_price}\n  fee: {take: line.paid}",
      )
      .replace("  gift.none:", "  fee:\n    give: {fee: 10%}\n  gift.none:");
    const before =
      "`fee` takes 10% (by `fee`) in a case that clause `a10.undelivered` of floor " +
      "`cn-seven-day@2` covers, and the floor allows no such deduction: you ask before the item " +
      "came; the goods may be returned without a reason; take 0% there";
    expect(proofOf(text).sentences).toEqual([
      before,
      "`fee` takes 10% (by `fee`) in a case that clause `a10` of floor `cn-seven-day@2` covers, " +
        "and the floor allows no such deduction: you ask 0 days after receipt; the " +
        "goods are intact; the goods may be returned without a reason; take 0% there",
    ]);
  });
});
