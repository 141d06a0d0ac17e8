/** Bytes named by their SHA-256, on disk. What holds personal data is sealed before it comes. */
export interface Blobs {
  /** Returns the SHA-256 in lower-case hex. Safe to repeat. */
  put(content: Uint8Array): Promise<string>;
  get(sha256: string): Promise<Uint8Array | null>;
}
