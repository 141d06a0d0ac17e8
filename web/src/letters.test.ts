import { expect, test } from "vitest";
import { letterAddress } from "./letters.ts";

test("a letter is found where the contract says, by staff and by its customer", () => {
  expect(letterAddress("getClaimLetter", "a/b", { language: "zh-TW", form: "html" })).toBe(
    "/v1/claims/a%2Fb/letter?language=zh-TW&form=html",
  );
  expect(letterAddress("getMyClaimLetter", "1", { language: "en", form: "pdf" })).toBe(
    "/v1/my/claims/1/letter?language=en&form=pdf",
  );
});
