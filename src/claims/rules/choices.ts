import {
  compare,
  dayOf,
  isRefusal,
  parseFraction,
  partsOf,
  partsOfBase,
  tellValue,
} from "../../core/index.ts";
import type { CompiledPolicy, Fact, FactInput, FactValue, Language } from "../../core/index.ts";
import type { ChoosingClaim, Chosen, ChosenEnd, EarlierClaim } from "./chosen.ts";
import { factsAt, samePlace } from "./facts.ts";
import type { FactPlace } from "./facts.ts";
import type { KnownOrder } from "./known-order.ts";
import { problem } from "./problem.ts";
import type { ClaimProblem } from "./problem.ts";
import { overlaps } from "./units.ts";
import type { Place } from "./units.ts";

type Ruled = Pick<KnownOrder, "orderId" | "zone" | "facts" | "policies" | "unsaid" | "earlier">;

/**
 * What is chosen is chosen once: the first accepted decision on units fixes wishes, what the
 * customer alone states, and the end, for later claims of that kind on those units. What a later
 * claim leaves unsaid is taken over; what it says otherwise is a problem that names the earlier
 * claim. Without this the largest of several answers would be the best of several choices.
 */
export function choicesOf(order: Ruled, claim: ChoosingClaim): Chosen | ClaimProblem {
  const fixed: Fixed[] = [];
  for (const earlier of order.earlier) {
    // What was accepted after it, while it waited for its end, is bound by it and not the reverse.
    if (earlier.claimId === claim.claimId) break;
    if (earlier.kind !== claim.kind) continue;
    fixed.push({ claim: earlier, chosen: chosenBy(order, earlier, fixed).chosen });
  }
  const { chosen, conflict } = chosenBy(order, claim, fixed);
  return conflict ?? chosen;
}

interface Fixed {
  readonly claim: EarlierClaim;
  readonly chosen: Chosen;
}

/** A claim's own word holds for itself also against an earlier one, as it did when it counted. */
function chosenBy(order: Ruled, claim: ChoosingClaim, fixed: readonly Fixed[]) {
  const conflicts: ClaimProblem[] = [];
  const facts = choiceFacts(order.policies).flatMap((fact) =>
    factPlaces(fact, order.orderId, claim.places).flatMap((at) => {
      const own = factsAt(at, {}, claim.said)[fact.name];
      const held = heldOf(fact, at, claim, { order, fixed });
      const other = held.find(({ input }) => !sameInput(fact, own ?? held[0]?.input, input));
      if (other !== undefined) conflicts.push(otherChoice(order, other.claim, fact, other.input));
      const input = own ?? held[0]?.input ?? unsaid(fact, order, claim.final);
      return input === null ? [] : [{ ...at, fact: fact.name, input }];
    }),
  );
  const { end, endTakenOver, other } = endOf(order, claim, fixed);
  if (other !== null) conflicts.push(otherEnd(order, other));
  const chosen: Chosen = { facts, end, endTakenOver };
  return { chosen, conflict: conflicts[0] ?? null };
}

/** What is the customer's to choose: wishes, and what the customer alone states. */
function choiceFacts(policies: readonly CompiledPolicy[]): Fact[] {
  const all = policies.flatMap(({ document }) => Object.values(document.facts));
  return [...new Map(all.filter(isChoice).map((fact) => [fact.name, fact])).values()];
}

function isChoice(fact: Fact): boolean {
  if (fact.clock !== null || fact.derived !== null) return false;
  return fact.by === "customer" || ("unsaid" in fact && fact.unsaid !== null);
}

function factPlaces({ scope }: Fact, orderId: string, places: readonly Place[]): FactPlace[] {
  if (scope === "order") return [{ orderId, lineId: null, packetId: null }];
  const found = places
    .filter((place) => place.orderId === orderId)
    .map(({ lineId, packetId }) =>
      scope === "line" ? { orderId, lineId, packetId: null } : { orderId, lineId: null, packetId },
    )
    .filter(({ lineId, packetId }) => lineId !== null || packetId !== null);
  return [...new Map(found.map((at) => [`${at.lineId} ${at.packetId}`, at])).values()];
}

function heldOf(
  fact: Fact,
  at: FactPlace,
  claim: ChoosingClaim,
  { order, fixed }: { readonly order: Ruled; readonly fixed: readonly Fixed[] },
) {
  return fixed.flatMap(({ claim: earlier, chosen }) => {
    if (!meets(order, earlier.places, claim.places, fact.scope === "order" ? null : at)) return [];
    return chosen.facts
      .filter((choice) => choice.fact === fact.name && samePlace(choice, at))
      .map(({ input }) => ({ claim: earlier, input }));
  });
}

/**
 * Whether two claims are about the same units; `at` narrows it to a line or packet. A document that
 * pays for the order as a whole, whatever of it is named, makes all its claims so.
 */
