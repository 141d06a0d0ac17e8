import { serveHelper } from "../helper.ts";
import { draw } from "./drawing.ts";

/** A process of its own for drawings: twenty megabytes of fonts, and seconds for an animation. */
serveHelper(draw);
