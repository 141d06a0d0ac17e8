import type { FastifyRequest } from "fastify";
import { isRefusal, refuse } from "../../contract/index.ts";
import type { Access, Refusal, RouteSpec } from "../../contract/index.ts";
import type { Actor } from "../actor.ts";
import { actorOfToken } from "../auth/credentials.ts";
import type { Platform } from "../platform.ts";
import { sessionToken } from "./cookies.ts";

/** The caller, if the route lets them in; null is nobody, on a public route. */
export async function admit(
  platform: Platform,
  route: RouteSpec,
  request: FastifyRequest,
): Promise<Actor | null | Refusal> {
  const actor = await callerOf(platform, route, request);
  if (isRefusal(actor)) return actor;
  if (route.right === "public") return actor;
  if (actor === null) return refuse("unauthenticated");
  return mayUse(actor, route.right) ? actor : refuse("right_missing", { right: route.right });
}

function mayUse(actor: Actor, access: Exclude<Access, "public">): boolean {
  if (access === "signed-in") return true;
  if (access === "customer") return actor.kind === "customer";
  return actor.rights.has(access);
}

async function callerOf(
  platform: Platform,
  route: RouteSpec,
  request: FastifyRequest,
): Promise<Actor | null | Refusal> {
  const bearer = /^Bearer +(\S+)$/i.exec(request.headers.authorization ?? "")?.[1];
  if (bearer !== undefined) {
    return (await actorOfToken(platform, bearer)) ?? refuse("unauthenticated");
  }
  const token = cookieFor(route, request);
  if (token === null) return null;
  if (request.method !== "GET" && !isOwnPage(request)) return refuse("cross_site_request");
  const actor = await actorOfToken(platform, token);
  // A public route stays open to somebody whose session is over.
  return actor ?? (route.right === "public" ? null : refuse("session_expired"));
}

/** One browser can hold both: a customer's route looks at the customer's cookie alone. */
function cookieFor(route: RouteSpec, request: FastifyRequest): string | null {
  if (route.right === "customer") return sessionToken(request, "customer");
  const staff = sessionToken(request, "staff");
  if (route.right === "signed-in" || route.right === "public") {
    return staff ?? sessionToken(request, "customer");
  }
  return staff;
}

/**
 * Against forged requests of other sites, beside SameSite=Strict: a browser names the page's
 * origin, and what is no browser says so with a header that no foreign page can set.
 */
function isOwnPage(request: FastifyRequest): boolean {
  const { origin, host } = request.headers;
  if (origin === undefined) return request.headers["x-makegood-client"] !== undefined;
  return URL.canParse(origin) && new URL(origin).host === host;
}
