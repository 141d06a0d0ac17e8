import { isGatewayErrorCode } from "./errors.ts";
import type { GatewayErrorCode } from "./errors.ts";

/** What goes wrong, in percent of requests (or of refunds), drawn from the seed. */
type Faults = {
  readonly seed: number;
  readonly delayPercent: number;
  readonly delayMs: number;
  readonly refusePercent: number;
  readonly refuseCodes: readonly GatewayErrorCode[];
  /** An error answer although the refund was booked (429 and 500 are unknown, never "no"). */
  readonly refuseAfterPercent: number;
  readonly refuseAfterCodes: readonly GatewayErrorCode[];
  readonly timeoutBeforePercent: number;
  readonly timeoutAfterPercent: number;
  /** How long a timed-out connection is held before it is dropped; 0 drops it at once. */
  readonly holdMs: number;
  readonly abnormalPercent: number;
  readonly closedPercent: number;
  readonly reversePercent: number;
  readonly reverseAfterMs: number;
  readonly callbackDuplicatePercent: number;
  readonly callbackReorderPercent: number;
  readonly callbackLossPercent: number;
  /** Share of callbacks preceded by a documented signature probe that must be refused. */
  readonly callbackProbePercent: number;
};

export type AccountSettings = {
  readonly merchantSerial: string;
  readonly merchantPublicKey: string;
  readonly apiV3Key: string;
  readonly currency: string;
  /** Money available for refunds, in minor units; null is no bound. */
  readonly balanceMinor: number | null;
  /** When it is short: refuse with NOT_ENOUGH, or hold as PROCESSING (CLOSED after 7 days). */
  readonly whenShort: "refuse" | "hold";
  readonly refundAgeMaxMs: number | null;
  readonly refundCountMax: number | null;
  readonly refundSpacingMs: number | null;
  readonly ratePerSecond: number | null;
  /** An unknown transaction adopts `amount.total` of its first refund (imported history). */
  readonly adoptUnknownPayments: boolean;
  /** From acceptance to the final state; 0 answers with the final state at once. */
  readonly settleAfterMs: number;
  readonly callbackDelayMs: number;
  readonly callbackRetriesMs: readonly number[];
  readonly faults: Faults;
};

const secondMs = 1000;
const minuteMs = 60 * secondMs;
const hourMs = 60 * minuteMs;
const dayMs = 24 * hourMs;

export const holdDurationMs = 7 * dayMs;

const faultless: Faults = {
  seed: 1,
  delayPercent: 0,
  delayMs: 0,
  refusePercent: 0,
  refuseCodes: ["SYSTEM_ERROR"],
  refuseAfterPercent: 0,
  refuseAfterCodes: ["SYSTEM_ERROR", "FREQUENCY_LIMITED"],
  timeoutBeforePercent: 0,
  timeoutAfterPercent: 0,
  holdMs: 0,
  abnormalPercent: 0,
  closedPercent: 0,
  reversePercent: 0,
  reverseAfterMs: dayMs,
  callbackDuplicatePercent: 0,
  callbackReorderPercent: 0,
  callbackLossPercent: 0,
  callbackProbePercent: 0,
};

/** The published limits and the published schedule of retries (GATEWAYS 1.1). */
const publishedDefaults = {
  currency: "CNY",
  balanceMinor: null,
  whenShort: "refuse",
  refundAgeMaxMs: 365 * dayMs,
  refundCountMax: 50,
  refundSpacingMs: minuteMs,
  ratePerSecond: 150,
  adoptUnknownPayments: false,
  settleAfterMs: 0,
  callbackDelayMs: 0,
  callbackRetriesMs: [15, 15, 30, 180, 600, 1200, 1800, 1800, 1800, 3600, 10800, 10800, 10800]
    .concat([21600, 21600])
    .map((seconds) => seconds * secondMs),
} as const;

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function sameKind(given: unknown, model: unknown): boolean {
  if (Array.isArray(model)) return Array.isArray(given);
  return typeof given === typeof model;
}

/** Reads faults over given ones; an unknown name or a wrong type is an error, never ignored. */
function readFaults(given: unknown, over: Faults = faultless): Faults | string {
  if (given === undefined) return over;
  if (!isRecord(given)) return "faults must be an object";
  for (const [name, value] of Object.entries(given)) {
    if (!Object.hasOwn(faultless, name)) return `unknown fault \`${name}\``;
    if (!sameKind(value, faultless[name as keyof Faults]))
      return `fault \`${name}\` has a wrong type`;
    if (Array.isArray(value) && !value.every((code) => isGatewayErrorCode(String(code)))) {
      return `fault \`${name}\` names an unknown error code`;
    }
  }
  return { ...over, ...given };
}

const nullable = new Set(["refundAgeMaxMs", "refundCountMax", "refundSpacingMs", "ratePerSecond"]);

function wrongSetting(name: string, value: unknown): string | null {
  const model = (publishedDefaults as Record<string, unknown>)[name];
  if (["merchantSerial", "merchantPublicKey", "apiV3Key"].includes(name)) {
    return typeof value === "string" && value !== "" ? null : `setting \`${name}\` must be text`;
  }
  if (model === undefined) return `unknown setting \`${name}\``;
  if (name === "balanceMinor" || nullable.has(name)) {
    const fits = value === null || (typeof value === "number" && value >= 0);
    return fits ? null : `setting \`${name}\` must be a number or null`;
  }
  return sameKind(value, model) ? null : `setting \`${name}\` has a wrong type`;
}

/** Reads an account's settings over the published defaults (or over the account as it stands). */
export function readSettings(given: unknown, over?: AccountSettings): AccountSettings | string {
  if (!isRecord(given)) return "settings must be an object";
  const { faults: givenFaults, ...rest } = given;
  for (const [name, value] of Object.entries(rest)) {
    const wrong = wrongSetting(name, value);
    if (wrong !== null) return wrong;
  }
  const faults = readFaults(givenFaults, over?.faults);
  if (typeof faults === "string") return faults;
  const settings = { ...publishedDefaults, ...over, ...rest, faults } as AccountSettings;
  if (!settings.merchantSerial || !settings.merchantPublicKey)
    return "the merchant's key is missing";
  if (Buffer.byteLength(settings.apiV3Key ?? "") !== 32) return "`apiV3Key` must have 32 bytes";
  return settings;
}
