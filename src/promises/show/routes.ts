import { createHash } from "node:crypto";
import {
  type Language,
  type Refusal,
  type ShowFile,
  isRefusal,
  promisesRoutes,
  refuse,
} from "../../contract/index.ts";
import { merchantOfSlug } from "../../merchants/index.ts";
import { implement, readTransaction, version as productVersion } from "../../platform/index.ts";
import type { Implementation, Platform, Request } from "../../platform/index.ts";
import { showCache } from "./cache.ts";
import { drawShown } from "./draw.ts";
import { loadShown } from "./load.ts";
import { acceptedForm, prefersHtml } from "./accept.ts";
import { noTermsHtml } from "./no-terms.ts";
import type { Shown } from "./shown.ts";
import { termsPolicy } from "./terms-html.ts";

type Raw = Request<typeof promisesRoutes.showFile>["raw"];
type Wish = {
  readonly merchantId: string;
  readonly place: { readonly policyId: string; readonly version: number };
  readonly file: ShowFile;
  readonly language: Language;
  readonly isPublic: boolean;
};

/** What a version looks like: to anybody once it is published, to staff before. */
export function showApi(platform: Platform): Implementation[] {
  const cached = showCache();

  async function answer(wish: Wish, raw: Raw): Promise<Uint8Array | Refusal> {
    const { place, language, file, isPublic } = wish;
    const origin = platform.settings.publicUrl ?? originOf(raw.request);
    const shown = await readTransaction(platform, wish.merchantId, (tx) =>
      loadShown(tx, { place, language, origin, drafts: !isPublic }),
    );
    if (isRefusal(shown)) return shown;
    const tag = tagOf(file, shown);
    // A name and what is current can change, and a draft does: caches ask again after a while.
    const keep = isPublic ? "public, max-age=300" : "private, no-cache";
    raw.reply.header("etag", `"${tag}"`).header("cache-control", keep);
    raw.reply.header("vary", "accept, accept-language").header("content-language", language);
    if (isPublic) raw.reply.header("cross-origin-resource-policy", "cross-origin");
    if (isKnown(raw.request.headers["if-none-match"], tag)) {
      await raw.reply.code(304).send();
      return nothing;
    }
    const { type, bytes, policy } = await cached(tag, () => drawShown(file, shown));
    if (policy !== null) raw.reply.header("content-security-policy", policy);
    const name = `${place.policyId}-${place.version}-${file}`;
    raw.reply.header("content-disposition", `inline; filename="${name}"`);
    await raw.reply.type(type).send(Buffer.from(bytes));
    return bytes;
  }

  async function publicly(
    { params, query, language, raw }: PublicRequest,
    file: ShowFile | null,
  ): Promise<Uint8Array | Refusal> {
    const { policyId, version, merchantSlug } = params;
    if (file === null) return refuse("not_acceptable");
    const merchantId = await merchantOfSlug(platform, merchantSlug);
    if (merchantId === null) return refuse("not_found", { what: merchantSlug });
    const place = { policyId, version };
    const wished = query?.language ?? language;
    return answer({ merchantId, place, file, language: wished, isPublic: true }, raw);
  }

  return [
    implement(promisesRoutes.showTerms, async (request) => {
      const { accept } = request.raw.request.headers;
      const answered = await publicly(request, acceptedForm(accept));
      const isPage = isRefusal(answered) && answered.code === "not_found" && prefersHtml(accept);
      return isPage ? noTerms(request) : answered;
    }),
    implement(promisesRoutes.showFile, (request) => publicly(request, request.params.file)),
    implement(promisesRoutes.previewFile, ({ merchantId, params, query, language, raw }) => {
      const { file, policyId, version } = params;
      const wished = query?.language ?? language;
      const place = { policyId, version };
      return answer({ merchantId, place, file, language: wished, isPublic: false }, raw);
    }),
  ];
}

async function noTerms({ query, language, raw }: PublicRequest): Promise<Uint8Array> {
  const wished = query?.language ?? language;
  raw.reply.header("vary", "accept, accept-language").header("content-language", wished);
  raw.reply.header("content-security-policy", termsPolicy);
  await raw.reply.code(404).type("text/html; charset=utf-8").send(noTermsHtml(wished));
  return nothing;
}

type PublicRequest = Pick<
  Request<typeof promisesRoutes.showTerms>,
  "language" | "raw" | "query"
> & {
  readonly params: {
    readonly merchantSlug: string;
    readonly policyId: string;
    readonly version: number;
  };
};

/** What was answered by itself. */
const nothing = new Uint8Array();

/** As the caller reached us; a proxy on this machine tells its own address. */
const originOf = ({ protocol, host }: Raw["request"]): string => `${protocol}://${host}`;

/** All that the bytes depend on. */
function tagOf(file: ShowFile, shown: Shown): string {
  const { document, about, language, state, address, currentAddress, writtenAt, zone } = shown;
  const floors = about.floors.map((floor) => floor.document.hash);
  const parts = [productVersion, file, language, document.hash, floors, about.merchant];
  const rest = [state, address, currentAddress, writtenAt, zone];
  return createHash("sha256")
    .update(JSON.stringify([...parts, ...rest]))
    .digest("hex")
    .slice(0, 32);
}

const isKnown = (header: string | undefined, tag: string): boolean =>
  (header ?? "").split(",").some((each) => each.trim().replace(/^W\//, "") === `"${tag}"`);
