import { expect, test } from "vitest";
import { ClaimKind, ClaimStatus, languages, OrderStatus } from "../../../src/contract/index.ts";
import { PayoutStatus, TenderKind } from "../../../src/contract/index.ts";
import { describeTexts } from "../../../web/src/testing.ts";
import { textsOf } from "./index.ts";

describeTexts(textsOf);

test.each(languages)("every kind and status that the API knows has a word in %s", (language) => {
  const texts = textsOf[language];
  expect(Object.keys(texts.kinds)).toEqual(ClaimKind.enum);
  expect(Object.keys(texts.orderStatuses)).toEqual([...OrderStatus.enum]);
  expect(Object.keys(texts.statuses)).toEqual([...ClaimStatus.enum]);
  expect(Object.keys(texts.payoutStatuses)).toEqual([...PayoutStatus.enum]);
  expect(Object.keys(texts.tenderKinds)).toEqual([...TenderKind.enum]);
});
