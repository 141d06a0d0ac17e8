import { randomFillSync } from "node:crypto";

const pool = new Uint8Array(10 * 256);
let used = pool.length;
let lastMilliseconds = 0;
let sequence = 0;

/**
 * UUIDv7 (RFC 9562 § 5.7): milliseconds, then a 12-bit counter that keeps the ids of one process in
 * order within a millisecond (§ 6.2 method 1), then 62 random bits.
 */
export function newId(milliseconds: number = Date.now()): string {
  const tick = nextTick(milliseconds);
  if (used === pool.length) {
    randomFillSync(pool);
    used = 0;
  }
  const bytes = pool.subarray(used, used + 10);
  used += 10;
  const time = tick.milliseconds.toString(16).padStart(12, "0");
  const counter = (0x7000 | tick.sequence).toString(16);
  const variant = (0x8000 | (((bytes[0] ?? 0) & 0x3f) << 8) | (bytes[1] ?? 0)).toString(16);
  const rest = Buffer.from(bytes.buffer, bytes.byteOffset + 2, 6).toString("hex");
  return `${time.slice(0, 8)}-${time.slice(8)}-${counter}-${variant}-${rest}`;
}

function nextTick(milliseconds: number): { milliseconds: number; sequence: number } {
  if (milliseconds > lastMilliseconds) {
    lastMilliseconds = milliseconds;
    sequence = 0;
  } else {
    sequence += 1;
    if (sequence > 0xfff) {
      lastMilliseconds += 1;
      sequence = 0;
    }
  }
  return { milliseconds: lastMilliseconds, sequence };
}

const pattern = /^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

export const isId = (text: string): boolean => pattern.test(text);
