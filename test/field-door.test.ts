import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import type { Terminal } from "../src/app/cli/terminal.ts";
import { CommandError } from "../src/app/cli/failure.ts";
import { quote } from "../src/app/quote/quote.ts";

const field = join(import.meta.dirname, "field");
const policies = join(import.meta.dirname, "../policies");

interface Told {
  readonly code: string | null;
  readonly sentence: string;
  readonly totalMinor: number | null;
}

/** What `makegood quote` answers to a case: its total, or the refusal. */
async function told(name: string, shipped: readonly string[] = []): Promise<Told> {
  const folder = join(field, name);
  const own = readdirSync(folder).sort();
  const at = (file: string) => join(folder, file);
  let answer: { entitlement: { totalMinor: number } } | null = null;
  const terminal: Terminal = {
    json: true,
    answer: (value) => (answer = value as never),
    note: () => undefined,
    progress: () => ({ at: () => undefined, end: () => undefined }),
  };
  const files = {
    order: at("order.json"),
    claims: own.filter((file) => /^claim.*\.json$/.test(file)).map(at),
    policies: [
      ...own.filter((file) => /\.(policy|floor)\.yaml$/.test(file)).map(at),
      ...shipped.map((file) => join(policies, file)),
    ],
    catalogue: existsSync(at("catalogue.yaml")) ? at("catalogue.yaml") : null,
    language: "en",
  };
  try {
    await quote(terminal, files);
  } catch (error) {
    if (!(error instanceof CommandError)) throw error;
    return { code: error.code, sentence: error.message, totalMinor: null };
  }
  const { entitlement } = answer as unknown as { entitlement: { totalMinor: number } };
  return { code: null, sentence: "", totalMinor: entitlement.totalMinor };
}

describe("what names nothing known is refused, and the answer names what there is", () => {
  test.each([
    ["F30/m1-meter-typo", [], "order_meter_unknown", ["`lesson`", "lessons"]],
    ["F30/t4-zone-bad", ["order-refund.policy.yaml"], "zone_unknown", ["`Mars/Olympus`"]],
    ["G-excluded-typo", ["order-refund.policy.yaml"], "fact_value_wrong", ["`art_6`", "art6"]],
  ] as const)("%s", async (name, shipped, code, words) => {
    const answer = await told(name, shipped);
    expect(answer).toMatchObject({ code, totalMinor: null });
    for (const word of words) expect(answer.sentence).toContain(word);
  });
});

test("F30/m3-dup-ref: an event of a reference that was recorded changes nothing", async () => {
  expect(await told("F30/m3-dup-ref")).toMatchObject({ code: null, totalMinor: 8_400 });
});
