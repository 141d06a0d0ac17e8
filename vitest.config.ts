import { availableParallelism } from "node:os";
import { defineConfig } from "vitest/config";

const unit = ["src/**/*.test.ts", "policies/**/*.test.ts", "house/**/*.test.ts", "test/*.test.ts"];
const postgres = ["src/**/*.pg.test.ts", "test/stories/**/*.test.ts", "sim/**/*.test.ts"];
const browser = ["test/browser/**/*.test.ts"];

// Each project names what it needs of the machine: nothing, a Postgres server, or a browser as well.
// `*.pg.test.ts` marks a test beside its file that talks to a real server.
export default defineConfig({
  test: {
    pool: "threads",
    maxWorkers: Math.min(2, availableParallelism()),
    reporters: process.env["CI"] === undefined ? ["default"] : ["dot"],
    projects: [
      {
        test: {
          name: "unit",
          include: unit,
          exclude: [...postgres, "**/node_modules/**", "**/planted/**"],
          testTimeout: 30_000,
        },
      },
      {
        test: {
          name: "postgres",
          include: postgres,
          pool: "forks",
          testTimeout: 60_000,
          hookTimeout: 120_000,
        },
      },
      {
        test: {
          name: "browser",
          include: browser,
          pool: "forks",
          fileParallelism: false,
          testTimeout: 120_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
});
