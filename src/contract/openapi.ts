import type { TObject } from "typebox";
import { errors } from "./errors.ts";
import type { ErrorCode } from "./errors.ts";
import { Problem, problemMediaType } from "./problem.ts";
import type { RouteSpec } from "./route.ts";
import { errorsOf, routes } from "./routes.ts";

type Json = Record<string, unknown>;

/** OpenAPI 3.1 of every route; docs/openapi.json is this document. */
export function openApi(version: string): Json {
  const paths: Record<string, Json> = {};
  for (const route of Object.values<RouteSpec>(routes)) {
    (paths[route.path] ??= {})[route.method.toLowerCase()] = operation(route);
  }
  return {
    openapi: "3.1.0",
    info: { title: "Makegood", version, license: { name: "Apache-2.0" } },
    paths,
    components: {
      schemas: { Problem: plain(Problem) },
      securitySchemes: {
        apiKey: { type: "http", scheme: "bearer" },
        session: { type: "apiKey", in: "cookie", name: "makegood_session" },
      },
    },
  };
}

function operation(route: RouteSpec): Json {
  return {
    operationId: route.operationId,
    summary: route.summary,
    tags: [tagOf(route.path)],
    ...(route.right === "public" ? {} : { security: [{ apiKey: [] }, { session: [] }] }),
    "x-right": route.right,
    parameters: parameters(route),
    ...(route.body ? { requestBody: { required: true, content: json(route.body) } } : {}),
    responses: { ...success(route), ...failures(errorsOf(route)) },
  };
}

const tagOf = (path: string): string => /^\/v1\/([\w-]+)/.exec(path)?.[1] ?? "system";

function parameters(route: RouteSpec): Json[] {
  const key = {
    name: "Idempotency-Key",
    in: "header",
    required: true,
    description: "The caller's own word for this request: sent again, it is not done again.",
    schema: { type: "string", minLength: 1, maxLength: 255 },
  };
  return [
    ...fields(route.params, "path"),
    ...fields(route.query, "query"),
    ...(route.stateful ? [key] : []),
  ];
}

function fields(schema: TObject | undefined, place: "path" | "query"): Json[] {
  if (schema === undefined) return [];
  const required = new Set<string>((schema as { required?: string[] }).required ?? []);
  return Object.entries(schema.properties).map(([name, property]) => {
    const { description, ...shape } = plain(property);
    return { name, in: place, required: required.has(name), description, schema: shape };
  });
}

function success({ success: { status, schema } }: RouteSpec): Json {
  const content = schema === undefined ? {} : { content: json(schema) };
  return { [status]: { description: status === 204 ? "Done" : "Success", ...content } };
}

/** One response per status; its description names the codes that travel under it. */
function failures(codes: readonly ErrorCode[]): Json {
  const byStatus = new Map<number, ErrorCode[]>();
  for (const code of codes) {
    const { status } = errors[code];
    byStatus.set(status, [...(byStatus.get(status) ?? []), code]);
  }
  const content = { [problemMediaType]: { schema: { $ref: "#/components/schemas/Problem" } } };
  return Object.fromEntries(
    [...byStatus].map(([status, names]) => [status, { description: names.join(", "), content }]),
  );
}

const json = (schema: unknown): Json => ({ "application/json": { schema: plain(schema) } });

/** Only what JSON can carry: drops the marks that the schema library keeps on its objects. */
const plain = (schema: unknown): Json => JSON.parse(JSON.stringify(schema)) as Json;
