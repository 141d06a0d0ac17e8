import { availableParallelism } from "node:os";
import { defineConfig } from "vitest/config";

const postgres = [
  "{src,simulators}/**/*.pg.test.ts",
  "test/stories/**/*.test.ts",
  "sim/**/*.test.ts",
];
const unit = ["{src,simulators,policies,web,console,portal,bench}/**/*.test.ts", "test/*.test.ts"];
// One server for the run; each file clones databases of its own from templates on it.
const server = ["test/postgres.ts"];
const nowhere = ["**/node_modules/**", "**/dist/**", ".stryker-tmp/**"];

// Each project names what it needs of the machine: nothing, a Postgres server, a browser as well,
// or time. `*.pg.test.ts` marks a test beside its file that talks to a real server.
export default defineConfig({
  test: {
    pool: "threads",
    maxWorkers: Math.min(2, availableParallelism()),
    reporters: process.env["CI"] === undefined ? ["default"] : ["dot"],
    projects: [
      { test: { name: "house", include: ["house/**/*.test.ts"], testTimeout: 60_000 } },
      {
        test: {
          name: "unit",
          include: unit,
          // Loading the same modules for every file anew took longer than the tests themselves.
          isolate: false,
          exclude: [...postgres, ...nowhere],
          testTimeout: 30_000,
        },
      },
      {
        test: {
          name: "postgres",
          include: postgres,
          globalSetup: server,
          exclude: nowhere,
          pool: "forks",
          // As above: each file loading the rooms anew was a third of what these tests cost.
          isolate: false,
          testTimeout: 120_000,
          hookTimeout: 120_000,
        },
      },
      {
        test: {
          name: "browser",
          include: ["test/browser/**/*.test.ts"],
          pool: "forks",
          fileParallelism: false,
          testTimeout: 120_000,
          hookTimeout: 120_000,
        },
      },
      {
        // Hours, not seconds: `npm run proof` alone asks for these.
        test: {
          name: "proof",
          include: ["{src,simulators,sim,test,policies}/**/*.proof.ts"],
          globalSetup: server,
          exclude: nowhere,
          pool: "forks",
          testTimeout: 3_600_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
});
