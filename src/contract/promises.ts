import type { RouteSpec } from "./route.ts";

export const promisesRoutes = {} satisfies Record<string, RouteSpec>;
