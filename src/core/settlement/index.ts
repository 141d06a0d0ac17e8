/** Order facts and stored decisions → what is owed, and what is due of it. */
export type * from "./types.ts";
