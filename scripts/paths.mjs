import { dirname } from "node:path";
import { fileURLToPath } from "node:url";

/** The root of the checkout, without a trailing slash. */
export const root = dirname(dirname(fileURLToPath(import.meta.url)));
