import { expect, it } from "vitest";
import { readPolicyFile } from "../src/contract/index.ts";
import { diff, diffLines, isDiffRefusal } from "../src/core/index.ts";
import type { Region } from "../src/core/index.ts";
import { policyText, shippedCatalogue } from "./shipped-files.ts";

const words = shippedCatalogue();

function documentOf(text: string) {
  const read = readPolicyFile(text, words);
  if (!read.ok) throw new Error(JSON.stringify(read.problems));
  return read.value.document;
}

/** `lose since_signing,used_share`: what becomes of customers, and what the region turns on. */
function shortly({ effect, conditions }: Region): string {
  const turns = conditions.map((each) => (each.kind === "choice" ? each.parameter : each.fact));
  return [effect, ...turns].join(" ");
}

/**
 * One constant of every shipped policy is changed: the comparison finds that region and no other.
 * In `diffs/` it stands as people read it, in three languages.
 */
it.each([
  [
    "package-cancel",
    "rate: 90%, unused",
    "rate: 80%, unused",
    ["lose since_signing notice_given used_share cause"],
  ],
  [
    "package-cancel-consumer",
    "breach}\n    over: [noticed, abrupt]\n    why: used_up\n    give: {principal: {rate: 100%",
    "breach}\n    over: [noticed, abrupt]\n    why: used_up\n    give: {principal: {rate: 95%",
    ["lose since_signing day_payment used_full cause"],
  ],
  [
    "order-refund",
    "at_most: 90d}, extent: all",
    "at_most: 91d}, extent: all",
    ["unanswered order_day_receipt order_defect extent"],
  ],
  [
    "red-packet",
    "part: undone_share",
    "unused: undone_share",
    [
      "lose packet_state packet_origin undone_share",
      "gain packet_state packet_origin undone_share",
    ],
  ],
  ["interest-booster", "default: 10%", "default: 20%", []],
  [
    "ineffective-guarantee",
    "goal: missed}\n    give: {price: 100%}",
    "goal: missed}\n    give: {price: 90%}",
    ["lose day_payment bought goal conduct"],
  ],
  ["online-retail-replay", "rate: 100%, part", "rate: 90%, part", ["lose asked_share"]],
  ["campaign-cancelled", "{fee: 100%,", "{fee: 99%,", ["lose campaign_off fee_paid wish"]],
] as const)("%s: `%s` becomes `%s`", async (name, from, to, expected) => {
  const text = policyText(`${name}.policy.yaml`);
  expect(text).toContain(from);
  const [before, after] = [documentOf(text), documentOf(text.replaceAll(from, to))];
  const found = diff(before, after);
  if (isDiffRefusal(found)) throw new Error(found.refusal);
  expect(found.regions.map(shortly)).toEqual(expected);
  const told = (["zh-CN", "zh-TW", "en"] as const).map((language) =>
    diffLines(found, [before, after], language).join("\n"),
  );
  await expect(`${told.join("\n\n---\n\n")}\n`).toMatchFileSnapshot(`diffs/${name}.txt`);
});
