import { addressOf, partsOf } from "../../web/src/index.ts";

/** Where in the console somebody is; a list's filter is a part of its address. */
export type Place =
  | { readonly page: "orders"; readonly number?: string; readonly status?: string }
  | { readonly page: "order"; readonly orderId: string }
  | { readonly page: "claims"; readonly number?: string; readonly status?: string }
  | { readonly page: "claim"; readonly claimId: string }
  | { readonly page: "promises" }
  | { readonly page: "promise"; readonly policyId: string; readonly version: number }
  | { readonly page: "settings" }
  | { readonly page: "nowhere"; readonly path: string };

/** The places that list something. */
export type ListPlace = Extract<Place, { page: "orders" | "claims" }>;

const base = "/console";

/** Every address of the console is made here and read by `placeOf`, and nowhere else. */
export function pathOf(place: Place): string {
  switch (place.page) {
    case "orders":
    case "claims":
      return addressOf(base, [place.page], { number: place.number, status: place.status });
    case "order":
      return addressOf(base, ["orders", place.orderId]);
    case "claim":
      return addressOf(base, ["claims", place.claimId]);
    case "promises":
    case "settings":
      return addressOf(base, [place.page]);
    case "nowhere":
      return place.path;
    case "promise":
      return addressOf(base, ["promises", place.policyId, String(place.version)]);
  }
}

/** The place of an address; one without a room leads to the claims. */
export function placeOf(path: string, search = ""): Place {
  const [room, id, part] = partsOf(base, path);
  if (room === "orders" && id !== undefined) return { page: "order", orderId: id };
  if (room === "claims" && id !== undefined) return { page: "claim", claimId: id };
  if (room === "promises") return promiseOf(id, Number(part));
  if (room === "settings") return { page: "settings" };
  if (room !== undefined && room !== "orders" && room !== "claims")
    return { page: "nowhere", path };
  const query = new URLSearchParams(search);
  const filter = (name: string) => {
    const value = query.get(name);
    return value === null || value === "" ? {} : { [name]: value };
  };
  const page = room === "orders" ? "orders" : "claims";
  return { page, ...filter("number"), ...filter("status") };
}

function promiseOf(policyId: string | undefined, version: number): Place {
  const isVersion = Number.isSafeInteger(version) && version > 0;
  if (policyId === undefined || !isVersion) return { page: "promises" };
  return { page: "promise", policyId, version };
}
