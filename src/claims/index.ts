/** Claims: filed, decided, settled; what people attest, and what customers are told. */
export { fileClaim } from "./flow/file.ts";
export type { Filed } from "./flow/file.ts";
export { followMoney, followPackets } from "./flow/follow-money.ts";
export { claimQueues } from "./jobs.ts";
export { envelopeText, letterElementId } from "./letters/draw.ts";
export { letterHtml, letterPdf } from "./letters/draw.ts";
export type { DrawnLetter } from "./letters/draw.ts";
export { lettersApi } from "./letters/routes.ts";
export { readTexts } from "./letters/texts.ts";
export { askedTimes, nothingBrought, quoteClaim, quoteClaims } from "./quote.ts";
export type { AskedClaim, Brought, Quote, QuoteAnswer } from "./quote.ts";
export { claimsApi } from "./routes.ts";
export { myClaimsApi } from "./routes-customer.ts";
export { claimSubscriptions } from "./subscriptions.ts";
export { countByReference } from "./store/list.ts";
export type { ReferenceCount } from "./store/list.ts";
