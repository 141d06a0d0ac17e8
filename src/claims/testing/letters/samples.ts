import { readFileSync } from "node:fs";
import { createPublicKey, sign } from "node:crypto";
import { parseInstant } from "../../../core/index.ts";
import type {
  CompiledPolicy,
  EstablishedFact,
  LetterPayload,
  MerchantContact,
} from "../../../core/index.ts";
import type { Refusal as CoreRefusal } from "../../../core/index.ts";
import type {
  Refusal,
  WireCreateOrder,
  WireGivenFact,
  WireOrderEvent,
} from "../../../contract/index.ts";
import { readCatalogueFile, readPolicyFile } from "../../../contract/index.ts";
import { fingerprintOf, keyFromSeed } from "../../../merchants/index.ts";
import { unrecordedOrder } from "../../../orders/index.ts";
import { compileStored } from "../../../promises/index.ts";
import type { LetterEnvelope } from "../../../contract/index.ts";
import { canonicalJson } from "../../../core/index.ts";
import { quoteClaims } from "../../quote.ts";
import type { AskedClaim } from "../../quote.ts";
import { groundsOf, settlementOf } from "../../rules/grounds.ts";
import type { DrawnLetter } from "../../letters/draw.ts";
import { letterPayload } from "../../letters/payload.ts";
import type { LetterParts } from "../../letters/payload.ts";
import type { PinnedText } from "../../letters/texts.ts";
import { readTexts } from "../../letters/texts.ts";

/** A claim whose letter is read by people and kept as it should be. */
export interface Sample {
  readonly order: WireCreateOrder;
  readonly events: readonly WireOrderEvent[];
  readonly kind: string;
  readonly items: AskedClaim["items"];
  readonly facts: readonly WireGivenFact[];
  readonly receivedAt: string;
  readonly decidedAt: string;
  readonly final: boolean;
  /** Files under policies/, or texts of a test's own. */
  readonly policies: readonly string[];
  readonly refusalCode: string | null;
  readonly dueAt: string | null;
}

const folder = new URL("../../../../policies/", import.meta.url);
const textOf = (name: string): string => readFileSync(new URL(name, folder), "utf8");

/** A refusal of either kind is a fault of the sample. */
function must<T>(answer: T): Exclude<T, CoreRefusal | Refusal> {
  const refused = typeof answer === "object" && answer !== null && "code" in answer;
  if (refused) throw new Error(JSON.stringify(answer));
  return answer as Exclude<T, CoreRefusal | Refusal>;
}

interface Bound {
  readonly text: PinnedText;
  readonly policy: CompiledPolicy;
}

function bound(source: string): Bound {
  const catalogueText = textOf("catalogue.yaml");
  const words = readCatalogueFile(catalogueText);
  if (!words.ok) throw new Error("the catalogue has faults");
  const text = source.includes("\n") ? source : textOf(source);
  const reading = readPolicyFile(text, words.value);
  if (!reading.ok) throw new Error(`${source}: ${JSON.stringify(reading.problems)}`);
  const { id, version, hash } = reading.value.document;
  const catalogueHash = words.value.hash;
  const stored = { hash, catalogue_hash: catalogueHash, text, catalogue_text: catalogueText };
  const { policy } = must(compileStored(stored, {}));
  return { policy, text: { id, version, hash, text, catalogueHash, catalogueText } };
}

/** A key of its own for each seed: letters of tests are signed for good. */
export const secretOf = (seed: number) => keyFromSeed(Buffer.alloc(32, seed));

const publicKeyOf = (seed: number): Buffer =>
  createPublicKey(secretOf(seed)).export({ format: "der", type: "spki" });

