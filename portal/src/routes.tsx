import type { Place } from "./paths.ts";
import { ApplyPage } from "./pages/apply.tsx";
import { ClaimPage } from "./pages/claim.tsx";
import { FindPage } from "./pages/find.tsx";
import { OrdersPage } from "./pages/orders.tsx";
import { StartPage } from "./pages/start.tsx";

/** The map of the portal. */
export function pageAt(place: Place) {
  switch (place.page) {
    case "start":
      return <StartPage />;
    case "find":
      return <FindPage {...place} />;
    case "orders":
      return <OrdersPage merchant={place.merchant} />;
    case "apply":
      return <ApplyPage key={`${place.orderId} ${place.kind}`} {...place} />;
    case "claim":
      return <ClaimPage key={place.claimId} {...place} />;
  }
}
