import { join } from "node:path";
import { describe, expect, test } from "vitest";
import type { Quote } from "../src/claims/index.ts";
import type { Terminal } from "../src/app/cli/terminal.ts";
import { quote } from "../src/app/quote/quote.ts";

/** Orders and claims from the field, as files, with what is right. */

const root = join(import.meta.dirname, "..");
const folder = (name: string): string => join(import.meta.dirname, "field/choices", name);

async function quoted(
  name: string,
  claims: readonly string[],
  policies: readonly string[],
): Promise<Quote & { readonly claims: Quote["answers"] }> {
  let told: unknown = null;
  const terminal: Terminal = {
    json: true,
    answer: (answer) => (told = answer),
    note: () => undefined,
    progress: () => ({ at: () => undefined, end: () => undefined }),
  };
  await quote(terminal, {
    order: join(folder(name), "order.json"),
    claims: claims.map((each) => join(folder(name), each)),
    policies,
    catalogue: null,
    language: "en",
  });
  return told as never;
}

const shipped = (id: string): string => join(root, `policies/${id}.policy.yaml`);

describe("quote is the running system", () => {
  test("a claim that was refused leaves its units to the next", async () => {
    const name = "G-0-then-100";
    const files = ["claim-1.json", "claim-2.json"];
    const { claims, entitlement } = await quoted(name, files, [shipped("online-retail-replay")]);
    expect(claims.map(({ claim }) => claim.status)).toEqual(["refused", "settling"]);
    expect(entitlement.totalMinor).toBe(10_000);
  });

  test("use under a reference that was recorded counts once", async () => {
    const policy = join(folder("m3-dup-ref"), "p1.policy.yaml");
    const { entitlement } = await quoted("m3-dup-ref", ["claim1.json"], [policy]);
    expect(entitlement.totalMinor).toBe(8_400);
  });
});
