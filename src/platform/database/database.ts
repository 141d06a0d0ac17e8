/** A handle; the pools behind it can be reached by this room only. */
export interface Database {
  /** The place as a person may see it: no password. */
  readonly place: string;
  close(): Promise<void>;
}
