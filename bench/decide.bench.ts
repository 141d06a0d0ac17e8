import { readFileSync } from "node:fs";
import { join } from "node:path";
import { readCatalogueFile, readPolicyFile } from "../src/contract/policy-file/index.ts";
import type { CaseFacts, Fraction, SmallFraction } from "../src/core/index.ts";
import { accepted, compile, decideCase, fraction, multiply } from "../src/core/index.ts";
import { one, subtract, zero } from "../src/core/index.ts";

export const name = "decide with full trace : the same clauses as ifs, without";
export const unit = "decisions";
export const runs = 7;
export const ratioMin = 1 / 12;

const folder = join(import.meta.dirname, "..", "policies");
const text = (file: string): string => readFileSync(join(folder, file), "utf8");

function packageCancel() {
  const words = readCatalogueFile(text("catalogue.yaml"));
  if (!words.ok) throw new Error("the catalogue has faults");
  const read = readPolicyFile(text("package-cancel.policy.yaml"), words.value);
  if (!read.ok) throw new Error("package-cancel has faults");
  return accepted(compile(read.value.document));
}

const policy = packageCancel();
const decisions = 300_000;
const causes = ["none", "breach", "trader", "outage", "customer", "data_loss"];

/** Cases around every constant of the document, each with all its facts. */
const cases = Array.from({ length: 1024 }, (_, index): CaseFacts & HandFacts => ({
  since_signing: { state: "event", value: 250_000 + ((index * 977) % 20_000) },
  used_share: { state: "event", value: { n: (index * 331) % 1000, d: 1000 } },
  notice_given: { state: "event", value: (index * 7) % 31 },
  cause: { state: "attested", value: causes[index % causes.length] ?? "none" },
}));

/** What the hand-written clauses may rely on: every fact is known and of its type. */
type HandFacts = {
  since_signing: { state: "event"; value: number };
  used_share: { state: "event"; value: SmallFraction };
  notice_given: { state: "event"; value: number };
  cause: { state: "attested"; value: string };
};

type Answers = readonly [principal: Fraction, sorry: Fraction];
const noticeDays = 15;
const [tenth, most, breached] = [fraction(1, 10), fraction(9, 10), fraction(7, 10)];

/** The clauses of package-cancel, in exact fractions, without a trace. */
function byHand({ since_signing, used_share, notice_given, cause }: HandFacts): Answers {
  const causedBy = cause.value;
  if (causedBy === "outage" || causedBy === "data_loss") return [one, tenth];
  if (since_signing.value <= 72 * 3600) return [one, zero];
  const unused = subtract(one, used_share.value);
  if (causedBy === "trader") return [unused, tenth];
  if (causedBy === "breach") return [multiply(breached, unused), zero];
  return notice_given.value >= noticeDays ? [unused, zero] : [multiply(most, unused), zero];
}

/** Results are kept for a while, so that no compiler can leave the work undone. */
const kept: unknown[] = new Array<unknown>(1024).fill(null);

function agree(): void {
  for (const facts of cases) {
    const heads = decideCase(policy, facts).heads.map(
      ({ answer }) => Number(answer.n) / Number(answer.d),
    );
    const hand = byHand(facts).map(({ n, d }) => Number(n) / Number(d));
    if (heads.join() !== hand.join()) {
      throw new Error(`the hand-written clauses differ for ${JSON.stringify(facts)}`);
    }
  }
}

agree();

export function baseline(): number {
  for (let index = 0; index < decisions; index += 1) {
    const facts = cases[index & 1023];
    if (facts !== undefined) kept[index & 1023] = byHand(facts);
  }
  return decisions;
}

export function subject(): number {
  for (let index = 0; index < decisions; index += 1) {
    const facts = cases[index & 1023];
    if (facts !== undefined) kept[index & 1023] = decideCase(policy, facts);
  }
  return decisions;
}
