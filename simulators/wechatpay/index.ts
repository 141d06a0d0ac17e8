export { startSimulator } from "./server.ts";
export type { Simulator } from "./server.ts";
