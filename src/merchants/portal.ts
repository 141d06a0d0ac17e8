import { isRefusal, refuse, sessionRoutes } from "../contract/index.ts";
import type { Refusal } from "../contract/index.ts";
import {
  addressOwner,
  countAttempt,
  forgiveAttempt,
  implement,
  setSession,
} from "../platform/index.ts";
import type { AttemptLimit, Implementation, Platform } from "../platform/index.ts";
import { customerSessionSeconds, issueCustomerSession, merchantOfSlug } from "./sessions.ts";
import type { ProvedOrders, Session } from "./sessions.ts";
import { describe } from "./views.ts";

/** What the rooms with orders tell: the orders that this number and contact prove, or null. */
export type ProveOrder = (
  merchantId: string,
  orderNumber: string,
  contact: string,
) => Promise<Omit<ProvedOrders, "merchantId"> | null>;

/** The portal's way in. A later room knows the orders, so it brings `prove`. */
export function customerSessionRoute(platform: Platform, prove: ProveOrder): Implementation {
  return implement(sessionRoutes.openCustomerSession, async ({ params, body, raw }) => {
    const opened = await openSession(platform, prove, {
      slug: params.merchantSlug,
      address: raw.request.ip,
      ...body,
    });
    if (isRefusal(opened)) return opened;
    setSession(raw.reply, "customer", opened.token, customerSessionSeconds);
    return describe(platform, opened.actor);
  });
}

interface Given {
  readonly slug: string;
  readonly orderNumber: string;
  readonly contact: string;
  readonly address: string;
}

/** One answer for a wrong merchant, number or contact: whether an order exists stays unsaid. */
async function openSession(
  platform: Platform,
  prove: ProveOrder,
  { slug, orderNumber, contact, address }: Given,
): Promise<Session | Refusal> {
  const limits: AttemptLimit[] = [
    { subject: `order:${slug}:${sameNumber(orderNumber)}`, attemptsMax: 10 },
    { subject: `portal:${addressOwner(address)}`, attemptsMax: 50 },
  ];
  const waitSeconds = await countAttempt(platform, limits);
  if (waitSeconds !== null) return refuse("too_many_requests", { retryAfterSeconds: waitSeconds });
  const merchantId = await merchantOfSlug(platform, slug);
  const proved = merchantId === null ? null : await prove(merchantId, orderNumber, contact);
  if (merchantId === null || proved === null) return refuse("order_not_proved");
  await forgiveAttempt(platform, limits);
  return issueCustomerSession(platform, { merchantId, ...proved });
}

/** However a number is written, guesses of its contact count together. */
const sameNumber = (orderNumber: string): string =>
  orderNumber.normalize("NFKC").replaceAll(/\s/g, "").toLowerCase();
