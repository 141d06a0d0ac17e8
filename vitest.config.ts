import { availableParallelism } from "node:os";
import { defineConfig } from "vitest/config";

const postgres = [
  "{src,simulators}/**/*.pg.test.ts",
  "test/stories/**/*.test.ts",
  "sim/**/*.test.ts",
];
const unit = ["{src,simulators,policies,console,portal,bench}/**/*.test.ts", "test/*.test.ts"];
const nowhere = ["**/node_modules/**", "**/dist/**", ".stryker-tmp/**"];

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
          exclude: [...postgres, ...nowhere],
          testTimeout: 30_000,
        },
      },
      {
        test: {
          name: "postgres",
          include: postgres,
          exclude: nowhere,
          pool: "forks",
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
          exclude: nowhere,
          pool: "forks",
          testTimeout: 3_600_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
});
