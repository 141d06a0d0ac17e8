/** What the process for drawings does: twenty megabytes of fonts, seconds for an animation. */
export { draw as work } from "./drawing.ts";
