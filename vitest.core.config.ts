import { defineConfig } from "vitest/config";

// What mutation testing runs against each mutant: the tests of core alone, one project, no servers.
export default defineConfig({
  test: {
    include: ["src/core/**/*.test.ts"],
    exclude: ["**/*.pg.test.ts"],
    setupFiles: ["vitest.core.setup.ts"],
    testTimeout: 30_000,
  },
});
