import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { claimOf, claimsOverHttp, lamps } from "./testing/http.ts";
import type { Call, ClaimsOverHttp } from "./testing/http.ts";

let shop: ClaimsOverHttp;
let staff: Call;
beforeAll(async () => {
  shop = await claimsOverHttp();
  staff = await shop.key(["file", "attest", "read"]);
});
afterAll(() => shop.close());

const freight = "base.return.freight";

describe("a sum on a receipt", () => {
  it("is offered in the reader's words, and shown as money once attested", async () => {
    const { orderId } = await shop.goods();
    const facts = [{ fact: "defect", value: "quality" }];
    const payload = { ...lamps(orderId), facts };
    const headers = { "accept-language": "en" };
    const filed = await staff({ method: "POST", url: "/v1/claims", headers, payload });
    const { claimId, sums } = claimOf(filed);
    const name = "the return freight on the receipt";
    const most = { currency: "CNY", mostMinor: 100_000 };
    expect(sums).toEqual([{ orderId, fact: freight, name, ...most }]);
    const attested = await staff({
      method: "POST",
      url: `/v1/claims/${claimId}/attestations`,
      headers,
      payload: {
        facts: [
          { fact: "defect", value: "quality" },
          { fact: "intact", value: "yes" },
          { fact: "excluded", value: "no" },
          { orderId, fact: freight, value: 1250, currency: "CNY" },
        ],
      },
    });
    expect(attested).toMatchObject({ status: 200, body: { status: "settling" } });
    expect(claimOf(attested).facts).toContainEqual(
      expect.objectContaining({ fact: freight, name, value: 1250, valueText: "12.50 CNY" }),
    );
    const { obligations } = await shop.money(orderId);
    expect(obligations).toContainEqual(expect.objectContaining({ unit: "CNY", units: 1250 }));
  });
});
