import { ClaimPage } from "./pages/claim.tsx";
import { ClaimsPage } from "./pages/claims.tsx";
import { NowherePage } from "./pages/nowhere.tsx";
import { OrderPage } from "./pages/order.tsx";
import { OrdersPage } from "./pages/orders.tsx";
import { PromisePage } from "./pages/promise.tsx";
import { PromisesPage } from "./pages/promises.tsx";
import { SettingsPage } from "./pages/settings.tsx";
import { pathOf } from "./paths.ts";
import type { Place } from "./paths.ts";

/** The map of the console. A list starts anew where its filter changes. */
export function pageAt(place: Place) {
  switch (place.page) {
    case "orders":
      return <OrdersPage key={pathOf(place)} place={place} />;
    case "order":
      return <OrderPage key={place.orderId} orderId={place.orderId} />;
    case "claims":
      return <ClaimsPage key={pathOf(place)} place={place} />;
    case "claim":
      return <ClaimPage key={place.claimId} claimId={place.claimId} />;
    case "promises":
      return <PromisesPage />;
    case "promise":
      return <PromisePage key={pathOf(place)} policyId={place.policyId} version={place.version} />;
    case "settings":
      return <SettingsPage />;
    case "nowhere":
      return <NowherePage />;
  }
}
