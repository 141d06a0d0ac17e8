import { pino, stdTimeFunctions } from "pino";
import type { DestinationStream, Logger } from "pino";

/** Names of fields that can hold a person's data or a secret, at the top and one level down. */
const secret = [
  "authorization",
  "cookie",
  "password",
  "token",
  "secret",
  "name",
  "phone",
  "email",
  "address",
  "contact",
  "text",
  "body",
];

/** One JSON line per entry. Personal fields are blanked here as a last net; do not rely on it. */
export function createLog(level: string, destination?: DestinationStream): Logger {
  const options = {
    level,
    base: null,
    timestamp: stdTimeFunctions.isoTime,
    redact: { paths: secret.flatMap((field) => [field, `*.${field}`]), censor: "[hidden]" },
  };
  return destination === undefined ? pino(options) : pino(options, destination);
}
