import { Type } from "typebox";
import { route } from "./route.ts";
import { choice, about } from "./schemas.ts";

export const systemRoutes = {
  getHealth: route({
    operationId: "getHealth",
    method: "GET",
    path: "/health",
    summary: "Whether the process runs",
    right: "public",
    success: {
      status: 200,
      schema: Type.Object({ status: about("The process runs.", choice("ok")) }),
    },
    stateful: false,
    errors: [],
  }),
  getReady: route({
    operationId: "getReady",
    method: "GET",
    path: "/ready",
    summary: "Whether requests can be served: the database answers and the disk can be written",
    right: "public",
    success: {
      status: 200,
      schema: Type.Object({ status: about("Requests can be served.", choice("ready")) }),
    },
    stateful: false,
    errors: ["not_ready"],
  }),
};
