import type { RouteSpec } from "./route.ts";

export const noticesRoutes = {} satisfies Record<string, RouteSpec>;