/** What the server writes of such a claim, signed with the key of the seed. */
export function sampleLetter(
  sample: Sample,
  language: LetterEnvelope["language"],
  seed = 7,
): DrawnLetter {
  const parts = partsOf(sample, seed);
  const bytes = canonicalJson(letterPayload(parts));
  const payload = JSON.parse(bytes) as LetterPayload;
  const texts = [...new Set(parts.texts.flatMap((one) => [one.text, one.catalogueText]))];
  const read = readTexts(payload, texts);
  if (!read.ok) throw new Error(JSON.stringify(read.problems));
  const envelope: LetterEnvelope = {
    makegood: "letter/1",
    language,
    addressee: [language === "en" ? "Example Customer" : "示例顾客"],
    payload: bytes,
    signature: {
      algorithm: "Ed25519",
      keyId: parts.key.keyId,
      publicKey: createPublicKey(secretOf(seed)).export({ format: "pem", type: "spki" }).toString(),
      value: sign(null, Buffer.from(bytes), secretOf(seed)).toString("base64"),
    },
    texts,
  };
  return { envelope, payload, documents: read.documents.map(({ document }) => document) };
}

const contact: MerchantContact = {
  registeredName: "青禾数字营销有限公司",
  address: "上海市黄浦区示范路 1 号",
  phone: "400-000-0000",
  email: "service@shop.example",
  hours: {
    "zh-CN": "周一至周五 9:00–18:00",
    "zh-TW": "週一至週五 9:00–18:00",
    en: "Monday to Friday, 9:00–18:00",
  },
  website: null,
  complaints: { phone: null, email: "complaints@shop.example" },
};

function orderOf(
  sample: Sample,
  now: number,
  policies: readonly { readonly policy: CompiledPolicy }[],
) {
  const facts = policies.map(({ policy }) => policy.document.facts);
  return must(unrecordedOrder(sample.order, sample.events, { now, facts }));
}

function partsOf(sample: Sample, seed: number): LetterParts {
  const decidedAt = must(parseInstant(sample.decidedAt));
  const receivedAt = must(parseInstant(sample.receivedAt));
  const policies = sample.policies.map(bound);
  const order = orderOf(sample, decidedAt, policies);
  const { kind, items, facts, final } = sample;
  const asked = { kind, items, facts, final, receivedAt, endsAt: null };
  const quote = must(
    quoteClaims(order, [{ ...asked, policies: policies.map(({ policy }) => policy) }]),
  );
  const [answer] = quote.answers;
  if (answer?.status !== "decided" || order.facts === null) {
    throw new Error(`not decided: ${JSON.stringify(answer)}`);
  }
  const known = { facts: order.facts, accepted: [], taken: [], takenBeside: [] };
  return {
    program: "0.1.0",
    issuedAt: decidedAt,
    key: {
      keyId: `0199f0a0-0000-7000-8000-0000000000${String(seed).padStart(2, "0")}`,
      fingerprint: fingerprintOf(publicKeyOf(seed)),
    },
    merchant: {
      merchantId: "0199f0a0-0000-7000-8000-000000000001",
      slug: "qinghe",
      name: "青禾数字营销",
      contact,
      keysAt: "https://promise.example/.well-known/makegood-keys/qinghe",
    },
    claim: {
      claimId: "0199f0a0-0000-7000-8000-0000000000aa",
      number: "C-7K3M-9PQ2",
      kind: sample.kind,
      zone: order.zone,
      receivedAt,
      decidedAt,
      refusalCode: sample.refusalCode,
      unmatched: null,
    },
    customer: order.customerKind,
    market: "CN",
    orders: [
      {
        orderId: "0199f0a0-0000-7000-8000-0000000000bb",
        orderNumber: order.orderNumber,
        lines: sample.order.lines.map(({ lineId, productName }, at) => ({
          lineId: lineId ?? String(at + 1),
          name: productName ?? null,
        })),
        decisionId: "0199f0a0-0000-7000-8000-0000000000cc",
        accepted: answer.gives && answer.adds,
        corrects: null,
        decision: answer.decision,
        established: sample.facts.map(({ fact, lineId, packetId, state }): EstablishedFact => ({
          lineId: lineId ?? null,
          packetId: packetId ?? null,
          fact,
          by: state === "attested" ? "merchant" : "customer",
          at: sample.decidedAt,
        })),
        settlement: settlementOf({ ...known, all: [], earlier: [] }, groundsOf(known)),
      },
    ],
    texts: policies.map(({ text }) => text),
    payment:
      sample.dueAt === null
        ? null
        : { dueAt: sample.dueAt, source: "policy", statutory: false, provisional: false },
  };
}
