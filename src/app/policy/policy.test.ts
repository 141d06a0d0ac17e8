import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import type { Terminal } from "../cli/terminal.ts";
import { root } from "../testing.ts";
import { type CheckedFiles, checkFiles } from "./check.ts";
import { type VerifiedFiles, verifyFiles } from "./verify.ts";

const folder = mkdtempSync(join(tmpdir(), "makegood-policy-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const shipped = (name: string): string => join(root, "policies", name);

/** A copy of a shipped file with one change, under its own name. */
function changed(name: string, from: string, to: string): string {
  const text = readFileSync(shipped(name), "utf8");
  expect(text).toContain(from);
  const path = join(folder, name);
  writeFileSync(path, text.replace(from, to));
  return path;
}

interface Told {
  readonly code: number;
  readonly value: { files: readonly Record<string, unknown>[] };
  readonly lines: readonly string[];
}

function told(run: (terminal: Terminal) => number): Told {
  let answer: Omit<Told, "code"> = { value: { files: [] }, lines: [] };
  const code = run({
    json: false,
    answer: (value, lines) => (answer = { value: value as Told["value"], lines }),
    note: () => undefined,
    progress: () => ({ at: () => undefined, end: () => undefined }),
  });
  return { code, ...answer };
}

const check = (files: readonly string[], more: Partial<CheckedFiles> = {}): Told =>
  told((terminal) => checkFiles(terminal, { files, catalogue: null, language: "en", ...more }));
const verify = (files: readonly string[], more: Partial<VerifiedFiles> = {}): Told =>
  told((terminal) =>
    verifyFiles(terminal, { files, floors: [], catalogue: null, language: "en", ...more }),
  );

/** Shipped documents get new versions, and hashes with them. */
function withoutNumbers(line: string): string {
  return line.replace(/ \(sha256 [0-9a-f]{64}\)$/, " #").replace(/@\d+,/, "@N,");
}

describe("policy check", () => {
  test("names what a sound file holds", () => {
    const { code, lines, value } = check([
      shipped("package-cancel.policy.yaml"),
      shipped("cn-promise.floor.yaml"),
      shipped("catalogue.yaml"),
    ]);
    expect(code).toBe(0);
    expect(lines.map((line) => withoutNumbers(line))).toEqual([
      `${shipped("package-cancel.policy.yaml")}: policy package-cancel@N, no faults #`,
      `${shipped("cn-promise.floor.yaml")}: floor cn-promise@N, no faults #`,
      `${shipped("catalogue.yaml")}: catalogue, no faults #`,
    ]);
    expect(value.files[0]).toMatchObject({ problems: [] });
  });

  test("tells every fault with line, column and remedy", () => {
    const path = changed(
      "package-cancel.policy.yaml",
      "over: [noticed, abrupt]",
      "over: [notised]",
    );
    const { code, lines, value } = check([path]);
    expect(code).toBe(1);
    expect(lines).toEqual([
      `${path}: line 30, column 12: \`notised\` is no clause of this document: ` +
        "did you mean `noticed`?",
    ]);
    expect(value.files).toEqual([
      {
        file: path,
        document: null,
        hash: null,
        problems: [
          {
            code: "unknown_clause",
            line: 30,
            column: 12,
            sentence: "`notised` is no clause of this document: did you mean `noticed`?",
          },
        ],
      },
    ]);
    expect(check([path], { language: "zh-CN" }).lines[0]).toContain(
      "第 30 行第 12 列：没有 `notised` 这个条款",
    );
  });

  test("a catalogue with a fault is told as well", () => {
    const path = changed("catalogue.yaml", "type: duration", "type: durations");
    expect(check([path]).lines[0]).toMatch(/catalogue\.yaml: line \d+, column \d+: `durations`/);
    expect(() => verify([shipped("red-packet.policy.yaml")], { catalogue: path })).toThrow(
      "durations",
    );
  });
});

describe("policy verify", () => {
  test("lists what is proven, and what was not asked", () => {
    const { code, lines, value } = verify([shipped("red-packet.policy.yaml")]);
    expect(code).toBe(0);
    expect(lines[0]).toMatch(/red-packet\.policy\.yaml: red-packet@\d+ is proven \(cells: \d+\)$/);
    expect(lines).toContain("  proven: `face` has exactly one answer in every case");
    expect(lines).toContain(
      "  note: floor `cn-promise@1` speaks of other claims or other customers: it demands " +
        "nothing here",
    );
    expect(value.files[0]).toMatchObject({ proven: true, findings: [] });
    expect(JSON.parse(JSON.stringify(value))).toEqual(value);
  });

  test("names the case in which a policy falls below its floor, at the clause", () => {
    const path = changed("campaign-cancelled.policy.yaml", "{fee: 100%,", "{fee: 99%,");
    const { code, lines, value } = verify([path]);
    expect(code).toBe(1);
    expect(lines[0]).toBe(
      `${path}: line 23, column 3: ` +
        "`fee` is 99% (by `money`, `voucher`) where clause `a53` of floor `cn-promise@1` " +
        "demands at least 100%: the campaign is called off; you have " +
        "paid a fee; you choose the money; raise what the clause gives, or add one",
    );
    expect(lines[1]).toMatch(/campaign-cancelled@\d+ is not proven/);
    expect(value.files[0]).toMatchObject({
      proven: false,
      findings: [{ kind: "below_floor", at: { line: 23, column: 3 }, answers: ["99/100", "1/1"] }],
    });
    expect(verify([path], { language: "zh-TW" }).lines[0]).toContain("而底線 `cn-promise@1`");
  });

  test("takes floors that are named before those beside the policy and those shipped", () => {
    const policy = shipped("campaign-cancelled.policy.yaml");
    const strict = changed("cn-promise.floor.yaml", "wish: money}", "wish: voucher}");
    expect(verify([policy]).code).toBe(0);
    expect(verify([policy], { floors: [strict] }).code).toBe(0);
    const high = changed(
      "cn-promise.floor.yaml",
      "campaign_off: yes, fee_paid: yes, wish: money",
      "fee_paid: no",
    );
    expect(verify([policy], { floors: [high] }).code).toBe(1);
    // Beside a copy of the policy, the changed floor is found without being named.
    const copy = changed("campaign-cancelled.policy.yaml", "id:", "id:");
    expect(verify([copy]).code).toBe(1);
  });

  test("names the floors that bind at publication, though the policy does not", () => {
    const named = verify([shipped("order-refund.policy.yaml")]);
    expect(named.value.files[0]).toMatchObject({ atPublication: [] });
    expect(named.lines.join("\n")).not.toContain("at publication");
    expect(verify([shipped("package-cancel.policy.yaml")]).lines.join("\n")).not.toContain(
      "at publication",
    );
    const from = "floors: [cn-seven-day, cn-promise, cn-penalty-clock]\n";
    const { code, lines, value } = verify([changed("order-refund.policy.yaml", from, "")]);
    const told =
      "at publication it is also held against the floors of the merchant's markets: " +
      "`cn-penalty-clock` (CN), `cn-seven-day` (CN); name them under `floors:` to see it now";
    expect([code, lines.at(-1)]).toEqual([0, `  note: ${told}`]);
    expect(value.files[0]).toMatchObject({
      atPublication: [
        { floor: "cn-penalty-clock", market: "CN" },
        { floor: "cn-seven-day", market: "CN" },
      ],
    });
    expect((value.files[0]?.["notes"] as string[]).at(-1)).toBe(told);
  });

  test("says which floor is missing, at the place that names it", () => {
    const path = changed("red-packet.policy.yaml", "floors: [cn-promise]", "floors: [cn-other]");
    expect(verify([path]).lines[0]).toBe(
      `${path}: line 8, column 1: the floor \`cn-other\` is not at hand: hand in its file as ` +
        "well, or remove it from `floors`",
    );
  });

  test("a gap is shown at the head, since no clause is to blame", () => {
    const path = changed("red-packet.policy.yaml", "at_most: 7d", "at_most: 6d");
    expect(verify([path]).lines[0]).toMatch(/: line 11, column 3: no clause answers `face` in /);
  });

  test("refuses what cannot be read, and a policy in place of a floor", () => {
    const path = changed("red-packet.policy.yaml", "id: red-packet", "id: Red Packet");
    expect(() => verify([path])).toThrow(/line 4, column 5: `Red Packet` cannot be a name/);
    const policy = shipped("order-refund.policy.yaml");
    expect(() => verify([policy], { floors: [policy] })).toThrow("is a policy; name a floor");
    expect(() => verify([join(folder, "nowhere.yaml")])).toThrow("nowhere.yaml");
  });
});
