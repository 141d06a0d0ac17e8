import { refuse, signingRoutes } from "../contract/index.ts";
import type { SigningKeyView } from "../contract/index.ts";
import { implement, readTransaction, transact } from "../platform/index.ts";
import type { Implementation, Platform } from "../platform/index.ts";
import { merchantOfSlug } from "./sessions.ts";
import { fingerprintOf, publicKeyText, rotateSigningKey } from "./signing.ts";
import { selectSigningKeys } from "./signing-store.ts";
import type { SigningKeyRow } from "./signing-store.ts";
import { selectMerchant } from "./store.ts";

export const signingImplementations = (platform: Platform): Implementation[] => [
  implement(signingRoutes.listSigningKeys, ({ merchantId }) =>
    readTransaction(platform, merchantId, async (tx) => ({
      items: (await selectSigningKeys(tx)).map(signingKeyView),
    })),
  ),
  implement(signingRoutes.rotateSigningKey, (request) =>
    transact(platform, request, async (tx) => signingKeyView(await rotateSigningKey(platform, tx))),
  ),
  implement(signingRoutes.getPublishedKeys, async ({ params }) => {
    const unknown = refuse("not_found", { what: params.merchantSlug });
    const merchantId = await merchantOfSlug(platform, params.merchantSlug);
    if (merchantId === null) return unknown;
    return readTransaction(platform, merchantId, async (tx) => {
      const [merchant, keys] = await Promise.all([selectMerchant(tx), selectSigningKeys(tx)]);
      if (merchant === null) return unknown;
      const { slug, name } = merchant;
      return { merchantId, slug, name, keys: keys.map(signingKeyView) };
    });
  }),
];

export const signingKeyView = (row: SigningKeyRow): SigningKeyView => ({
  keyId: row.keyId,
  algorithm: "Ed25519",
  publicKey: publicKeyText(row.publicKey),
  fingerprint: fingerprintOf(row.publicKey),
  createdAt: new Date(row.createdAt).toISOString(),
  retiredAt: row.retiredAt === null ? null : new Date(row.retiredAt).toISOString(),
});
