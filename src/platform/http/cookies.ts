import type { FastifyReply, FastifyRequest } from "fastify";

const cookieNames = { staff: "makegood_session", customer: "makegood_customer" } as const;
export type CookieKind = keyof typeof cookieNames;

/** No script can read it and no other site can send it. `Secure` wherever the way here was TLS. */
export function setSession(reply: FastifyReply, kind: CookieKind, token: string, seconds: number) {
  const secure = reply.request.protocol === "https" ? "; Secure" : "";
  reply.header(
    "set-cookie",
    `${cookieNames[kind]}=${token}; Path=/; HttpOnly; SameSite=Strict; Max-Age=${seconds}${secure}`,
  );
}

export const clearSession = (reply: FastifyReply, kind: CookieKind): void =>
  setSession(reply, kind, "", 0);

export function sessionToken(request: FastifyRequest, kind: CookieKind): string | null {
  const pairs = (request.headers.cookie ?? "").split(";").map((pair) => pair.trim().split("="));
  const [, value = ""] = pairs.find(([name]) => name === cookieNames[kind]) ?? [];
  return value === "" ? null : value;
}
