import { describe, expect, it } from "vitest";
import { addressOf, createClient } from "./client.ts";

const base = { baseUrl: "http://makegood.test", newKey: () => "key-1" };
const answering = (status: number, body: string) => {
  const seen: Request[] = [];
  const fake: typeof fetch = (input, init) => {
    seen.push(new Request(input, init));
    return Promise.resolve(new Response(body, { status }));
  };
  return { seen, fetch: fake };
};

describe("addressOf", () => {
  it("escapes parameters and query, and leaves out what is not given", () => {
    const call = { params: { id: "a/b 守" }, query: { q: "x&y", none: undefined, limit: 5 } };
    expect(addressOf("/v1/things/{id}", call)).toBe("/v1/things/a%2Fb%20%E5%AE%88?q=x%26y&limit=5");
  });

  it("stops on a parameter that is missing", () => {
    expect(() => addressOf("/v1/things/{id}", {})).toThrow("needs the parameter id");
  });
});

describe("the client", () => {
  it("answers what the server said", async () => {
    const server = answering(200, '{"status":"ok"}');
    const client = createClient({ ...base, fetch: server.fetch, headers: () => ({ "X-A": "1" }) });
    expect(await client.getHealth({})).toEqual({ ok: true, status: 200, data: { status: "ok" } });
    expect(server.seen[0]?.url).toBe("http://makegood.test/health");
    expect(server.seen[0]?.headers.get("x-a")).toBe("1");
    expect(server.seen[0]?.headers.has("idempotency-key")).toBe(false);
  });

  it("gives a refusal as a value", async () => {
    const problem = { code: "not_ready", status: 503 };
    const client = createClient({ ...base, fetch: answering(503, JSON.stringify(problem)).fetch });
    expect(await client.getReady({})).toEqual({ ok: false, status: 503, problem });
  });

  it("throws on an answer that is not ours", async () => {
    const client = createClient({ ...base, fetch: answering(502, "<html>").fetch });
    await expect(client.getReady({})).rejects.toThrow("answered 502 with something that is not");
  });
});
