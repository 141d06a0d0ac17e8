import { addressOf, partsOf } from "../../web/src/index.ts";

/** Where in the portal somebody is. `merchant` is the merchant's slug. */
export type Place =
  | { readonly page: "start" }
  | {
      readonly page: "find";
      readonly merchant: string;
      /** How the session before ended. Said once: it is no part of the address. */
      readonly ended?: "signed_out" | "expired";
    }
  | { readonly page: "orders"; readonly merchant: string }
  | {
      readonly page: "apply";
      readonly merchant: string;
      readonly orderId: string;
      readonly kind: string;
    }
  | { readonly page: "claim"; readonly merchant: string; readonly claimId: string };

const base = "/portal";

/** Every address of the portal is made here and read by `placeOf`, and nowhere else. */
export function pathOf(place: Place): string {
  switch (place.page) {
    case "start":
      return `${base}/`;
    case "find":
      return addressOf(base, [place.merchant]);
    case "orders":
      return addressOf(base, [place.merchant, "orders"]);
    case "apply":
      return addressOf(base, [place.merchant, "orders", place.orderId, "apply", place.kind]);
    case "claim":
      return addressOf(base, [place.merchant, "claims", place.claimId]);
  }
}

/** The place of an address; an address that nobody made leads to the merchant's first page. */
export function placeOf(path: string): Place {
  const [merchant, room, id, step, kind] = partsOf(base, path);
  if (merchant === undefined) return { page: "start" };
  if (room === "orders" && id !== undefined && step === "apply" && kind !== undefined) {
    return { page: "apply", merchant, orderId: id, kind };
  }
  if (room === "orders") return { page: "orders", merchant };
  if (room === "claims" && id !== undefined) return { page: "claim", merchant, claimId: id };
  return { page: "find", merchant };
}
