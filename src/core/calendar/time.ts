/** A point in time: milliseconds since 1970-01-01T00:00:00Z, leap seconds not counted. */
export type Instant = number;

export const dayMs = 86_400_000;
