import type { RouteSpec } from "./route.ts";

export const treasuryRoutes = {} satisfies Record<string, RouteSpec>;
