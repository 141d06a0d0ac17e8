import { expect, test } from "vitest";
import type { MerchantProfile } from "../../../src/contract/index.ts";
import { namePathOf, profileOf, valuesOf } from "./profile-values.ts";

const full: MerchantProfile = {
  registeredName: "守诺示范商贸有限公司",
  address: "上海市黄浦区示范路 1 号",
  phone: "400-820-8820",
  email: null,
  hours: { "zh-CN": "每天", "zh-TW": "每天", en: "daily" },
  website: "https://shop.example",
  complaints: { phone: null, email: "complaints@shop.example" },
};

test("a profile is the same after it was in the form", () => {
  const least = { ...full, phone: null, email: "a@shop.example", hours: null, website: null };
  for (const profile of [full, { ...least, complaints: null }]) {
    expect(profileOf(valuesOf(profile))).toEqual(profile);
  }
});

test("what was left empty is not stated, and hours in one language are sent to be refused", () => {
  const empty = { registeredName: "", address: "", phone: null, email: null, website: null };
  expect(profileOf(valuesOf(null))).toEqual({ ...empty, hours: null, complaints: null });
  const values = valuesOf(null);
  const hours = { ...values.hours, en: "daily" };
  expect(profileOf({ ...values, phone: "  ", hours })).toMatchObject({ phone: null, hours });
});

test("a refusal finds its place in the form", () => {
  const values = valuesOf(null);
  expect(namePathOf("/hours/en", values)).toEqual(["hours", "en"]);
  expect(namePathOf("/phone", values)).toEqual(["phone"]);
  expect(namePathOf("/fax", values)).toBeNull();
  expect(namePathOf(undefined, values)).toBeNull();
});
