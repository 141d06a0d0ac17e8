import type { IncomingMessage, ServerResponse } from "node:http";

const bodyMaxBytes = 64 * 1024 * 1024;

export function readBody(request: IncomingMessage): Promise<string> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    let length = 0;
    request.on("data", (chunk: Buffer) => {
      length += chunk.length;
      if (length > bodyMaxBytes) request.destroy(new Error("the body is too large"));
      chunks.push(chunk);
    });
    request.on("end", () => resolve(Buffer.concat(chunks).toString("utf8")));
    request.on("error", reject);
  });
}

export type Answer = {
  readonly status: number;
  readonly body: string;
  readonly headers?: Record<string, string>;
};

/** What a handler wants: an answer, or a connection that breaks after `holdMs` without one. */
export type Outcome = Answer | { readonly holdMs: number };

export function json(status: number, value: unknown): Answer {
  return { status, body: JSON.stringify(value) };
}

export function respond(response: ServerResponse, outcome: Outcome): void {
  if ("holdMs" in outcome) {
    setTimeout(() => response.destroy(), outcome.holdMs).unref();
    return;
  }
  response.writeHead(outcome.status, {
    "Content-Type": "application/json; charset=utf-8",
    "Content-Length": String(Buffer.byteLength(outcome.body)),
    ...outcome.headers,
  });
  response.end(outcome.body);
}
