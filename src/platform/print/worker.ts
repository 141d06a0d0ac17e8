import { serveThread } from "../thread.ts";
import { draw } from "./drawing.ts";

/** A thread of its own for drawings: fonts of twenty megabytes, and seconds for an animation. */
serveThread(draw);
