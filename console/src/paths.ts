/** Where in the console somebody is; a list's filter is a part of its address. */
export type Place =
  | { readonly page: "orders"; readonly orderNumber?: string; readonly status?: string }
  | { readonly page: "order"; readonly orderId: string }
  | { readonly page: "claims"; readonly number?: string; readonly status?: string }
  | { readonly page: "claim"; readonly claimId: string };

const base = "/console";

/** Every address of the console is made here and read by `placeOf`, and nowhere else. */
export function pathOf(place: Place): string {
  switch (place.page) {
    case "orders":
      return joined(["orders"], { orderNumber: place.orderNumber, status: place.status });
    case "order":
      return joined(["orders", place.orderId]);
    case "claims":
      return joined(["claims"], { number: place.number, status: place.status });
    case "claim":
      return joined(["claims", place.claimId]);
  }
}

type Query = Readonly<Record<string, string | undefined>>;

function joined(parts: readonly string[], query: Query = {}): string {
  const path = [base, ...parts.map(encodeURIComponent)].join("/");
  const filled = Object.entries(query).flatMap(([name, value]) =>
    value === undefined || value === "" ? [] : [`${name}=${encodeURIComponent(value)}`],
  );
  return filled.length === 0 ? path : `${path}?${filled.join("&")}`;
}

/** The place of an address; one that nobody made leads to the claims. */
export function placeOf(path: string, search = ""): Place {
  const [room, id] = path
    .slice(base.length)
    .split("/")
    .filter((part) => part !== "")
    .map(decoded);
  const query = new URLSearchParams(search);
  const filter = (name: string) => {
    const value = query.get(name);
    return value === null || value === "" ? {} : { [name]: value };
  };
  if (room === "orders") {
    if (id !== undefined) return { page: "order", orderId: id };
    return { page: "orders", ...filter("orderNumber"), ...filter("status") };
  }
  if (room === "claims" && id !== undefined) return { page: "claim", claimId: id };
  return { page: "claims", ...filter("number"), ...filter("status") };
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}
