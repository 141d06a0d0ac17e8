import { readFileSync } from "node:fs";
import { format } from "prettier";
import { describe, expect, it } from "vitest";
import { openApi } from "./openapi.ts";
import { Problem } from "./problem.ts";
import type { RouteSpec } from "./route.ts";
import { colonPath } from "./route.ts";
import { routes } from "./routes.ts";

const entries = Object.entries<RouteSpec>(routes);
const manifest = JSON.parse(
  readFileSync(new URL("../../package.json", import.meta.url), "utf8"),
) as { version: string };

type Shape = Readonly<Record<string, unknown>>;

/** The places of properties that do not say what they mean, in a schema and all it is made of. */
function untold(schema: unknown, place: string): string[] {
  if (typeof schema !== "object" || schema === null) return [];
  const { properties = {}, items, anyOf = [], patternProperties = {} } = schema as Shape;
  const named = Object.entries(properties as Record<string, Shape>);
  const silent = named.filter(([, { description }]) => !/^[A-Z`].*\.$/.test(String(description)));
  return [
    ...silent.map(([name]) => `${place}.${name}`),
    ...named.flatMap(([name, property]) => untold(property, `${place}.${name}`)),
    ...untold(items, `${place}[]`),
    ...(anyOf as Shape[]).flatMap((branch) => untold(branch, place)),
    ...Object.values(patternProperties as object).flatMap((any) => untold(any, `${place}.*`)),
  ];
}

describe("the routes", () => {
  it.each(entries)("%s is consistent in itself", (name, route) => {
    expect(route.operationId).toBe(name);
    expect(route.path).toMatch(/^\/[\w\-/{}.]*$/);
    const inPath = [...route.path.matchAll(/\{(\w+)\}/g)].map((match) => match[1]);
    expect(Object.keys(route.params?.properties ?? {}).sort()).toEqual(inPath.sort());
    if (route.method === "GET") expect([route.stateful, route.body]).toEqual([false, undefined]);
    if (route.stateful) expect(route.method).not.toBe("GET");
  });

  it("say of every property what it means", () => {
    const places = entries.flatMap(([name, { params, query, body, success }]) => [
      ...untold(params, `${name} params`),
      ...untold(query, `${name} query`),
      ...untold(body, `${name} body`),
      ...untold(success.schema, `${name} success`),
    ]);
    expect([...places, ...untold(Problem, "problem")]).toEqual([]);
  });

  it("are each at a place of their own", () => {
    const places = entries.map(([, { method, path }]) => `${method} ${path}`);
    expect(new Set(places).size).toBe(places.length);
  });

  it("are the document docs/openapi.json", async () => {
    const text = JSON.stringify(openApi(manifest.version));
    const page = await format(text, { parser: "json", printWidth: 100 });
    await expect(page).toMatchFileSnapshot("../../docs/openapi.json");
  });
});

describe("the table of calls", () => {
  it("is src/contract/calls.ts", async () => {
    const table = entries.map(([name, { method, path, stateful }]) => {
      return [name, { method, path, stateful }] as const;
    });
    const text =
      "/** What a client needs of each route; printed from `routes.ts` by its test. */\n" +
      `export const calls = ${JSON.stringify(Object.fromEntries(table))} as const;`;
    const page = await format(text, { parser: "typescript", printWidth: 100 });
    await expect(page).toMatchFileSnapshot("./calls.ts");
  });
});

describe("colonPath", () => {
  it("writes parameters with a colon", () => {
    expect(colonPath("/v1/orders/{orderId}/events/{eventId}")).toBe(
      "/v1/orders/:orderId/events/:eventId",
    );
  });
});
