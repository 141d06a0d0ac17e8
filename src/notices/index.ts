/** Messages that must reach a customer: queued with their cause, delivered with proof. */
export { amountsText, listText, outcomeText } from "./amounts.ts";
export type { NoticeAmount } from "./amounts.ts";
export { queueNotice } from "./flow.ts";
export type { NoticeOrder } from "./flow.ts";
export { noticeQueues } from "./jobs.ts";
export { noticesApi, noticesOf } from "./routes.ts";
export { renderNotice } from "./template.ts";
export type { NoticeContent, NoticeKind } from "./template.ts";
