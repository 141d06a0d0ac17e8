/** How a version is shown: terms, posters, codes, screens, animations. */
export { drawShown } from "./draw.ts";
export type { ShownFile } from "./draw.ts";
export { showApi } from "./routes.ts";
export type { Shown } from "./shown.ts";
