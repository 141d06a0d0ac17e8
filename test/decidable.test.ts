import fc from "fast-check";
import { expect, test } from "vitest";
import { documentNames, policyText, shippedCatalogue } from "../policies/shipped-files.ts";
import { quoteClaims } from "../src/claims/index.ts";
import { readPolicyFile } from "../src/contract/index.ts";
import { isRefusal } from "../src/core/index.ts";
import type { CompiledPolicy, Fact } from "../src/core/index.ts";
import { unrecordedOrder } from "../src/orders/index.ts";
import { compileStored } from "../src/promises/index.ts";

/** Whatever the check of new documents accepts is decided on any order, or waits for a fact. */
const words = shippedCatalogue();
const catalogueText = policyText("catalogue.yaml");
const start = Date.parse("2026-05-01T00:00:00Z");
const hour = 3_600_000;
const at = (hours: number): string => new Date(start + hours * hour).toISOString();

const facts = Object.values(words.catalogue.facts).filter(
  ({ scope, attribute }) => scope !== "packet" && !attribute,
);

function conditionOn(fact: Fact): fc.Arbitrary<unknown> {
  if (!("range" in fact)) return fc.constantFrom(...fact.options.map(({ name }) => name));
  const { from, to } = fact.range;
  const bound = fc.constantFrom("at_most", "more_than").map((each) => ({ [each]: from.text }));
  const above = fc.constant({ at_most: to.text });
  return fact.beforeStart === null
    ? fc.oneof(bound, above)
    : fc.oneof(bound, fc.constant("before_start"));
}

const clause = (scope: "order" | "line") =>
  fc
    .subarray(
      facts.filter((fact) => fact.scope === "order" || fact.scope === scope),
      { minLength: 1, maxLength: 3 },
    )
    .chain((chosen) =>
      fc.record(Object.fromEntries(chosen.map((fact) => [fact.name, conditionOn(fact)]))),
    );

/** One clause always holds, and each further one comes before those above it. */
const documents = fc
  .record({
    scope: fc.constantFrom("order" as const, "line" as const),
    kind: fc.constantFrom("cancel", "refund", "ineffective", "campaign_off"),
  })
  .chain(({ scope, kind }) =>
    fc.array(clause(scope), { minLength: 1, maxLength: 4 }).map((whens) => ({
      makegood: "policy/1",
      id: "random",
      version: 1,
      answers: [kind],
      heads: { back: { pay: scope === "line" ? "line.paid" : "order.prepaid" } },
      clauses: Object.fromEntries([
        ["c0", { give: { back: "50%" } }],
        ...whens.map((when, index) => [
          `c${index + 1}`,
          {
            when,
            over: whens.slice(0, index + 1).map((_, other) => `c${other}`),
            give: { back: "100%" },
          },
        ]),
      ]),
    })),
  );

const happening = fc.oneof(
  fc.record({ kind: fc.constant("received"), hours: fc.nat(900) }),
  fc.record({ kind: fc.constant("signed"), hours: fc.nat(900) }),
  fc
    .tuple(fc.nat(900), fc.nat(900), fc.integer({ min: 1, max: 900 }))
    .map(([hours, from, length]) => ({
      kind: "scheduled",
      hours,
      startsAt: at(from),
      endsAt: at(from + length),
    })),
);

const orders = fc.record({
  kinds: fc.array(fc.constantFrom("goods", "service", "package", "campaign_fee", "gift"), {
    minLength: 1,
    maxLength: 3,
  }),
  events: fc.array(happening, { maxLength: 4 }),
  filed: fc.nat(1000),
  final: fc.boolean(),
});

function compiled(text: string): CompiledPolicy | null {
  const reading = readPolicyFile(text, words, "new");
  if (!reading.ok) return null;
  const { hash } = reading.value;
  const stored = { hash, catalogue_hash: words.hash, text, catalogue_text: catalogueText };
  const made = compileStored(stored, {});
  if (isRefusal(made)) throw new Error(made.sentence);
  return made.policy;
}

test("what the check accepts is decided without an exception on orders of every kind", () => {
  const seen = new Map<string, number>();
  const shipped = documentNames()
    .filter((name) => name.endsWith(".policy.yaml"))
    .map(policyText);
  const texts = fc.oneof(
    { weight: 4, arbitrary: documents.map((each) => JSON.stringify(each)) },
    { weight: 1, arbitrary: fc.constantFrom(...shipped) },
  );
  fc.assert(
    fc.property(texts, orders, (text, { kinds, events, filed, final }) => {
      const policy = compiled(text);
      if (policy === null) return;
      const lines = kinds.map((kind, index) => {
        return { lineId: `l${index}`, kind, quantity: 2, unitPriceMinor: 500 };
      });
      const units = lines.length * 1000;
      const sold = {
        orderNumber: "r",
        currency: "CNY",
        orderedAt: at(0),
        paidAt: at(0),
        lines,
        tenders: [{ tenderId: "m", kind: "money", unit: "CNY", units }],
      };
      const happened = events.map(({ hours, ...event }) => ({ ...event, occurredAt: at(hours) }));
      const now = start + 2000 * hour;
      const known = { now, facts: [policy.document.facts] };
      const order = unrecordedOrder(sold as never, happened as never, known);
      if ("code" in order) return;
      const [kind = "refund"] = policy.document.answers;
      const claim = {
        kind: kind as never,
        items: lines.map(({ lineId }) => ({ lineId })),
        facts: [],
        receivedAt: start + filed * hour,
        endsAt: null,
        final,
        policies: [policy],
      };
      const result = quoteClaims(order, [claim]);
      const status = "code" in result ? result.code : (result.answers[0]?.status ?? "none");
      seen.set(status, (seen.get(status) ?? 0) + 1);
    }),
    { numRuns: 250, seed: 20_261_201 },
  );
  expect([...seen.keys()]).toEqual(expect.arrayContaining(["decided", "needed"]));
  expect(seen.get("decided")).toBeGreaterThan(30);
});
