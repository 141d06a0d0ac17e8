import { isRefusal, readPolicyFile } from "../../contract/index.ts";
import type { Language, Refusal, WirePolicyText } from "../../contract/index.ts";
import { prepare, readTransaction, transact } from "../../platform/index.ts";
import type { Actor, Platform, Tx } from "../../platform/index.ts";
import { policyLife, policyText } from "../../promises/index.ts";
import type { Place } from "../../promises/index.ts";
import { answered } from "../cli/answered.ts";
import { withClosing } from "../cli/closing.ts";
import { CommandError } from "../cli/failure.ts";
import type { Terminal } from "../cli/terminal.ts";
import { openAll } from "../compose/open.ts";
import { readText } from "../quote/input.ts";
import { mustRead, wordsFrom } from "./files.ts";
import { needRight, signedIn } from "./publish-person.ts";
import type { Person } from "./publish-person.ts";
import { linesOf } from "./publish-told.ts";

export interface PublishedFile extends Person {
  readonly file: string;
  /** Null for the product's own words. */
  readonly catalogue: string | null;
  readonly language: Language;
}

/** What a command drives a version with: who acts, and where. */
interface Driver {
  readonly platform: Platform;
  readonly actor: Actor;
  readonly place: Place;
  readonly language: Language;
}

/**
 * `makegood policy publish`: takes a file as far on its way as this person can, and says who or
 * what it waits for. Run again it goes on from there. Exit code 1 where it is not proven.
 */
export function publishFile(terminal: Terminal, asked: PublishedFile): Promise<number> {
  return withClosing(async (closing) => {
    const { file, catalogue, language } = asked;
    const text = readText(file);
    const words = wordsFrom(catalogue, language);
    const { document } = mustRead(file, readPolicyFile(text, words, "new"), language);
    const place = { policyId: document.id, version: document.version };
    const { platform, rooms } = await openAll(closing, { migrate: true });
    await prepare(platform, rooms);
    const actor = await signedIn(platform, asked);
    needRight(actor, "publish");
    const driver = { platform, actor, place, language };
    await draftOf(driver, text, catalogue === null ? null : readText(catalogue));
    const version = await advance(driver);
    terminal.answer(version, linesOf(version, file));
    return version.status === "draft" ? 1 : 0;
  });
}

export interface ApprovedVersion extends Person {
  /** `id@version`. */
  readonly version: string;
  readonly language: Language;
}

/** `makegood policy approve`: the second person's signature. */
export function approveVersion(terminal: Terminal, asked: ApprovedVersion): Promise<number> {
  return withClosing(async (closing) => {
    const place = placeOf(asked.version);
    const { platform, rooms } = await openAll(closing, { migrate: true });
    await prepare(platform, rooms);
    const actor = await signedIn(platform, asked);
    needRight(actor, "approve");
    const driver = { platform, actor, place, language: asked.language };
    await step(driver, (tx) => policyLife.approve(tx, place));
    const version = answered((await versionOf(driver)) ?? missing(place));
    terminal.answer(version, linesOf(version, null));
    return 0;
  });
}

function placeOf(text: string): Place {
  const [, policyId = "", version = ""] = /^([^@]+)@([1-9]\d{0,8})$/.exec(text) ?? [];
  if (policyId !== "") return { policyId, version: Number(version) };
  throw new CommandError(`\`${text}\` names no version; write it as package-cancel@3`);
}

/** The draft with this text: made, changed, or there already as it is. */
async function draftOf(driver: Driver, text: string, catalogueText: string | null): Promise<void> {
  const { place, language } = driver;
  const catalogue = catalogueText ?? undefined;
  const known = await versionOf(driver);
  if (known?.text === text) return;
  if (known === null) {
    await step(driver, (tx) => policyLife.create(tx, { text, catalogue }, language));
    return;
  }
  const given = { text, catalogue, replaces: known.textHash };
  await step(driver, (tx) => policyLife.change(tx, place, given, language));
}

/** Proves, asks for the second person, and publishes what has one. */
async function advance(driver: Driver): Promise<WirePolicyText> {
  const { platform, actor, place, language } = driver;
  let version = await standing(driver);
  if (version.status === "draft") {
    const proven = await policyLife.prove(platform, actor.merchantId, place, language);
    await step(driver, (tx) => policyLife.storeProof(tx, place, proven));
    version = await standing(driver);
  }
  if (version.status === "verified" && version.approval.requestedAt === null) {
    await step(driver, (tx) => policyLife.request(tx, place));
    version = await standing(driver);
  }
  if (isWaitOver(version, platform.clock.now())) {
    needRight(actor, "approve");
    await step(driver, (tx) => policyLife.approve(tx, place));
    version = await standing(driver);
  }
  if (version.status !== "approved") return version;
  await step(driver, (tx) => policyLife.publish(tx, place));
  return standing(driver);
}

function isWaitOver({ status, approval: { waitsUntil } }: WirePolicyText, now: number): boolean {
  return status === "verified" && waitsUntil !== null && Date.parse(waitsUntil) <= now;
}

async function standing(driver: Driver): Promise<WirePolicyText> {
  const version = await versionOf(driver);
  return version ?? missing(driver.place);
}

function missing({ policyId, version }: Place): never {
  throw new CommandError(`there is no version \`${policyId}@${version}\`; check id and version`);
}

const versionOf = ({ platform, actor, place, language }: Driver) =>
  readTransaction(platform, actor.merchantId, (tx) => policyText(tx, place, language));

/** One step in a commit of its own, as the API takes it. */
async function step(
  { platform, actor }: Driver,
  work: (tx: Tx) => Promise<Place | Refusal>,
): Promise<void> {
  const unit = { merchantId: actor.merchantId, actor, route: "policy publish" };
  const done = await transact(platform, unit, work);
  if (isRefusal(done)) answered(done);
}
