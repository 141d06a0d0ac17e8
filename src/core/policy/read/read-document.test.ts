import { describe, expect, test } from "vitest";
import { documentOf, policyText, same } from "../testing/documents.ts";
import { faults, heading } from "../testing/told.ts";

const rest = "rest: {why: not_covered, give: {pay: 0%}}";

const whole = documentOf(`${heading}
title: {${same("Cancelling")}}
answers: [cancel]
binds: business
floors: [cn-floor]
params: {notice: {of: day, range: [0d, 60d], default: 15d}, mode: {choice: [a, b], default: b}}
heads:
  pay: {pay: order.prepaid}
  sorry: {grant: voucher, of: order.prepaid, max: 120%, otherwise: none}
clauses:
  early: {when: {since: {at_most: 72h}, mode: a}, over: [late], give: {pay: 100%, sorry: 110%}}
  late: {when: {day: {more_than: $notice}}, why: too_late, give: {pay: {rate: 90%, less: used}}}
assume: {odd: {never: {ended: yes, cause: [none, trader]}}}
promises: {time: {pay: {never_rises: [since], never_falls: day}}, blind_to: [region]}
`);

describe("a document", () => {
  test("is read with its heading, promises and what it uses", () => {
    expect(whole).toMatchObject({
      kind: "policy",
      id: "test",
      version: 1,
      hash: "hash",
      title: { en: "Cancelling" },
      answers: ["cancel"],
      binds: ["business"],
      floors: ["cn-floor"],
      promises: {
        time: { pay: { neverRises: ["since"], neverFalls: ["day"] } },
        blindTo: ["region"],
      },
      assumptions: [
        {
          name: "odd",
          never: [
            { fact: "ended", options: ["yes"], unproven: false },
            { fact: "cause", options: ["none", "trader"] },
          ],
        },
      ],
      parameters: [
        {
          kind: "constant",
          name: "notice",
          of: "day",
          range: { from: { value: 0 }, to: { value: 60 } },
          default: { kind: "whole", value: 15, text: "15d" },
        },
        { kind: "choice", name: "mode", options: ["a", "b"], default: "b" },
      ],
    });
    const used = ["since", "day", "used", "cause", "ended", "region"];
    expect(Object.keys(whole.facts)).toEqual(used);
    expect(Object.keys(whole.bases)).toEqual(["order.prepaid"]);
  });

  test("is read with its heads, conditions and amounts", () => {
    expect(whole).toMatchObject({
      heads: [
        { name: "pay", direction: "pay", grant: null, max: { n: 1, d: 1 }, otherwise: "error" },
        { name: "sorry", direction: "grant", grant: "voucher", otherwise: "none" },
      ],
      clauses: [
        {
          name: "early",
          when: [
            {
              kind: "interval",
              fact: "since",
              bounds: [{ operator: "at_most", operand: { kind: "whole", value: 259_200 } }],
            },
          ],
          parameters: [{ parameter: "mode", options: ["a"] }],
          over: ["late"],
          why: null,
        },
        {
          when: [{ bounds: [{ operator: "more_than", operand: { kind: "parameter" } }] }],
          why: "too_late",
          give: [{ head: "pay", amount: { form: "less", fact: "used", rateText: "90%" } }],
        },
      ],
    });
    expect(whole.heads[1]?.max).toEqual({ n: 6, d: 5 });
  });

  test("binds everyone and answers every kind unless it says otherwise", () => {
    const document = documentOf(policyText(`  ${rest}`));
    expect(document).toMatchObject({ binds: ["consumer", "business"], answers: [], title: null });
    expect(document).toMatchObject({ floors: [], promises: { time: {}, blindTo: [] } });
  });

  test("keeps its own bases apart from those of others by its id", () => {
    const own = `bases: {apology: {const: 20.00, currency: CNY, settles: grant, ${same("20")}}}\n`;
    const heads = "heads: {sorry: {grant: points, of: apology, otherwise: none}}\n";
    const document = documentOf(`${heading}${own}${heads}clauses: {a: {give: {sorry: 100%}}}`);
    expect(document.heads[0]).toMatchObject({ base: "test/apology", grant: "points" });
    expect(document.bases["test/apology"]).toMatchObject({
      constant: { CNY: 2000 },
      settles: "grant",
      scope: "order",
    });
  });

  test("a floor cites, keeps silent, and is unverified unless it says so", () => {
    const floor = (more: string) => `makegood: floor/1
id: cn-floor
version: 2
${more}heads: {pay: {pay: order.prepaid}}
clauses:
  a: {${more === "" ? "" : "cite: art. 14, "}when: {day: {at_most: 7d}}, give: {pay: 100%}}`;
    const document = documentOf(floor("verified: yes\nsource: a law\nin_force: 2025-05-01\n"));
    expect(document).toMatchObject({ kind: "floor", verified: true, inForce: "2025-05-01" });
    expect(document).toMatchObject({ source: "a law", clauses: [{ cite: "art. 14" }] });
    expect(document.heads[0]?.otherwise).toBe("silent");
    expect(faults(floor(""))).toEqual(["6:6 missing_key `cite` is missing: add it"]);
    expect(faults(floor("in_force: May 2025\n"))[0]).toContain("not_a_date `May 2025`");
    expect(document).toMatchObject({ merchants: "all" });
  });

  test("a floor for merchants under financial supervision says since when it is in force", () => {
    const floor = (more: string) => `makegood: floor/1
id: supervisor
version: 1
${more}heads: {face: {pay: packet.face}}
clauses: {a: {cite: art. 1, give: {face: 100%}}}`;
    expect(documentOf(floor("merchants: financial\nin_force: 2026-01-01\n"))).toMatchObject({
      merchants: "financial",
      inForce: "2026-01-01",
    });
    expect(documentOf(floor("merchants: all\n"))).toMatchObject({ merchants: "all" });
    expect(faults(floor("merchants: financial\n"))).toEqual([
      "1:1 missing_key `in_force` is missing: add it",
    ]);
    expect(faults(floor("merchants: banks\n"))).toEqual([
      "4:12 wrong_value `banks` does not fit here: use one of all, financial",
    ]);
    expect(faults(`${heading}merchants: financial\nheads: {}\nclauses: {}`)[0]).toContain(
      "4:1 unknown_key `merchants` means nothing here",
    );
  });
});
