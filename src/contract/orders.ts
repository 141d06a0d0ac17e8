import type { RouteSpec } from "./route.ts";

export const ordersRoutes = {} satisfies Record<string, RouteSpec>;
