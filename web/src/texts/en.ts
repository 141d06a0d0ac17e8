import type { WebTexts } from "./zh-cn.ts";

export const en: WebTexts = {
  language: "Language",
  offline: "the server cannot be reached; check your connection and try again",
  broken: "something went wrong on this page; reload it and try again",
  retry: "Try again",
  between: ", ",
  pair: "{name}: {value}",
  factOf: "{fact} ({item})",
  points: "{n} points",
  orderNumber: "Order number",
  until: "by {time}",
  byLaw: "set by law",
  byPromise: "our promise",
  notices: "Notices",
  waterfall: "From paid to owed",
};
