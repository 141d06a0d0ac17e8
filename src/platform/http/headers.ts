import type { FastifyInstance } from "fastify";

/** Nothing may be loaded from an API answer; pages that need more say so themselves. */
const apiPolicy = "default-src 'none'; frame-ancestors 'none'; base-uri 'none'";

/** Pages of our own: no inline script, nothing from elsewhere. */
export const pagePolicy = [
  "default-src 'self'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data: blob:",
  "connect-src 'self'",
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'self'",
  "frame-ancestors 'none'",
].join("; ");

const fixed = {
  "x-content-type-options": "nosniff",
  "x-frame-options": "DENY",
  "referrer-policy": "no-referrer",
  "cross-origin-opener-policy": "same-origin",
  "cross-origin-resource-policy": "same-origin",
  "permissions-policy": "camera=(self), microphone=(), geolocation=()",
};

/** Headers on every answer. A page that set its own policy keeps it. */
export function addHeaders(app: FastifyInstance): void {
  app.addHook("onSend", async (request, reply) => {
    reply.headers(fixed).header("x-request-id", request.id);
    if (!reply.hasHeader("content-security-policy")) {
      reply.header("content-security-policy", apiPolicy);
    }
    // What is answered to one caller is no other's: no cache keeps it unless a page says so.
    if (!reply.hasHeader("cache-control")) reply.header("cache-control", "no-store");
    if (request.protocol === "https") {
      reply.header("strict-transport-security", "max-age=31536000; includeSubDomains");
    }
  });
}