function meets(
  order: Ruled,
  left: readonly Place[],
  right: readonly Place[],
  at: FactPlace | null,
): boolean {
  const here = (place: Place): boolean =>
    place.orderId === order.orderId &&
    (at === null || (place.lineId === at.lineId && place.packetId === at.packetId));
  const whole = ({ lineId, packetId }: Place): boolean => lineId === null && packetId === null;
  const [one, other] = [left.filter(here), right.filter(here)];
  if (at === null && one.length > 0 && other.length > 0 && paysForOrder(order)) return true;
  return one.some((a) => other.some((b) => whole(a) || whole(b) || overlaps(a, b)));
}

const paysForOrder = ({ facts, policies }: Ruled): boolean =>
  facts !== null &&
  policies.some(({ document }) =>
    document.heads.some(
      ({ base }) =>
        document.bases[base]?.scope === "order" && partsOfBase(facts, base, []) === null,
    ),
  );

/** A wish has its default; whatever else was never said is open, or unproven once time is up. */
function unsaid(fact: Fact, order: Ruled, final: boolean): FactInput | null {
  if ("unsaid" in fact && fact.unsaid !== null) return { state: "claimed", value: fact.unsaid };
  const taken = order.unsaid[fact.scope][fact.name];
  return taken ?? (final ? { state: "unproven" } : null);
}

function sameInput(fact: Fact, one: FactInput | undefined, other: FactInput): boolean {
  if (one === undefined) return true;
  if (!("value" in one) || !("value" in other)) return one.state === other.state;
  return sameValue(fact, one.value, other.value);
}

function sameValue({ type }: Fact, one: FactValue, other: FactValue): boolean {
  if (type === "flag") return isYes(one) === isYes(other);
  if (type !== "ratio") return one === other;
  const [left, right] = [shareOf(one), shareOf(other)];
  return left !== null && right !== null && compare(left, right) === 0;
}

const isYes = (value: FactValue): boolean => value === true || value === "yes";

function shareOf(value: FactValue) {
  if (typeof value === "object") return value;
  const share = parseFraction(String(value));
  return isRefusal(share) ? null : share;
}

/** An end at once is a choice as well: who named none ended the contract when asking. */
function endOf(order: Ruled, claim: ChoosingClaim, fixed: readonly Fixed[]) {
  if (!readsEnd(order.policies)) return { end: null, endTakenOver: false, other: null };
  const held = fixed.flatMap(({ claim: earlier, chosen }) =>
    chosen.end !== null && meets(order, earlier.places, claim.places, null)
      ? [{ claim: earlier, end: chosen.end }]
      : [],
  );
  const wanted = claim.endsAt ?? held[0]?.end.endsAt ?? claim.receivedAt;
  const other = held.find(({ end }) => end.endsAt !== wanted) ?? null;
  const same = held.find(({ end }) => end.endsAt === wanted);
  const end = same?.end ?? { noticeAt: claim.receivedAt, endsAt: wanted };
  return { end, endTakenOver: same !== undefined, other };
}

const isEnd = (moment: string | readonly string[]): boolean => moment.includes("claim.ends_at");

/** Whether a document counts up to the end that the customer names: by a clock, term or use. */
export function readsEnd(policies: readonly CompiledPolicy[]): boolean {
  return policies.some(({ document }) =>
    Object.values(document.facts).some(
      ({ clock, derived, reads }) =>
        (clock !== null && (isEnd(clock.from) || isEnd(clock.to))) ||
        derived === "elapsed_share@1" ||
        (derived !== null && reads.includes("usage")),
    ),
  );
}

type Words = Readonly<Record<Language, string>>;

function otherChoice(order: Ruled, { number }: EarlierClaim, fact: Fact, input: FactInput) {
  const value = "value" in input ? input.value : "unproven";
  const told = (language: Language): string => {
    const text = tellValue(fact, value, language);
    const isText = "options" in fact || value === "unproven";
    return isText ? text : `${fact.text[language]}${language === "en" ? ": " : "："}${text}`;
  };
  const words = { "zh-CN": told("zh-CN"), "zh-TW": told("zh-TW"), en: told("en") };
  return madeBefore(number, words, "/facts");
}

function otherEnd({ zone }: Ruled, { claim, end }: { claim: EarlierClaim; end: ChosenEnd }) {
  const { year, month, day } = partsOf(dayOf(end.endsAt, zone));
  const two = (part: number): string => String(part).padStart(2, "0");
  const words = {
    "zh-CN": `合同于${year}年${month}月${day}日终止`,
    "zh-TW": `合約於${year}年${month}月${day}日終止`,
    en: `the contract ends on ${year}-${two(month)}-${two(day)}`,
  };
  return madeBefore(claim.number, words, "/endsAt");
}

const madeBefore = (claim: string, words: Words, field: string): ClaimProblem =>
  problem(
    "claim_choice_made",
    {
      claim,
      "chosen:zh-CN": words["zh-CN"],
      "chosen:zh-TW": words["zh-TW"],
      "chosen:en": words.en,
    },
    field,
  );
