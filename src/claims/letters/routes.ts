import { isRefusal, lettersRoutes } from "../../contract/index.ts";
import type { LetterEnvelope, Refusal } from "../../contract/index.ts";
import { implement, readTransaction } from "../../platform/index.ts";
import type { Implementation, Platform, Request } from "../../platform/index.ts";
import { notMine } from "../routes-customer.ts";
import { letterHtml, letterPdf } from "./draw.ts";
import type { DrawnLetter } from "./draw.ts";
import { claimLetter } from "./issue.ts";

/** The letter for staff and for the customer; both get the same signed text. */
export function lettersApi(platform: Platform): Implementation[] {
  return [
    implement(lettersRoutes.getClaimLetter, (request) => answer(platform, request)),
    implement(lettersRoutes.getMyClaimLetter, async (request) => {
      const { actor, merchantId, params } = request;
      const foreign = await readTransaction(platform, merchantId, (tx) =>
        notMine(tx, actor, params.claimId),
      );
      return foreign ?? answer(platform, request);
    }),
  ];
}

type LetterRequest = Request<(typeof lettersRoutes)[keyof typeof lettersRoutes]>;

async function answer(
  platform: Platform,
  { merchantId, params, query, language, raw }: LetterRequest,
): Promise<LetterEnvelope | Refusal> {
  const form = query?.form ?? "json";
  const letter = await claimLetter(platform, {
    merchantId,
    claimId: params.claimId,
    language: query?.language ?? language,
    // A program has no use for a name; what it keeps needs no erasing.
    addressed: form !== "json",
  });
  if (isRefusal(letter) || form === "json") return isRefusal(letter) ? letter : letter.envelope;
  await send(letter, form, raw);
  return letter.envelope;
}

/** No script, no address, no frame: the page brings its look and nothing else. */
const letterPolicy =
  "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'; " +
  "frame-ancestors 'none'";

async function send(
  letter: DrawnLetter,
  form: "html" | "pdf",
  { reply }: LetterRequest["raw"],
): Promise<void> {
  const name = `makegood-${letter.payload.claim.number}.${form}`;
  reply.header("content-disposition", `inline; filename="${name}"`);
  reply.header("content-language", letter.envelope.language);
  if (form === "html") {
    reply.header("content-security-policy", letterPolicy).type("text/html; charset=utf-8");
    await reply.send(letterHtml(letter));
  } else {
    await reply.type("application/pdf").send(Buffer.from(await letterPdf(letter)));
  }
}
