/**
 * Which ids came before, in 16 to 32 bytes for each: the last 64 bits of a UUIDv7, of which 62 are
 * random. Two of a million ids fall together with a chance of one in ten million.
 */
export class IdSet {
  #slots = new BigUint64Array(1024);
  #size = 0;

  get size(): number {
    return this.#size;
  }

  /** Whether the id is new. */
  add(id: string): boolean {
    // 0 marks a free slot; an id that ends in nothing else shares the place of 1.
    const bits = BigInt(`0x${id.replaceAll("-", "").slice(-16)}`) || 1n;
    if (!insert(this.#slots, bits)) return false;
    this.#size += 1;
    if (this.#size * 2 > this.#slots.length) this.#grow();
    return true;
  }

  #grow(): void {
    const larger = new BigUint64Array(this.#slots.length * 2);
    for (const bits of this.#slots) if (bits !== 0n) insert(larger, bits);
    this.#slots = larger;
  }
}

function insert(slots: BigUint64Array, bits: bigint): boolean {
  const last = slots.length - 1;
  for (let at = Number(bits & 0xffff_ffffn) & last; ; at = (at + 1) & last) {
    if (slots[at] === bits) return false;
    if (slots[at] !== 0n) continue;
    slots[at] = bits;
    return true;
  }
}
