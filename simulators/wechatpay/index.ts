export type { AccountSettings, Faults } from "./account.ts";
export { startSimulator } from "./server.ts";
export type { Simulator, SimulatorSettings } from "./server.ts";
