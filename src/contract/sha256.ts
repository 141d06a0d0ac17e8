/**
 * SHA-256 (FIPS 180-4), synchronous and the same in browser and server: a policy is hashed where it
 * is read, and the browser's own digest is asynchronous.
 */
export function sha256Hex(input: string | Uint8Array): string {
  const bytes = typeof input === "string" ? new TextEncoder().encode(input) : input;
  const state = Uint32Array.from(initialState);
  const blocks = padded(bytes);
  const schedule = new Uint32Array(64);
  for (let offset = 0; offset < blocks.byteLength; offset += 64) {
    for (let word = 0; word < 16; word += 1) schedule[word] = blocks.getUint32(offset + word * 4);
    compress(state, schedule);
  }
  return Array.from(state, (word) => word.toString(16).padStart(8, "0")).join("");
}

/** The message, a single 1 bit, zeros, and the length in bits: a whole number of 64-byte blocks. */
function padded(bytes: Uint8Array): DataView {
  const blocks = new Uint8Array(Math.ceil((bytes.length + 9) / 64) * 64);
  blocks.set(bytes);
  blocks[bytes.length] = 0x80;
  const view = new DataView(blocks.buffer);
  view.setBigUint64(blocks.length - 8, BigInt(bytes.length) * 8n);
  return view;
}

function compress(state: Uint32Array, schedule: Uint32Array): void {
  extend(schedule);
  let [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0, g = 0, h = 0] = state;
  for (let round = 0; round < 64; round += 1) {
    const bigE = rotate(e, 6) ^ rotate(e, 11) ^ rotate(e, 25);
    const choose = (e & f) ^ (~e & g);
    const first = (h + bigE + choose + (constants[round] ?? 0) + (schedule[round] ?? 0)) | 0;
    const bigA = rotate(a, 2) ^ rotate(a, 13) ^ rotate(a, 22);
    const majority = (a & b) ^ (a & c) ^ (b & c);
    [h, g, f, e, d, c, b, a] = [g, f, e, (d + first) | 0, c, b, a, (first + bigA + majority) | 0];
  }
  [a, b, c, d, e, f, g, h].forEach((word, index) => {
    state[index] = (state[index] ?? 0) + word;
  });
}

function extend(schedule: Uint32Array): void {
  for (let index = 16; index < 64; index += 1) {
    const early = schedule[index - 15] ?? 0;
    const late = schedule[index - 2] ?? 0;
    const smallEarly = rotate(early, 7) ^ rotate(early, 18) ^ (early >>> 3);
    const smallLate = rotate(late, 17) ^ rotate(late, 19) ^ (late >>> 10);
    schedule[index] =
      (schedule[index - 16] ?? 0) + smallEarly + (schedule[index - 7] ?? 0) + smallLate;
  }
}

const rotate = (word: number, by: number): number => (word >>> by) | (word << (32 - by));

/** First 32 bits of the fractional part of a root of each of the first primes. */
function rootBits(count: number, root: (prime: number) => number): number[] {
  return primes(count).map((prime) => (root(prime) % 1) * 2 ** 32);
}

function primes(count: number): number[] {
  const found: number[] = [];
  for (let candidate = 2; found.length < count; candidate += 1) {
    if (found.every((prime) => candidate % prime !== 0)) found.push(candidate);
  }
  return found;
}

const initialState = Uint32Array.from(rootBits(8, Math.sqrt));
const constants = Uint32Array.from(rootBits(64, Math.cbrt));
