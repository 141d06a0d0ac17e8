import type { RouteSpec } from "./route.ts";

export const claimsRoutes = {} satisfies Record<string, RouteSpec>;
