import type { RouteSpec } from "./route.ts";

export const sessionRoutes = {} satisfies Record<string, RouteSpec>;
