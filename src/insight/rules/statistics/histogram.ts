/** How often each whole number came: as exact as a list of all of them, and as short as can be. */
export class Histogram {
  readonly #counts = new Map<number, number>();
  #count = 0;

  add(value: number): void {
    this.#counts.set(value, (this.#counts.get(value) ?? 0) + 1);
    this.#count += 1;
  }

  get count(): number {
    return this.#count;
  }

  /** Value and count, rising. */
  entries(): [value: number, count: number][] {
    return [...this.#counts].sort(([left], [right]) => left - right);
  }

  /**
   * The smallest value that at least `percent` of all do not exceed (nearest rank), so that it is
   * one of those that came; null for none.
   */
  percentile(percent: number): number | null {
    let left = Math.max(1, Math.ceil((percent * this.#count) / 100));
    for (const [value, count] of this.entries()) {
      left -= count;
      if (left <= 0) return value;
    }
    return null;
  }
}
