import type { RouteSpec } from "./route.ts";

export const merchantsRoutes = {} satisfies Record<string, RouteSpec>;
